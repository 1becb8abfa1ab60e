"""Addresses of articles: what is made is read back, and nothing else is."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from rag import EVERYTHING, Page, Scope, Span
from ui.handlers.scoping import scope_in, scope_of
from ui.links import Place, article_link, place_of, question_link

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


@pytest.mark.parametrize(
    "scope",
    [
        pytest.param(EVERYTHING, id="everything"),
        pytest.param(Scope("海州日报", "2023-05", "2023-06-01"), id="a paper and a period"),
        pytest.param(
            Scope(pages=("海州/第2版.txt", "a&b=c#d.txt")), id="pages with signs that mean something in addresses"
        ),
    ],
)
def test_a_question_is_read_back_with_what_it_is_asked_of(scope: Scope) -> None:
    fields = parse_qs(question_link("谁督查了？", scope).removeprefix("?"))
    assert (fields["ask"], scope_in(fields)) == (["谁督查了？"], scope)


@pytest.mark.parametrize(
    ("sent", "scope"),
    [
        pytest.param(
            {"since": "2023年5月", "until": "2023-5-6"}, Scope(since="2023-05", until="2023-05-06"), id="days as typed"
        ),
        pytest.param({"since": "去年"}, Scope(since="去年"), id="no day stays, to be refused"),
        pytest.param({"newspaper": " 海州 ", "pages": ["a", 3, ""]}, Scope("海州", pages=("a",)), id="of other kinds"),
        pytest.param("x", EVERYTHING, id="nothing"),
    ],
)
def test_scope_as_it_is_sent(sent: object, scope: Scope) -> None:
    assert scope_of(sent) == scope
