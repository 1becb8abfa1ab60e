"""Words of a page found again in its next version, or not."""

from __future__ import annotations

import pytest

from rag.corrections.entries import anchored
from rag.corrections.placing import Placing
from rag.records import Page, Span, Spans
from rag.spans import quote

OLD = "海州日报\n\n市长陈志远来到东江县检查大桥。\n他要求加强管护。\n\n市长陈志远参加会议。\n"


def placed(text: str, *words: str, old: str = OLD, nth: int = 0) -> str | None:
    """What stands on the new page where these words of the old one are placed."""
    spans: list[Span] = []
    for word in words:
        at = -1
        for _ in range(nth + 1):
            at = old.index(word, at + 1)
        spans.append(Span(at, at + len(word)))
    found: Spans | None = Placing(Page("a.txt", text, "new")).place(anchored(old, tuple(spans)), "old")
    return quote(text, found) if found else None


def test_on_the_page_itself_the_place_holds() -> None:
    anchor = anchored(OLD, (Span(8, 11),))
    assert Placing(Page("a.txt", OLD, "old")).place(anchor, "old") == (Span(8, 11),)


def test_a_place_that_holds_other_words_is_none() -> None:
    anchor = anchored(OLD, (Span(8, 11),))
    assert Placing(Page("a.txt", OLD.replace("陈志远", "陈志宏"), "old")).place(anchor, "old") is None


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        pytest.param("头条\n" + OLD, ("他要求加强管护。",), "他要求加强管护。", id="moved down"),
        pytest.param(OLD.replace("\n", ""), ("他要求加强管护。",), "他要求加强管护。", id="without line ends"),
        pytest.param(
            OLD.replace("要求", "要\n求"), ("他要求加强管护。",), "他要\n求加强管护。", id="another line end in it"
        ),
        pytest.param(OLD.replace("要求", "希望"), ("他要求加强管护。",), None, id="other words"),
        pytest.param("通知\n他要求加强管护。", ("他要求加强管护。",), None, id="the same words among others"),
        pytest.param("", ("他要求加强管护。",), None, id="an empty page"),
        pytest.param("甲\n" + OLD, ("市长陈志远来到", "他要求"), "市长陈志远来到他要求", id="several places"),
        pytest.param(OLD.replace("他要求", "他说"), ("市长陈志远来到", "他要求"), None, id="one of several is gone"),
    ],
)
def test_words_are_found_where_they_stand_now(text: str, words: tuple[str, ...], found: str | None) -> None:
    assert placed(text, *words) == found


def test_of_the_same_words_at_several_places_those_are_found_that_stand_among_the_same() -> None:
    new = Placing(Page("a.txt", "要闻\n" + OLD, "new"))
    for nth in (0, 1):
        at = OLD.index("陈志远", OLD.index("陈志远") + 1 if nth else 0)
        assert new.place(anchored(OLD, (Span(at, at + 3),)), "old") == (Span(at + 3, at + 6),)


def test_where_nothing_tells_two_places_apart_neither_is_taken() -> None:
    old = "陈志远到会。"
    assert placed("陈志远到会。\n陈志远到会。", "陈志远", old=old) is None
