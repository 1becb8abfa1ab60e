"""What may be stated of a sentence that tells something of a person."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.heads.licence import allowed
from tests.asking.handmade import about, article, asked, judged

TOLD = "5月6日，县里决定给陈志远颁奖。"


@pytest.mark.parametrize(
    ("people", "stated"),
    [
        pytest.param(("陈志远",), ["2022-05-06"], id="told of who is asked about"),
        pytest.param(("林月华",), [], id="told of somebody else"),
        pytest.param((), ["2022-05-06"], id="nobody asked about"),
    ],
)
def test_a_day_told_of_somebody_else_is_not_stated(people: tuple[str, ...], stated: list[str]) -> None:
    query = asked(Asks.WHEN, "哪天颁奖？", words=("颁奖",), people=people)
    found = judged(query, article([TOLD], issued="2022-05-08"), short="5月6日", opinion=3.0)
    assert [slot.value for slot, _, _ in allowed(query, about(query), found)] == stated
