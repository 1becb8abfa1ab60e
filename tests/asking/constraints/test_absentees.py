"""Who was not there is told before who was."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Frame
from rag.asking.constraints.absentees import absentees
from rag.records import Person
from tests.asking.handmade import article, asked, judged

CAME, MISSED = "高启文、柳青出席会议。", "罗平川因病请假。"
PAGE = article([CAME, MISSED], title="开会", people=(Person("高启文"), Person("柳青"), Person("罗平川")))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param(asked(Asks.WHO, "谁没出席会议？", words=("出席", "会议")), MISSED, id="who was not there"),
        pytest.param(asked(Asks.WHO, "谁出席了会议？", words=("出席", "会议")), CAME, id="who was"),
    ],
)
def test_what_comes_first(query: Frame, first: str) -> None:
    found = absentees(query, sorted(judged(query, PAGE), key=lambda j: j.passage.number))
    assert next(j.passage.text for j in found if j.passage.number) == first
    assert len(found) == len(PAGE.passages)


def test_of_nothing_there_is_no_first() -> None:
    assert absentees(asked(Asks.WHO, "谁没出席会议？"), []) == []
