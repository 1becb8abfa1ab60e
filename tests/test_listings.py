"""What a list of people says of each."""

from __future__ import annotations

import pytest

from rag.listings import Known, Office


@pytest.mark.parametrize(
    ("offices", "fullest"),
    [
        pytest.param([("市长", "2024-01-02"), ("市领导", "2024-03-05")], "市长", id="no courtesy, be it the last"),
        pytest.param([("市领导", "2024-03-05")], "市领导", id="a courtesy where there is nothing else"),
        pytest.param([("市委副书记、市长", "2024-01-02"), ("市长", "2024-03-05")], "市委副书记、市长", id="in full"),
        pytest.param([("副市长", "2022-01-02"), ("市长", "2024-03-05")], "市长", id="the last of two"),
        pytest.param([], None, id="none"),
    ],
)
def test_the_fullest_office(offices: list[tuple[str, str]], fullest: str | None) -> None:
    known = Known("秦强", 1, 1, tuple(Office(role, day, day) for role, day in offices))
    assert (known.fullest.role if known.fullest else None) == fullest
