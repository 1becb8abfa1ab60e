"""Claims to text with markers, and to citations in their order."""

from __future__ import annotations

import pytest

from rag.answered import Head, HeadKind
from rag.asking.writing.draft import Claim, Rendered, Source, Stated, citation, render
from rag.records import Dated
from tests.asking.handmade import LED, STOPS, TITLE, article, spans_of

VISIT = article(newspaper="海州日报")
HEADLINE, FIRST, SECOND = (Source(p, VISIT) for p in VISIT.passages[:3])


def test_markers_count_the_sources_as_they_come_and_a_source_keeps_its_own() -> None:
    rendered = render([Claim("青石镇", (SECOND,)), Claim("陈志远", (FIRST, SECOND, FIRST)), Claim("没有出处的话")])
    assert rendered.text == "青石镇[1]\n陈志远[2][1]\n没有出处的话"
    assert [(c.marker, c.quote) for c in rendered.citations] == [(1, STOPS), (2, LED)]


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        pytest.param("36个班[3]。", "36个班［3］。[1]", id="a marker the newspaper printed"),
        pytest.param("[1][22]", "［1］［22］[1]", id="several"),
        pytest.param("[注]", "[注][1]", id="brackets without a number mark nothing"),
    ],
)
def test_what_looks_like_a_marker_is_shown_with_full_width_brackets(printed: str, shown: str) -> None:
    assert render([Claim(printed, (FIRST,))]).text == shown


def test_a_citation_says_where_and_when() -> None:
    found = citation(FIRST, 7)
    assert (found.marker, found.page, found.article) == (7, "p.txt", 1)
    assert (found.spans, found.quote) == (spans_of(TITLE + LED, LED), LED)
    assert (found.title, found.newspaper) == (TITLE, "海州日报")
    assert (found.date, found.date_basis) == ("2022-05-06", "见报日2022-05-08")


def test_an_undated_article_has_no_date() -> None:
    undated = article(when=Dated())
    assert citation(Source(undated.passages[1], undated), 1).date is None


def test_no_claim_no_text() -> None:
    assert render([]) == Rendered("", (), ())


def test_heads_keep_the_markers_of_the_claim_that_states_them_first() -> None:
    where = Stated("青石镇", HeadKind.PLACE)
    rendered = render([Claim("青石镇", (SECOND,), states=(where,)), Claim("青石镇", (FIRST,), states=(where,))])
    assert rendered.heads == (Head("青石镇", HeadKind.PLACE, (1,)),)
