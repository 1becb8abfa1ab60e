"""Letter-spaced lines (海 州 市 召 开 会 议): the spaces belong to the layout, not to the wording."""

from __future__ import annotations

import re

from rag.records import Span, Spans
from rag.text import has_han

_RUN = re.compile(r"\S(?:[ \u3000]\S){5,}")
"""Six characters with a space between each: fewer may be names that a list sets apart."""


def pieces(text: str, line: Span) -> Spans:
    """The line without the spaces of its letter-spaced runs; the line itself where it has none."""
    found: list[Span] = []
    at = line.start
    for match in _RUN.finditer(text, line.start, line.end):
        if not has_han(match.group()):
            continue
        found += [Span(at, match.start())] if at < match.start() else []
        found += [Span(k, k + 1) for k in range(match.start(), match.end(), 2)]
        at = match.end()
    return (*found, Span(at, line.end)) if at < line.end else tuple(found)


def width(text: str, line: Span) -> int:
    """Characters of the line without the spaces of its letter-spaced runs."""
    return sum(piece.end - piece.start for piece in pieces(text, line))
