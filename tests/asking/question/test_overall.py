"""Which questions are about the whole table of events."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Language, Overall
from rag.asking.question.overall import overall
from rag.records import Activity, Period
from tests.asking.handmade import asked

MAY = Period("2022-05-01", "2022-05-31", "2022年5月")
CHEN, LIN = "陈志远", "林月华"
INSPECTED = (Activity.INSPECT,)


@pytest.mark.parametrize(
    ("kind", "asks", "question", "more"),
    [
        (Overall.HAPPENED, Asks.WHAT, "2022年5月发生了什么？", {"periods": (MAY,)}),
        (Overall.HAPPENED, Asks.WHAT, "2022年5月防汛有什么新闻", {"periods": (MAY,), "words": ("防汛", "新闻")}),
        (Overall.WHO_MOST, Asks.WHO, "谁出现的次数最多？", {"words": ("出现", "次数", "多")}),
        (Overall.WHERE_MOST, Asks.WHERE, "领导去哪里最多", {"words": ("领导", "多")}),
        (Overall.WHERE_ALL, Asks.WHERE, "哪些企业被检查了？", {"words": ("企业", "检查"), "activities": INSPECTED}),
        (
            Overall.MORE,
            Asks.WHO,
            "陈志远和林月华谁检查更多",
            {"people": (CHEN, LIN), "words": (CHEN, LIN, "检查", "多")},
        ),
        (Overall.FIRST, Asks.WHEN, "陈志远第一次检查是什么时候", {"people": (CHEN,), "activities": INSPECTED}),
        (
            Overall.FIRST,
            Asks.WHEN,
            "When did Chen Zhiyuan first inspect a school?",
            {"people": (CHEN,), "activities": INSPECTED, "language": Language.EN},
        ),
        (Overall.LATEST, Asks.WHERE, "陈志远最近一次检查去了哪里", {"people": (CHEN,), "activities": INSPECTED}),
    ],
)
def test_a_question_about_all_events(kind: Overall, asks: Asks, question: str, more: dict[str, object]) -> None:
    assert overall(asked(asks, question, **more)).overall is kind


@pytest.mark.parametrize(
    ("asks", "question", "more"),
    [
        pytest.param(Asks.WHAT, "那里发生了什么？", {}, id="at no time"),
        pytest.param(Asks.WHAT, "5月陈志远发生了什么", {"people": (CHEN,), "periods": (MAY,)}, id="to somebody"),
        pytest.param(Asks.WHO, "谁得票最多？", {"words": ("得票", "多")}, id="what a page says"),
        pytest.param(Asks.WHEN, "陈志远第一次全会是什么时候", {"people": (CHEN,), "words": ("全会",)}, id="no act"),
        pytest.param(
            Asks.WHO,
            "Who is the first secretary that Chen Zhiyuan visited?",
            {"people": (CHEN,), "activities": INSPECTED, "language": Language.EN},
            id="an office with an ordinal",
        ),
        pytest.param(Asks.WHO, "谁最多", {"strangers": ("甲某",)}, id="a stranger is named"),
    ],
)
def test_a_question_about_some_of_them(asks: Asks, question: str, more: dict[str, object]) -> None:
    assert overall(asked(asks, question, **more)).overall is None
