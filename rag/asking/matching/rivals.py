"""Whether a sentence, or a place in it, tells of what is asked about or of another thing like it.

What governs a place is the one that its clause names; else newspapers say once which one they speak of (上午, 二期, 女子组)
and go on until they name another: the last one before it, in its sentence or in those before it of the same paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rag.asked import Frame, Rival
from rag.asking.matching.candidates import Candidate
from rag.records import Passage
from rag.tables import cue_pattern, rows

HALF_DAY, SIDE = "half_day", "side"
_WHOLE = cue_pattern("throughout", "asking_cues.tsv")
_CLAUSE_ENDS = "，,；;。！？!?"


def named_other(query: Frame, passage: Passage, c: Candidate, at: int = -1) -> str:
    """What the question names, as worded, where the sentence (or its place `at`) is told of another like it; else empty."""
    return next((r.worded for r in query.wording.rivals if _of_other(r, passage, c, at)), "")


def thing_of_other(query: Frame, passage: Passage, at: int) -> bool:
    """Whether a thing that a sentence names there is told of as another than the one asked about: by its own clause, which
    may name several, else by the last one named before."""
    text = passage.text
    start, end = clause_span(text, at)
    shared = (HALF_DAY, SIDE)  # whoever goes on in the afternoon, or the road with two sides, is named before
    for rival in (r for r in query.wording.rivals if r.group not in shared):
        told = list(_told(rival, text))
        inside = [own for place, own in told if start <= place < end]
        before = [own for place, own in told if place < start]
        if (inside and True not in inside) or (not inside and before and not before[-1]):
            return True
    return False


def says_itself(rival: Rival, text: str) -> bool:
    """Whether a text prints the thing asked about and not only others like it."""
    return any(own for _, own in _told(rival, text))


def tells_several(rival: Rival, text: str) -> bool:
    """Whether a text prints the thing asked about and others like it, so that each has its own part in it."""
    return {own for _, own in _told(rival, text)} == {True, False}


def clause_span(text: str, at: int) -> tuple[int, int]:
    """Where the clause begins and ends that holds a place of the text."""
    start = max(text.rfind(mark, 0, at) for mark in _CLAUSE_ENDS) + 1
    return start, min((k for mark in _CLAUSE_ENDS if (k := text.find(mark, at)) >= 0), default=len(text))


def half_days() -> str:
    """A pattern of how a half of a day is printed."""
    return "|".join(printed for group, printed, _ in rows("rivals.tsv") if group == HALF_DAY)


def only_others(query: Frame, text: str) -> str:
    """What the question names, as worded, of which a text prints none of the ways but another of the kind; else empty."""
    return next((r.worded for r in query.wording.rivals if {own for _, own in _told(r, text)} == {False}), "")


def through_all(text: str) -> bool:
    """Whether it tells of somebody that it was so from the first part to the last."""
    return _WHOLE.search(text) is not None


def _of_other(rival: Rival, passage: Passage, c: Candidate, at: int) -> bool:
    told = list(_told(rival, passage.text))
    if not told:
        return not through_all(passage.text) and not _said_before(rival, passage, c.passages)
    if at < 0:
        return not any(own for _, own in told)
    start, end = clause_span(passage.text, at)
    inside = {own for place, own in told if start <= place < end}
    if len(inside) == 1:
        return False in inside
    before = [own for place, own in told if place <= at]
    if before:
        return not before[-1]
    if inside:
        return not next(own for place, own in told if place > at)
    return not _said_before(rival, passage, c.passages)


def _said_before(rival: Rival, passage: Passage, passages: Sequence[Passage]) -> bool:
    """Whether the sentences before of the same paragraph do not speak of another; True where they speak of none."""
    same = [p for p in passages if p.paragraph == passage.paragraph and p.number < passage.number]
    for p in sorted(same, key=lambda p: -p.number):
        if told := list(_told(rival, p.text)):
            return told[-1][1]
    return True


def _told(rival: Rival, text: str) -> Iterator[tuple[int, bool]]:
    """Where the text prints one of the kind, in order, and whether it is the one asked about."""
    own = [m.span() for m in _compiled(rival.own).finditer(text)]
    others = (m.span() for m in _compiled(rival.others).finditer(text))
    free = [(a, b) for a, b in others if not any(a < y and x < b for x, y in own)]
    return iter(sorted([*((a, True) for a, _ in own), *((a, False) for a, _ in free)]))


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
