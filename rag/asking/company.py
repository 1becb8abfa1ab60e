"""Who came along: the sentence that names those taking part stands beside the one that tells of the visit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asking.draft import Claim, Source
from rag.asking.heads import MOST_NAMES, answering_people, person
from rag.asking.judge import Judged
from rag.asking.kinds import new_people, wants_people
from rag.asking.phrases import AND
from rag.records import PassageKind, Query

_ASKED = re.compile(
    r"陪|参加|参与|出席|一同|一起|同去|同行|随同|还有谁|到会|与会|名单|accompan|attend|took part|take part|join|who else",
    re.I,
)
_TOLD = re.compile(r"陪同|参加|参与|出席|一同|一起|随同|列席|主持|讲话")

MOST = 3
"""Sentences quoted at most."""


def company(query: Query, judged: Sequence[Judged]) -> list[Claim]:
    """The names of those who took part, then the sentences that say so; [] where that is not asked or not told.

    The anchor is the best sentence of the best article; of the sentences that name people as taking part those in its
    own paragraph come first, then those after it, then those before.
    """
    if not wants_people(query) or not _ASKED.search(query.question) or not judged:
        return []
    anchor = judged[0]
    telling = [j for j in judged if j.candidate.key == anchor.candidate.key and _tells(query, j)]
    if not telling:
        return []
    telling.sort(key=lambda j: _distance(anchor, j))
    nearest = [j for j in telling if _distance(anchor, j)[0] == _distance(anchor, telling[0])[0]][:MOST]
    people = [p for j in nearest for p in answering_people(query, j)]
    names = AND[query.language].join(dict.fromkeys(person(p, query.language) for p in people[:MOST_NAMES]))
    sources = tuple(Source(j.passage, j.candidate) for j in nearest)
    scene = Source(anchor.passage, anchor.candidate)
    return [
        Claim(names, (*sources, scene)),
        *(Claim(j.passage.text, (s,)) for j, s in zip(nearest, sources, strict=True)),
    ]


def _tells(query: Query, j: Judged) -> bool:
    text = j.passage.text
    told = j.passage.kind is PassageKind.SENTENCE and _TOLD.search(text) is not None
    return told and bool(new_people(query, text, j.candidate.actors))


def _distance(anchor: Judged, j: Judged) -> tuple[int, int]:
    """(0 same paragraph, 1 anywhere else; sentences between them)."""
    apart = 0 if j.passage.paragraph == anchor.passage.paragraph else 1
    return apart, abs(j.passage.number - anchor.passage.number)
