"""Letter-spaced lines and names (海 州 市 召 开 会 议, 副县长李 强): the spaces belong to the layout, not to the wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rag.records import Span, Spans
from rag.tables import rows
from rag.text import has_han

_RUN = re.compile(r"\S(?:[ \u3000]\S){5,}")
"""Six characters with a space between each: fewer may be names that a list sets apart."""

_LINE = re.compile(r"[ \u3000]*[一-鿿](?:[ \u3000]{1,3}[一-鿿]){2,}[ \u3000]*")
"""A whole line so (停 水 通 知) is a headline or a newspaper's name."""

_NAME = re.compile(
    r"(?:^|(?<=[、，,；;：:。（(和与长记席任员监理事])|(?<=[长记席任员监理事])[ \u3000])(?P<family>[一-鿿]{1,2})[ \u3000]{1,2}(?P<given>[一-鿿])"
    r"(?=[ \u3000]?(?:[、，,。；;（(）)]|等|参加|出席|列席|陪同|一同|分别|$))",
    re.M,
)
"""A name of two characters set as wide as its neighbours of three, in a list or behind an office."""

_SPACES = re.compile(r"[ \u3000]+")


def pieces(text: str, line: Span) -> Spans:
    """The line without the spaces of its letter-spaced runs and names; the line itself where it has none."""
    found: list[Span] = []
    at = line.start
    for start, end in sorted(_gaps(text, line)):
        found += [Span(at, start)] if at < start else []
        at = max(at, end)
    return (*found, Span(at, line.end)) if at < line.end else tuple(found)


def closed(line: str) -> str:
    """A line by itself without those spaces."""
    return "".join(line[p.start : p.end] for p in pieces(line, Span(0, len(line))))


def width(text: str, line: Span) -> int:
    """Characters of the line without the spaces of its letter-spaced runs."""
    return sum(piece.end - piece.start for piece in pieces(text, line))


def _gaps(text: str, line: Span) -> Iterator[tuple[int, int]]:
    """Where the spaces stand that are no part of the wording, each once."""
    runs = [m.span() for m in _RUN.finditer(text, line.start, line.end) if has_han(m.group())]
    whole = _LINE.fullmatch(text, line.start, line.end)
    runs += [whole.span()] if whole else []
    names = _spaced_names(text)
    runs += [m.span() for m in names.finditer(text, line.start, line.end)] if names else []
    inside = {(m.start(), m.end()) for start, end in runs for m in _SPACES.finditer(text, start, end)}
    yield from (gap for gap in inside if line.start < gap[0] and gap[1] < line.end)


@lru_cache(maxsize=8)
def _spaced_names(text: str) -> re.Pattern[str] | None:
    """The names that the page prints with a space in a list or behind an office, to be closed wherever they stand."""
    found = {(m["family"], m["given"]) for m in _NAME.finditer(text) if m["family"] in _families()}
    either = "|".join(
        rf"(?:(?<=[长记席任员监理事])[ \u3000])?{family}[ \u3000]{{1,2}}{given}(?:[ \u3000](?=[、，,]))?"
        for family, given in sorted(found)
    )
    return re.compile(either) if either else None


@cache
def _families() -> frozenset[str]:
    return frozenset(name for name, strength, *_ in rows("surnames.tsv") if strength == "common")
