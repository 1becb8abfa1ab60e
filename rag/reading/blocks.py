"""The lines of a page as blocks: the smallest pieces that are moved about as a whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.reading.cues import has_cue
from rag.reading.listed import whole_lines
from rag.reading.spaced import INVISIBLE, pieces
from rag.reading.wrapping import gap, unwrap
from rag.records import Span, Spans
from rag.spans import quote

# A line from its indent to its last visible character.
_LINE = re.compile(r"(?<![^\n\r])[^\n\r]*[^\s](?=[^\S\n\r]*(?:[\n\r]|$))")
STOPS = tuple("。！？!?…")
CLOSERS = "”’」』）)》】\"'"

INDENT = 2
"""White space before a line that is the indent of a paragraph."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line, or a hard-wrapped paragraph. `text` is its wording without outer white space and invisible characters.

    `apart` tells that an empty line stands before it, `whole` that it is complete without a stop, as a line of a list is,
    `begun` that a note says of it that it began on another page, `goes_on` that one says so of its end.
    """

    spans: Spans
    text: str
    apart: bool = True
    begun: bool = False
    goes_on: bool = False
    whole: bool = False

    @property
    def start(self) -> int:
        """Where it begins on the page."""
        return self.spans[0].start

    @property
    def ended(self) -> bool:
        """Whether its last sentence is complete; a paragraph broken at a column's end is not, a byline's line is."""
        if self.whole or has_cue("byline", self.text):
            return True
        said = self.text.rstrip(CLOSERS + " 　")
        return self.text[-1:] in ("）", ")") or said[-1:] in STOPS or (said[-1:] == "." and not said[-2:-1].isascii())


def find_blocks(text: str) -> list[Block]:
    """Every visible character of the page in exactly one block, in the order of the page.

    An indent is left out, and so are the spaces of letter-spaced lines; a single space before a word is a part of the line.
    """
    lines = [_unindented(text, Span(m.start(), m.end())) for m in _LINE.finditer(text)]
    blocks: list[Block] = []
    for group in unwrap(text, lines):
        apart = not blocks or gap(text, blocks[-1].spans[-1], group[0])
        blocks.append(make_block(text, tuple(p for line in group for p in pieces(text, line)), apart))
    whole = whole_lines([block.text for block in blocks])
    return [replace(block, whole=True) if alone else block for block, alone in zip(blocks, whole, strict=True)]


def _unindented(text: str, line: Span) -> Span:
    found = text[line.start : line.end]
    indent = len(found) - len(found.lstrip())
    return Span(line.start + indent, line.end) if indent >= INDENT else line


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
            left = make_block(text, spans, block.apart) if first < last else block
            kept.append(replace(left, whole=block.whole))
    return kept


def _split(text: str, span: Span, cut: Span) -> list[Span]:
    pieces = (Span(span.start, min(span.end, cut.start)), Span(max(span.start, cut.end), span.end))
    return [p for p in pieces if p.start < p.end and text[p.start : p.end].strip()]
