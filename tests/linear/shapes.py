"""Which patterns are one but for the words that were put into them."""

from __future__ import annotations

import re
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

WORD = "word"

REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def shape(pattern: re.Pattern[Any]) -> str:
    """The pattern with every run of characters, and every choice of such, as one and the same word."""
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    return f"{flags} {_of_all(_parser.parse(pattern.pattern, flags))}"


def _of_all(tree: Any) -> str:
    parts: list[str] = []
    for op, of in tree:
        part = _of(op, of)
        if part != WORD or parts[-1:] != [WORD]:
            parts.append(part)
    return " ".join(parts)


def _of(op: Any, of: Any) -> str:
    if op is sre.LITERAL or (op is sre.IN and all(kind is sre.LITERAL for kind, _ in of)):
        return WORD
    if op is sre.BRANCH:
        ways = sorted({_of_all(way) for way in of[1]})
        return WORD if ways == [WORD] else f"({' | '.join(ways)})"
    if op is sre.SUBPATTERN:
        inner = _of_all(of[3])
        return inner if inner == WORD else f"({inner})"
    if op in REPEATS:
        return f"{op} {of[0]} {of[1]} ({_of_all(of[2])})"
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return f"{op} {of[0]} ({_of_all(of[1])})"
    return f"{op} ({_of_all(of)})" if op is sre.ATOMIC_GROUP else f"{op} {of}"
