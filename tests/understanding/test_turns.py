"""Where the words of somebody end: the evidence of a speech holds nobody else's, and nothing of the page."""

from __future__ import annotations

import pytest

from rag.spans import quote
from tests.understanding.pages import done

HEAD = "市长周文涛表示，要把河堤修好。"


def words(text: str) -> str:
    """The evidence of the first event."""
    return quote(text, done(text)[0].spans)


@pytest.mark.parametrize(
    "behind",
    [
        "记者再次联系了施工方。",
        "检查报告指出，河堤仍有缺口。",
        "有村民说，这里年年进水。",
        "返回首版，查看更多责任编辑：吴晓",
        "（东江网编辑 吴晓）",
        "*东江独家稿件，转载请注明出处。",
    ],
)
def test_somebody_else_and_the_page_end_a_speech(behind: str) -> None:
    assert words(f"{HEAD}要让村民放心。{behind}工期为三个月。") == f"{HEAD}要让村民放心。"


@pytest.mark.parametrize(
    "behind", ["他还指出，资金要到位。", "会商强调，资金要到位。", "发言人表示，资金要到位。", "资金要到位。"]
)
def test_the_same_one_goes_on(behind: str) -> None:
    assert "资金要到位" in "".join(quote(t, e.spans) for t in [f"{HEAD}{behind}"] for e in done(t))


def test_a_whole_quotation_right_before_somebody_else_is_told_to_speak_is_not_his() -> None:
    text = f"{HEAD}“这条河是我们的命脉。”水务局局长陈志远说，今年要修十公里。"
    assert words(text) == HEAD


def test_leaders_of_the_country_spoken_of_within_a_speech_neither_speak_nor_take_part() -> None:
    text = "5月6日，市长周文涛主持召开防汛会议。他强调，形势严峻。何远山总理十分关心，提出明确要求。我们要严防死守。"
    told = done(text)
    assert [[p.name for p in e.actors] for e in told] == [["周文涛"], ["周文涛"]]
    assert not any(e.participants for e in told)
    assert "提出明确要求。我们要严防死守。" in quote(text, told[-1].spans)
