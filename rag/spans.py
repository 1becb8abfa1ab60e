"""Text cut out of a page that knows where each of its characters came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from rag.records import Span, Spans


class Stitched:
    """Pieces of one page read as one text.

    `text` is exactly the pieces put end to end: stitching may leave characters of the page out, it never adds any.
    Pieces may stand in any order on the page and must be non-empty and within it (ValueError otherwise).
    """

    __slots__ = ("_starts", "spans", "text")

    def __init__(self, page: str, spans: Iterable[Span]) -> None:
        self.spans: Spans = tuple(spans)
        for s in self.spans:
            if not 0 <= s.start < s.end <= len(page):
                raise ValueError(f"span [{s.start}, {s.end}) is empty or outside a page of {len(page)} characters")
        self.text = "".join(page[s.start : s.end] for s in self.spans)
        self._starts = [0, *accumulate(s.end - s.start for s in self.spans)]

    def locate(self, start: int, end: int) -> Spans:
        """Page spans of `text[start:end]`, adjacent ones merged. ValueError outside `0 <= start <= end <= len`."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is outside a text of {len(self.text)} characters")
        found: list[Span] = []
        k = max(bisect_right(self._starts, start) - 1, 0)
        while start < end:
            piece, base = self.spans[k], self._starts[k]
            stop = min(end, self._starts[k + 1])
            found.append(Span(piece.start + start - base, piece.start + stop - base))
            start, k = stop, k + 1
        return merge(found)


def merge(spans: Sequence[Span]) -> Spans:
    """The same characters in the same order with spans that touch joined; nothing is sorted."""
    joined: list[Span] = []
    for s in spans:
        if joined and joined[-1].end == s.start:
            joined[-1] = Span(joined[-1].start, s.end)
        else:
            joined.append(s)
    return tuple(joined)


def quote(page: str, spans: Iterable[Span]) -> str:
    """The words of the page that the spans name."""
    return "".join(page[s.start : s.end] for s in spans)


def overlap(one: Iterable[Span], other: Iterable[Span]) -> int:
    """How many characters two groups of spans share (each group without repetitions)."""
    others = tuple(other)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in others)
