"""Addresses of articles: what is made is read back, and nothing else is."""

from __future__ import annotations

import pytest

from rag import Page, Span
from ui.links import Place, article_link, place_of

SPANS = (Span(3, 9), Span(12, 20))


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(Place("海州/第2版.txt", 4), id="Chinese and a folder"),
        pytest.param(Place("a#b?c&d=e%20+.txt", 0, SPANS), id="signs that mean something in addresses"),
        pytest.param(Place("<img src=x>.txt", 1, SPANS, "0123abcd"), id="markup, and the page's digest"),
    ],
)
def test_link_is_read_back(place: Place) -> None:
    assert place_of(article_link(place.page, place.article, place.spans, place.digest)) == place


@pytest.mark.parametrize(
    "address",
    ["", "?", "?article=", "?article=a.txt", "?article=%231", "?article=a.txt%23x", "?article=a.txt%23-1", "?lang=zh"],
)
def test_address_that_points_at_no_article(address: str) -> None:
    assert place_of(address) is None


@pytest.mark.parametrize("mark", ["x", "1", "1-", "-1-2", "1-2-3", "javascript:alert(1)", "1-9999999999"])
def test_mark_that_makes_no_sense_marks_nothing(mark: str) -> None:
    assert place_of(f"?article=a%230&mark={mark}") == Place("a", 0)


@pytest.mark.parametrize(
    ("place", "fits"),
    [
        pytest.param(Place("a", 0, (Span(0, 4),), "abc"), True, id="as it was"),
        pytest.param(Place("a", 0, (Span(0, 4),)), True, id="no digest in the link"),
        pytest.param(Place("a", 0, (Span(0, 5),), "abc"), False, id="past the end"),
        pytest.param(Place("a", 0, (Span(2, 2),)), False, id="no words"),
        pytest.param(Place("a", 0, (Span(0, 4),), "abd"), False, id="another page of that name"),
    ],
)
def test_words_still_stand_where_the_link_says(place: Place, fits: bool) -> None:
    assert place.fits(Page("a", "一二三四", "abcdef")) is fits
