"""The lines of a page as blocks: the smallest pieces that are moved about as a whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rag.records import Span, Spans
from rag.spans import quote

# A line from its indent to its last visible character.
_LINE = re.compile(r"[^\n\r]*[^\s](?=[^\S\n\r]*(?:[\n\r]|$))")
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Zero-width and direction-setting characters: they belong to their line and say nothing."""

STOPS = "。！？!?…"
CLOSERS = "”’」』）)》】\"'"

WRAP_SLACK = 2
"""Characters by which full lines of a hard-wrapped paragraph differ: punctuation is not left at a line's start."""

WRAP_SHORTEST = 8
"""Characters. A narrower line than a newspaper column's is a list or a headline, not wrapped prose."""

WRAP_LINES = 3
"""Lines that must follow one another without a gap before they are taken for one wrapped paragraph."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line, or a hard-wrapped paragraph. `text` is its wording without outer white space and invisible characters.

    `apart` tells that an empty line stands before it.
    """

    spans: Spans
    text: str
    apart: bool = True

    @property
    def start(self) -> int:
        """Where it begins on the page."""
        return self.spans[0].start

    @property
    def ended(self) -> bool:
        """Whether its last sentence is complete; a paragraph broken at a column's end is not."""
        return self.text[-1:] in ("）", ")") or (self.text.rstrip(CLOSERS + " 　")[-1:] in STOPS and bool(self.text))


def find_blocks(text: str) -> list[Block]:
    """Every visible character of the page in exactly one block, in the order of the page."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text)]
    blocks: list[Block] = []
    for group in _groups(text, lines):
        apart = not blocks or _gap(text, blocks[-1].spans[-1], group[0])
        blocks.append(make_block(text, tuple(group), apart))
    return blocks


def make_block(text: str, spans: Spans, apart: bool = True) -> Block:
    """A block of these spans of the page."""
    return Block(spans, quote(text, spans).strip(INVISIBLE + " \t　").strip(), apart)


def without(text: str, blocks: Sequence[Block], cuts: Sequence[Span]) -> list[Block]:
    """The blocks with the given spans of the page (in order, apart from one another) cut out of them."""
    kept: list[Block] = []
    starts = [cut.start for cut in cuts]
    for block in blocks:
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.spans[-1].end)
        spans = block.spans
        for cut in cuts[first:last]:
            spans = tuple(piece for span in spans for piece in _split(text, span, cut))
        if spans:
            kept.append(make_block(text, spans, block.apart) if first < last else block)
    return kept


def _split(text: str, span: Span, cut: Span) -> list[Span]:
    pieces = (Span(span.start, min(span.end, cut.start)), Span(max(span.start, cut.end), span.end))
    return [p for p in pieces if p.start < p.end and text[p.start : p.end].strip()]


def _gap(text: str, before: Span, after: Span) -> bool:
    return text.count("\n", before.end, after.start) > 1 or text.count("\r", before.end, after.start) > 1


def _groups(text: str, lines: list[Span]) -> list[list[Span]]:
    """Lines, those of a hard-wrapped paragraph together."""
    groups: list[list[Span]] = []
    run: list[Span] = []
    for line in lines:
        if run and _gap(text, run[-1], line):
            groups += _unwrap(text, run)
            run = []
        run.append(line)
    return groups + _unwrap(text, run)


def _unwrap(text: str, run: list[Span]) -> list[list[Span]]:
    width = max((s.end - s.start for s in run), default=0)
    full = [s.end - s.start >= width - WRAP_SLACK for s in run]
    if len(run) < WRAP_LINES or width < WRAP_SHORTEST or sum(full) < len(run) / 2:
        return [[s] for s in run]
    joined = [[run[0]]]
    for before, line in zip(full, run[1:], strict=False):
        if before and not text[line.start].isspace():
            joined[-1].append(line)
        else:
            joined.append([line])
    return joined
