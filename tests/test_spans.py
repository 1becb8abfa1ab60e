"""A stitched text knows where each of its characters came from, and has none of its own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.records import Span
from rag.spans import Stitched, merge, overlap, quote

PAGE = "大标题\n正文上半\n别的报道\n正文下半。"
BODY = Stitched(PAGE, [Span(4, 8), Span(14, 19)])


@st.composite
def cut(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A page, and non-empty pieces of it in any order, overlapping ones too."""
    page = draw(st.text(min_size=1, max_size=40))
    starts = st.integers(0, len(page) - 1)
    piece = starts.flatmap(lambda s: st.integers(s + 1, len(page)).map(lambda e: Span(s, e)))
    return page, draw(st.lists(piece, max_size=6))


@given(cut())
def test_text_is_the_pieces_end_to_end(case: tuple[str, list[Span]]) -> None:
    page, spans = case
    assert Stitched(page, spans).text == "".join(page[s.start : s.end] for s in spans)


@given(cut(), st.data())
def test_locating_any_stretch_gives_back_its_characters(case: tuple[str, list[Span]], data: st.DataObject) -> None:
    page, spans = case
    stitched = Stitched(page, spans)
    start = data.draw(st.integers(0, len(stitched.text)))
    end = data.draw(st.integers(start, len(stitched.text)))
    found = stitched.locate(start, end)
    assert quote(page, found) == stitched.text[start:end]
    assert all(s.start < s.end for s in found)


@given(cut())
def test_every_character_comes_from_a_piece(case: tuple[str, list[Span]]) -> None:
    page, spans = case
    stitched = Stitched(page, spans)
    inside = {at for s in spans for at in range(s.start, s.end)}
    assert {at for s in stitched.locate(0, len(stitched.text)) for at in range(s.start, s.end)} == inside


@given(cut())
def test_merging_keeps_characters_and_order(case: tuple[str, list[Span]]) -> None:
    _, spans = case
    merged = merge(spans)
    assert [i for s in merged for i in range(s.start, s.end)] == [i for s in spans for i in range(s.start, s.end)]
    assert all(a.end != b.start for a, b in pairwise(merged))


@pytest.mark.parametrize(
    ("start", "end", "spans"),
    [
        pytest.param(0, 4, (Span(4, 8),), id="the whole of one piece"),
        pytest.param(1, 3, (Span(5, 7),), id="inside one piece"),
        pytest.param(2, 6, (Span(6, 8), Span(14, 16)), id="across a column's end"),
        pytest.param(4, 9, (Span(14, 19),), id="from the very start of the second piece"),
        pytest.param(4, 4, (), id="nothing, at a seam"),
        pytest.param(9, 9, (), id="nothing, at the end"),
    ],
)
def test_locate(start: int, end: int, spans: tuple[Span, ...]) -> None:
    assert BODY.text == "正文上半正文下半。"
    assert BODY.locate(start, end) == spans


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 10)], ids=["before", "backwards", "beyond"])
def test_locating_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"\[{start}, {end}\) is outside a text of 9 characters"):
        BODY.locate(start, end)


@pytest.mark.parametrize(
    "span", [Span(3, 3), Span(5, 4), Span(-1, 2), Span(0, 20)], ids=["empty", "backwards", "before", "beyond"]
)
def test_a_piece_that_is_not_in_the_page_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="is empty or outside a page of 19 characters"):
        Stitched(PAGE, [span])


def test_no_pieces_make_an_empty_text() -> None:
    assert Stitched(PAGE, []).text == ""
    assert Stitched(PAGE, []).locate(0, 0) == ()


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        pytest.param([], (), id="nothing"),
        pytest.param([Span(0, 2), Span(2, 5)], (Span(0, 5),), id="touching"),
        pytest.param([Span(0, 2), Span(3, 5)], (Span(0, 2), Span(3, 5)), id="apart"),
        pytest.param([Span(2, 5), Span(0, 2)], (Span(2, 5), Span(0, 2)), id="out of order stays so"),
        pytest.param([Span(0, 3), Span(2, 5)], (Span(0, 3), Span(2, 5)), id="overlapping keeps both"),
    ],
)
def test_merge(spans: list[Span], merged: tuple[Span, ...]) -> None:
    assert merge(spans) == merged


@pytest.mark.parametrize(
    ("one", "other", "shared_characters"),
    [
        pytest.param([Span(0, 4)], [Span(2, 6)], 2, id="partly"),
        pytest.param([Span(0, 4)], [Span(4, 6)], 0, id="touching only"),
        pytest.param([Span(0, 2), Span(4, 6)], [Span(1, 5)], 2, id="across a gap"),
        pytest.param([], [Span(1, 5)], 0, id="nothing"),
    ],
)
def test_overlap(one: list[Span], other: list[Span], shared_characters: int) -> None:
    assert overlap(one, other) == shared_characters
    assert overlap(other, one) == shared_characters
