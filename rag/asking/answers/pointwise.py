"""What is told point by point, answered by the points alone (一是…。二是…。), without what is said of each between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.asked import Asks, Cue, Frame
from rag.asking.expected.points import Point, alike, points, speakers, strings
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.terms import Term
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.excerpt import excerpt

ROOM = 480
"""Characters of all points together; of longer ones each is cut to its clauses that begin with its mark."""

SHORTEST = 40
"""Characters of a point that are shown however many there are."""

QUOTED = 240
"""Characters quoted of a sentence that stands beside the points."""

MARKED = 6
"""Characters from the mark on that a point is known by."""


def by_points(query: Frame, about: Sequence[Term], chosen: Sequence[Judged], judged: Sequence[Judged]) -> list[Claim]:
    """Where several are asked for (哪几点), a claim for each of the points among which the first of the chosen sentences stands,
    or that it announces, as many as are asked for; [] where it stands among none, or strings so many together itself. What
    explains a point stays beside them where no number is asked for: it may be what is meant (盯紧哪些事).

    Where another one does, that run and the chosen sentences, in the order of the page.
    """
    if query.asks not in (Asks.WHAT, Asks.LIST) or not asks_several(query):
        return []
    best = chosen[0]
    number = query.wording.points + 1 if query.wording.points else None
    run = standing_among(query, best, number)
    if any(p.passage is best.passage for p in run):
        return claimed(about, run[:number], best, judged)
    if number and strings(query, best.passage.text):
        return []
    if run:
        return claimed(about, run[:number], best, judged, announcing(best, run) if number else [best])
    own = [j for j in chosen if j.candidate is best.candidate]
    found = (points(j.candidate, j.passage) for j in own)
    run = next((run for run in found if run and _may_be_meant(query, run, best.candidate)), ())
    return claimed(about, run, best, judged, own) if run else []


def standing_among(query: Frame, j: Judged, number: int | None = None) -> tuple[Point, ...]:
    """The points that a sentence announces, of which it tells one, or that it explains; () for none, or for somebody else's
    than those asked about. Points that no number marks have to be as many as are asked for, if any number is."""
    run = points(j.candidate, j.passage)
    if not run:
        form = alike(j.candidate, j.passage)
        run = form if number in (None, len(form)) else ()
    return run if run and _may_be_meant(query, run, j.candidate) else ()


def _may_be_meant(query: Frame, run: Sequence[Point], candidate: Candidate) -> bool:
    """Whether nothing shows that the points are somebody else's than those asked about."""
    known = speakers(run, candidate)
    return not query.people or not known or not known.isdisjoint(query.people)


def announcing(j: Judged, run: Sequence[Point]) -> list[Judged]:
    """The sentence itself where the points are told behind it, else nothing."""
    return [j] if j.passage.number < run[0].passage.number else []


def asks_several(query: Frame) -> bool:
    """Whether several things are asked for, or what was done or required, which may be several."""
    return Cue.POINTS in query.cues or query.wording.points > 0


def claimed(
    about: Sequence[Term],
    run: Sequence[Point],
    best: Judged,
    judged: Sequence[Judged],
    beside: Sequence[Judged] = (),
) -> list[Claim]:
    """A claim for each of the points and of the sentences beside them, all of the article of the best sentence, in its order."""
    numbered = by_number(best, judged)
    begins = {j.passage.number: None for j in beside} | {p.passage.number: p.mark.start for p in run}
    room = max(ROOM // len(run), SHORTEST)
    return [_claim(about, numbered[number], start, room) for number, start in sorted(begins.items())]


def _claim(about: Sequence[Term], told: Judged, start: int | None, room: int) -> Claim:
    """The sentence; of a point that begins at `start` at least its mark, in no more than `room` characters."""
    text = told.passage.text
    mark = "" if start is None else text[start : start + MARKED]
    shown = excerpt(text, about, QUOTED if start is None else room, lambda run: mark in run)
    return Claim(shown, (Source(told.passage, told.candidate),))


def by_number(best: Judged, judged: Sequence[Judged]) -> dict[int, Judged]:
    """The sentences of the article in which the sentence stands by their number, those left out of what was judged too."""
    own = {p.number: replace(best, passage=p, read=None) for p in best.candidate.passages}
    return own | {j.passage.number: j for j in judged if j.candidate.key == best.candidate.key}
