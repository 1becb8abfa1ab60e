"""The list of corrections: what is still open, what became of each, its page, and taking it back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from rag import Language, rulings
from tests.corrections.conftest import FRONT, Desk, desk
from tests.ui.correcting import at_the_desk
from tests.ui.test_correcting import sent
from ui.correcting.desk import kept
from ui.correcting.listing import listed, taken_back
from ui.desk import Desk as Given
from ui.links import place_of

__all__ = ["desk"]

ZH, EN = Language.ZH, Language.EN


@pytest.fixture
def given(desk: Desk) -> Iterator[Given]:
    with at_the_desk(desk) as made:
        kept(made, ZH, sent("person", "confirm", was="王建国"), "wang")
        kept(made, ZH, sent("person", "mend", was="陈志元", now="陈志远"), "li")
        yield made


def fates(html: str) -> list[str]:
    return re.findall(r'data-fate="(\w+)"', html)


def links(html: str) -> list[str]:
    return [link.replace("&amp;", "&") for link in re.findall(r'class="open" href="([^"]+)"', html)]


def renewed(given: Given, desk: Desk, text: str) -> None:
    """The page comes in a new version."""
    desk.write(front=text)
    desk.build()


def test_nothing_is_shown_where_nothing_was_corrected(desk: Desk) -> None:
    with at_the_desk(desk) as made:
        assert listed(made, EN, {})["count"] == ""


def test_all_are_listed_the_latest_first_with_who_made_them_and_their_words_beside(given: Given, desk: Desk) -> None:
    shown = listed(given, EN, {})
    assert shown["count"] == "2"
    assert fates(shown["rows"]) == ["holds", "holds"]
    assert re.findall(r"<small>(li|wang) · \d{4}-\d\d-\d\d \d\d:\d\d</small>", shown["rows"]) == ["li", "wang"]
    assert "陈志元 → 陈志远" in shown["rows"]
    place = place_of(links(shown["rows"])[0])
    assert place is not None
    assert (place.page, place.article) == ("front.txt", 1)
    assert "".join(desk.reading("front.txt", 1).page.text[s.start : s.end] for s in place.spans) == "陈志元"


def test_what_the_new_version_of_a_page_has_no_more_is_open_and_comes_first(given: Given, desk: Desk) -> None:
    renewed(given, desk, FRONT.replace("市长陈志元来到", "副市长周文涛来到"))
    shown = listed(given, EN, {})
    assert shown["count"] == "2, 1 still open"
    assert fates(shown["rows"]) == ["open"]
    assert "陈志元 → 陈志远" in shown["rows"]
    assert links(shown["rows"]) == ["?article=front.txt%231"]
    assert fates(listed(given, EN, {"only": "all"})["rows"]) == ["open", "moved"]


def test_what_is_open_is_taken_back_and_that_is_told(given: Given, desk: Desk) -> None:
    renewed(given, desk, FRONT.replace("市长陈志元来到", "副市长周文涛来到"))
    (still,) = [one for one in rulings(desk.config) if one.fate == "open"]
    shown = taken_back(given, EN, {"entry": still.entry.id}, "wang")
    assert (shown["said"], shown["wrong"]) == ("<p>Undone.</p>", "")
    assert shown["count"] == "2"
    assert fates(shown["rows"]) == ["undone", "moved"]
    assert shown["rows"].count("data-undo") == 1
    assert re.search(r"Taken back</span> <small>wang · \d{4}", shown["rows"])
    again = taken_back(given, EN, {"entry": still.entry.id}, "wang")
    assert again["wrong"] == "yes"
    assert again["said"].startswith("<p>Not kept: ")


def test_page_that_is_gone_is_told_and_has_no_link(given: Given, desk: Desk) -> None:
    desk.delete("front.txt")
    shown = listed(given, ZH, {})
    assert fates(shown["rows"]) == ["page_gone", "page_gone"]
    assert links(shown["rows"]) == []
    assert "版面不在索引里" in shown["rows"]


def test_no_words_are_run_and_nonsense_asks_for_the_first_leaf(given: Given) -> None:
    kept(given, ZH, sent("headline", "mend", was="东江大桥建成通车", now="<b>桥</b>"), "<i>li</i>")
    for sent_ in ({"only": "<b>", "page": "-1"}, {"only": 3, "page": "9999"}, None, []):
        shown = listed(given, EN, sent_)["rows"]
        assert "<b>" not in shown
        assert "<i>" not in shown
        assert fates(shown) == ["holds"] * 3
