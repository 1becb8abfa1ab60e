"""Meetings by the words that tell which one they were."""

from __future__ import annotations

import pytest

from rag.asked import Meeting
from rag.asking.matching.meetings import held, of, telling
from tests.asking.handmade import article

FLOODS = Meeting(("防汛",), "防汛会议")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "5月7日，高明主持召开市政府第8次常务会议。", ["5月7日，高明主持召开市政府第8次常务会议"], id="by a name"
        ),
        pytest.param("会议指出，要加快进度。高明主持会议。", [], id="bare"),
        pytest.param("全市工作会议召开。", [], id="whose it was and no more"),
        pytest.param("高明召开区长办公会。", ["高明召开区长办公会"], id="by whose it is"),
        pytest.param("会议传达学习中央农村工作会议精神。", [], id="whose spirit was studied"),
        pytest.param("区人大常委会视察校园。", [], id="a body"),
        pytest.param("林业工作推进会召开 提升经济效益", ["林业工作推进会召开"], id="a part of a headline"),
    ],
)
def test_what_tells_of_a_meeting_by_name(text: str, expected: list[str]) -> None:
    assert telling(text) == expected


@pytest.mark.parametrize(
    ("words", "told", "same"),
    [
        pytest.param(("防汛",), "全市防汛抗旱工作", True, id="shortened"),
        pytest.param(("经济",), "市委农村工作", False, id="another matter"),
        pytest.param(("健康", "城市"), "“美丽城市”建设专题", False, id="half of it"),
        pytest.param(("老年", "友好", "社区"), "全市老年社区", True, id="most of it"),
        pytest.param(("开会/防汛",), "防汛", True, id="any rendering of an English word"),
    ],
)
def test_whether_it_is_the_one_asked_about(words: tuple[str, ...], told: str, same: bool) -> None:
    assert of(Meeting(words), told) is same


def test_an_article_that_names_no_meeting_may_be_of_it() -> None:
    assert held(FLOODS, article(["高明主持会议。"], title="高明部署防汛"))
    assert held(FLOODS, article(["高明主持会议。"], title="全市防汛工作会议召开"))
    assert not held(FLOODS, article(["高明主持会议。"], title="全市禁毒工作会议召开"))
