"""What a browser keeps of conversations; it may hand back anything."""

from __future__ import annotations

import pytest

from ui.remembered import CONVERSATIONS, Conversation, Said, put_away, read, read_all, taken_up, written

TALK: Conversation = (Said("一", True), Said("二", False), Said("三"))


def test_conversation_is_read_as_it_was_written() -> None:
    assert read(written(TALK)) == TALK


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        pytest.param(["一", "二"], (Said("一"), Said("二")), id="questions alone, as they were kept first"),
        pytest.param(None, (), id="nothing"),
        pytest.param("一二三", (), id="a string"),
        pytest.param({"0": "一"}, (), id="an object"),
        pytest.param([1, None, [], [[]], {}, "", ["", True]], (), id="no questions"),
        pytest.param([["一", "yes"], ["二", 1]], (Said("一"), Said("二")), id="opinions that are none"),
        pytest.param(["长" * 2001], (), id="longer than is answered"),
    ],
)
def test_what_makes_no_sense_is_left_out(kept: object, expected: Conversation) -> None:
    assert read(kept) == expected


def test_conversation_put_away_stands_first_and_once() -> None:
    earlier = ((Said("四"),), TALK)
    assert put_away((Said("一"), Said("二"), Said("三")), earlier) == (
        (Said("一"), Said("二"), Said("三")),
        (Said("四"),),
    )
    assert put_away((), earlier) == earlier


def test_oldest_conversation_makes_room() -> None:
    earlier = tuple((Said(str(number)),) for number in range(CONVERSATIONS))
    assert put_away(TALK, earlier) == (TALK, *earlier[:-1])
    assert read_all([[["问", None]]] * 99) == ((Said("问"),),) * CONVERSATIONS


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, (TALK, ((Said("四"),),))), (1, ((Said("四"),), (TALK,))), (2, ((), (TALK, (Said("四"),)))), (-1, ((), (TALK, (Said("四"),))))],
    ids=["first", "second", "past the last", "before the first"],
)  # fmt: skip
def test_conversation_is_taken_up_again(number: int, expected: tuple[Conversation, tuple[Conversation, ...]]) -> None:
    assert taken_up(number, (TALK, (Said("四"),))) == expected
