"""Points of a speech and other things told one by one: which sentences of an article count on from each other, whatever is said
between them, and whether as many are told as are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.asked import Frame
from rag.asking.expected.forms import forms, saying
from rag.asking.matching.candidates import Candidate
from rag.records import Passage, PassageKind
from rag.tables import rows

UNITS = ("点", "条", "项", "个方面")
"""What points are counted in."""

_SPOKEN = {"要求", "意见", "建议", "希望", "工作要求", "体会"}
_POINT = re.compile(r"[；;]|[一二三四五六七八九十]是|[一二三四五六七八九十]要|第[一二三四五六七八九十]|[①②③④⑤⑥]")
"""What begins each point of a speech."""
_SEPARATOR = re.compile(r"[、；;]|[一二三四五六七八九十]是|[一二三四五六七八九十]要")
_LAST = re.compile(r"[和及]")
"""What joins the last of a list to the others, once."""

_FIRST = 1
_CLAUSE = r"(?:^|(?<=[：:；;，,。“、\s]))"


@dataclass(frozen=True, slots=True)
class Mark:
    """What marks a point in a sentence: its series, its number in it (0 for a word that marks the last one), and the offset
    at which it stands."""

    series: str
    number: int
    start: int


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence that tells a point, or several, and the mark of the first of them."""

    passage: Passage
    mark: Mark


def strings_so_many(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence, with those that count on from it, has as many; True where no number is asked for."""
    many = query.wording.points
    if not many:
        return True
    run = points(candidate, passage)
    if len(run) > many:
        return True
    return strings(query, "".join(p.passage.text for p in run) or passage.text)


def strings(query: Frame, text: str) -> bool:
    """Whether as many as are asked for are strung together."""
    many = query.wording.points
    if set(query.focus) & _SPOKEN:
        return len(_POINT.findall(text)) >= many
    return len(_SEPARATOR.findall(text)) + bool(_LAST.search(text)) >= many


def lists_points(text: str) -> bool:
    """Whether a sentence tells more than one point."""
    return len(_POINT.findall(text)) > 1


def is_point(text: str) -> bool:
    """Whether a sentence is one of several that are counted (二是…, 第三…)."""
    return any(mark.start == 0 for mark in marks(text))


def points(candidate: Candidate, passage: Passage) -> tuple[Point, ...]:
    """The points, in sentences of their own, that the sentence announces, is one of, or stands between; () for none.

    Of several such runs, one within the other, that of which the sentence tells a point itself, else the shortest.
    """
    return _about(runs(candidate), passage)


def alike(candidate: Candidate, passage: Passage) -> tuple[Point, ...]:
    """The same of sentences that open in one form, which no number marks."""
    found = (
        tuple(Point(told, Mark("", n, start)) for n, (told, start) in enumerate(form, _FIRST))
        for form in forms(candidate.passages)
    )
    return _about([run for run in found if _one_speaks(run, candidate)], passage)


def _about(found: Iterable[tuple[Point, ...]], passage: Passage) -> tuple[Point, ...]:
    at = passage.number
    found = [run for run in found if run[0].passage.number - 1 <= at <= run[-1].passage.number]
    return min(
        found,
        key=lambda run: (
            not any(p.passage.number == passage.number for p in run),
            run[-1].passage.number - run[0].passage.number,
        ),
        default=(),
    )


def runs(candidate: Candidate) -> list[tuple[Point, ...]]:
    """All runs of points of an article that are told in more than one sentence, in the order in which they begin.

    A run goes on as long as its marks count on, one by one, and no sentence says that somebody else speaks.
    """
    found: list[list[Point]] = []
    last: dict[str, int] = {}
    current: dict[str, list[Point]] = {}
    for passage in candidate.passages:
        if passage.kind is not PassageKind.SENTENCE:
            continue
        if others := _named(saying(passage.text), candidate):
            current = {s: run for s, run in current.items() if _of_one(speakers(run, candidate), others)}
        for mark in marks(passage.text):
            run = current.get(mark.series)
            if mark.number == _FIRST:
                current[mark.series] = [Point(passage, mark)]
                found.append(current[mark.series])
                last[mark.series] = _FIRST
            elif run and (mark.number == last[mark.series] + 1 or _ends(mark, last[mark.series])):
                last[mark.series] += 1
                if run[-1].passage is not passage:
                    run.append(Point(passage, mark))
                if _ends(mark, last[mark.series]):
                    del current[mark.series]
            elif run and mark.number != last[mark.series]:  # a fragment printed twice does not end it
                del current[mark.series]
    return [tuple(run) for run in found if len(run) > 1]


def _ends(mark: Mark, last: int) -> bool:
    return not mark.number and last > _FIRST


def speakers(run: Sequence[Point], candidate: Candidate) -> set[str]:
    """Who is told to make the points, as far as the first of them tells it; empty where that is not known."""
    first = run[0].passage
    return _named(f"{first.actor}{first.text}", candidate)


def _named(text: str, candidate: Candidate) -> set[str]:
    return {p.name for p in candidate.roles if p.name in text}


def _of_one(some: set[str], others: set[str]) -> bool:
    """Whether they may be the same; nobody known may be anybody."""
    return not some or not others or not some.isdisjoint(others)


def _one_speaks(run: Sequence[Point], candidate: Candidate) -> bool:
    """Whether all are read of one; of what is no more than alike that has to hold for each."""
    first = speakers(run, candidate)
    return all(_of_one(first, _named(point.passage.actor, candidate)) for point in run)


def marks(text: str) -> Iterator[Mark]:
    """The marks of points in a sentence, in its order."""
    found = [
        Mark(series, numbers.get(m[1], 0), m.start())
        for series, pattern, numbers in _series()
        for m in pattern.finditer(text)
    ]
    return iter(sorted(found, key=lambda mark: mark.start))


@lru_cache(maxsize=1)
def _series() -> tuple[tuple[str, re.Pattern[str], dict[str, int]], ...]:
    found = []
    for name, printed, counted, last, where in rows("points.tsv"):
        numbers = {word: n for n, same in enumerate(counted.split(), _FIRST) for word in same.split("|")}
        words = sorted([*numbers, *([last] if last != "-" else [])], key=len, reverse=True)
        begins = "^" if where == "sentence" else _CLAUSE
        pattern = begins + printed.replace("N", f"({'|'.join(words)})", 1)
        found.append((name, re.compile(pattern), numbers))
    return tuple(found)
