"""Who presides, out of everybody whom a sentence about a meeting names."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.expected.chairs import chairing
from rag.asking.expected.kinds import holds
from rag.records import Person
from tests.asking.handmade import article, asked, best

NAMES = ("陈志远", "林月华", "周文澜")
OPENED = "8月3日，全市防汛会议召开，市长陈志远出席会议并讲话。"
LED = "副市长林月华主持会议，局长周文澜参加会议。"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("陈志远出席，林月华主持会议，周文澜参加。", ["林月华"], id="the clause's own"),
        pytest.param("陈志远出席并讲话；林月华主持；周文澜参加。", ["林月华"], id="semicolons"),
        pytest.param("陈志远来到信访局，主持召开座谈会。", ["陈志远"], id="named in the clause before"),
        pytest.param("陈志远、林月华出席会议。", [], id="nobody presides"),
    ],
)
def test_chairing(text: str, who: list[str]) -> None:
    assert chairing(text, NAMES) == who


def test_the_sentence_that_says_who_presides_answers() -> None:
    people = (Person("陈志远", "市长"), Person("林月华", "副市长"), Person("周文澜", "局长"))
    told = article([OPENED, LED], title="会议", people=people)
    query = asked(Asks.WHO, "全市防汛会议由谁主持？", words=("防汛", "会议", "主持"), deed=("主持",))
    opened, led = (best(query, text, told) for text in (OPENED, LED))
    assert not holds(query, opened.passage, told)
    assert holds(query, led.passage, told)
