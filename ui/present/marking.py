"""Pieces of a page as HTML, with the cited characters marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal

from rag import Span, Spans
from ui.present.escape import escaped

Weight = Literal["cited", "also", ""]
"""How a character is marked: by the citation that is shown, by another of the same answer, or not."""


def marked(text: str, pieces: Iterable[Span], cited: Spans, also: Spans = ()) -> str:
    """The pieces of `text` put end to end as HTML: `<mark class="cited">` and `<mark class="also">` around what is cited.

    A sentence broken over several pieces becomes one mark, since nothing stands between them.
    """
    runs = (run for piece in pieces for run in _runs(text, piece, cited, also))
    return "".join(
        _wrap(weight, "".join(words for _, words in group)) for weight, group in groupby(runs, lambda r: r[0])
    )


def _runs(text: str, piece: Span, cited: Spans, also: Spans) -> Iterator[tuple[Weight, str]]:
    edges = sorted({piece.start, piece.end, *_edges(piece, cited), *_edges(piece, also)})
    for start, end in pairwise(edges):
        yield _weight(start, cited, also), text[start:end]


def _edges(piece: Span, spans: Spans) -> Iterator[int]:
    return (edge for s in spans for edge in (s.start, s.end) if piece.start < edge < piece.end)


def _weight(at: int, cited: Spans, also: Spans) -> Weight:
    if _within(at, cited):
        return "cited"
    return "also" if _within(at, also) else ""


def _within(at: int, spans: Sequence[Span]) -> bool:
    return any(s.start <= at < s.end for s in spans)


def _wrap(weight: Weight, words: str) -> str:
    return f'<mark class="{weight}">{escaped(words)}</mark>' if weight else escaped(words)
