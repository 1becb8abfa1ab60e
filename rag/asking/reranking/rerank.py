"""The judged sentences put in the order that the reader and the judge give them together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, reduce

from rag.asked import Frame
from rag.asking.matching.types import type_of
from rag.asking.reranking.windows import actor_before, windows
from rag.asking.retrieval.judge import Judged
from rag.asking.retrieval.retrieve import put
from rag.ports import Reranker
from rag.records import Opinion, Passage
from rag.tables import rows

ENOUGH = (1.5, -1.0)
"""Log-odds of the best sentence that make a second window needless, and those that make a third so; none is read beyond."""

WHATEVER = float("inf")
ALL = (WHATEVER,) * 4
"""Windows of one article that are read for a summary of it, whatever is in them."""

HEARD = -3.5
"""Log-odds that some sentence must have for the reader's order to count; where it takes none for an answer, the order of
those it likes least says nothing, and the judge's stands."""

UNHEARD = float("-inf")


def reranked(query: Frame, judged: Sequence[Judged], reader: Reranker) -> list[Judged]:
    """Every sentence with its new score, best first; those of the best windows with what the reader says of them."""
    if not judged:
        return []
    said: dict[int, Opinion] = {}
    question = _asked(query)
    limits: Sequence[float] = (WHATEVER, *ENOUGH)
    opened = _of_the_time(judged)
    if _sums_up(query):
        limits, opened = ALL, [j for j in opened if j.candidate.key == opened[0].candidate.key]
    own = {j.passage.id for j in opened}
    for window, enough in zip(windows(opened, len(limits)), limits, strict=False):
        if _best(said, own) >= enough:
            break
        opinions = reader.read(question, window.heading, window.sentences)
        for passage, opinion in zip(window.passages, opinions, strict=False):
            said[passage.id] = _of_passage(passage, opinion)
    heard = _best(said, own) >= HEARD
    found = [_scored(j, said.get(j.passage.id), heard=heard) for j in judged]
    return sorted(found, key=lambda j: (-j.score, j.passage.page, j.passage.article, j.passage.number))


def _sums_up(query: Frame) -> bool:
    return type_of(query).answerer == "summary"


def _asked(query: Frame) -> str:
    """The question as it is encoded, with every name as the pages write it."""
    return reduce(lambda text, c: text.replace(c.given, c.meant), query.corrections, put(query))


def _of_the_time(judged: Sequence[Judged]) -> Sequence[Judged]:
    """The sentences without those of another time than is asked about, where some are known to be of it: none of those answers,
    and the reader is to see what may."""
    if not any(j.features.date > 0 for j in judged):
        return judged
    return [j for j in judged if j.features.date >= 0]


def _best(said: Mapping[int, Opinion], own: Collection[int]) -> float:
    """The most that is made of one of one's own sentences; others stand in a window beside them."""
    return max((o.answers for id, o in said.items() if id in own), default=UNHEARD)


def _of_passage(passage: Passage, opinion: Opinion) -> Opinion:
    """The pieces by where they stand in the sentence itself; in the actor put before it they have offsets below 0."""
    ahead = len(actor_before(passage))
    return (
        replace(opinion, short=tuple((a - ahead, b - ahead, odds) for a, b, odds in opinion.short))
        if ahead
        else opinion
    )


def _scored(j: Judged, opinion: Opinion | None, *, heard: bool) -> Judged:
    kept, learned, unread = _weights()
    score = kept * j.score + learned * (opinion.answers if heard and opinion else unread)
    return replace(j, score=score, read=opinion)


@lru_cache(maxsize=1)
def _weights() -> tuple[float, float, float]:
    """What the judge's score counts, what the reader's counts, and what a sentence that was not read is taken to have."""
    table = {name: float(value) for name, value, *_ in rows("reranking.tsv")}
    return table["judged"], table["answers"], table["unread"]
