"""What a browser tells of earlier conversations; it may hand back anything."""

from __future__ import annotations

import pytest

from ui.ask.remembered import CONVERSATIONS, Earlier, earlier_of


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        pytest.param([["一", 2], ["二", 0]], (Earlier(0, "一", 2), Earlier(1, "二")), id="as they are kept"),
        pytest.param([["一"], ["二", 1]], (Earlier(1, "二", 1),), id="the others keep their numbers"),
        pytest.param([["一", -3]], (Earlier(0, "一"),), id="fewer than none"),
        pytest.param(None, (), id="nothing"),
        pytest.param("一二三", (), id="a string"),
        pytest.param({"0": "一"}, (), id="an object"),
        pytest.param([1, None, [], [[], 1], {}, "", ["", 1], ["一", "二"]], (), id="no conversations"),
        pytest.param([["长" * 2001, 0]], (), id="longer than is answered"),
        pytest.param([["问", 0]] * 99, tuple(Earlier(n, "问") for n in range(CONVERSATIONS)), id="too many"),
    ],
)
def test_what_makes_no_sense_is_left_out(kept: object, expected: tuple[Earlier, ...]) -> None:
    assert earlier_of(kept) == expected
