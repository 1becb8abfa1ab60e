"""What may make a regular expression slow: long runs of what its repetitions repeat, and of what pages hold anyhow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

ANYHOW = (
    " ",
    "　",
    "\n",
    "1",
    "a",
    "会",
    "、",
    "，",
    "第",
    "年5月",
    "<a ",
    "&#",
    "(",
    "（",
    "“",
    'a="',
    "\t \n",
    "a. ",
    "不是",
    "的",
)
"""Runs of these stand in what layouts, recognition and templates leave behind."""

LONG = 24
"""Repetitions from which on a run may be as long as somebody likes."""
EACH = 4
"""Of one pattern's own repetitions, those of which runs are made of their own characters."""
MOST = 4
"""Times that what must stand more often stands in a sample."""


def triggers(pattern: re.Pattern[Any]) -> list[str]:
    """Pieces to be repeated: each makes a run that the pattern may walk through."""
    tree = _parser.parse(
        pattern.pattern, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    )
    own = [piece for piece in dict.fromkeys(_runs(tree)) if piece]
    return list(dict.fromkeys((*ANYHOW, *own[: 4 * EACH])))


def _runs(tree: Any, whole: str = "", bare: str = "") -> Iterator[str]:
    """For each long repetition what it repeats, alone and behind what leads to it: as `whole`, with all that may stand
    there, and `bare`, with what must alone, since what may (a colon) can end the run. So of what is inside it."""
    for op, of in tree:
        for inner, repeated in _inside(op, of):
            if repeated:
                yield _sample(inner)
                yield whole + _sample(inner)
                yield bare + _sample(inner)
            yield from _runs(inner, whole, bare)
        whole += _sample([(op, of)])
        bare += _sample([(op, of)], bare=True)


def _inside(op: Any, of: Any) -> Iterator[tuple[Any, bool]]:
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        yield of[2], of[1] >= LONG
    elif op is sre.SUBPATTERN:
        yield of[3], False
    elif op is sre.BRANCH:
        yield from ((branch, False) for branch in of[1])
    elif op in (sre.ASSERT, sre.ASSERT_NOT):
        yield of[1], False
    elif op is sre.ATOMIC_GROUP:
        yield of, False


def _sample(tree: Any, bare: bool = False) -> str:
    """A text that the tree may match, or part of one; where it is bare, without what may be left out."""
    return "".join(_of(op, of, bare) for op, of in tree)


def _of(op: Any, of: Any, bare: bool) -> str:
    if op is sre.LITERAL:
        return chr(of)
    if op is sre.NOT_LITERAL:
        return "b" if of != ord("b") else "c"
    if op is sre.ANY:
        return "x"
    if op is sre.IN:
        return _one_of(of)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _sample(of[2], bare) * min(max(of[0], 1 if of[1] < LONG and not bare else 0), MOST)
    if op is sre.SUBPATTERN:
        return _sample(of[3], bare)
    if op is sre.BRANCH:
        return _sample(of[1][0], bare)
    return _sample(of, bare) if op is sre.ATOMIC_GROUP else ""


def _one_of(choices: Any) -> str:
    """A character of a set."""
    negated = choices[0][0] is sre.NEGATE
    for candidate in _candidates(choices):
        inside = any(_holds(one, candidate) for one in choices if one[0] is not sre.NEGATE)
        if inside != negated:
            return candidate
    return "x"


def _candidates(choices: Any) -> Iterator[str]:
    for op, of in choices:
        if op is sre.LITERAL:
            yield chr(of)
        elif op is sre.RANGE:
            yield chr(of[0])
    yield from "x会 1\n，a-"


def _holds(choice: Any, char: str) -> bool:
    op, of = choice
    if op is sre.LITERAL:
        return ord(char) == of
    if op is sre.RANGE:
        return bool(of[0] <= ord(char) <= of[1])
    if op is sre.CATEGORY:
        return re.fullmatch(_CLASSES.get(str(of), "."), char) is not None
    return False


_CLASSES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
