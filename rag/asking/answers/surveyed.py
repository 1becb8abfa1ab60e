"""Questions that the table of events answers as a whole, each by the answerer of its shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from rag.asked import Frame, Overall
from rag.asking.answers.comparison import comparison
from rag.asking.answers.happenings import happenings
from rag.asking.answers.ranking import busiest, most_visited
from rag.asking.answers.roundup import rounded_up
from rag.asking.answers.stops import places_of_acts
from rag.asking.answers.turning import first, latest
from rag.asking.matching.terms import Term
from rag.asking.retrieval.table import Table
from rag.asking.writing.draft import Claim

Answerer = Callable[[Frame, Sequence[Term], Table], list[Claim]]


def surveyed(query: Frame, about: Sequence[Term], table: Table) -> list[Claim]:
    """What the table says of all events that fit; [] where the question asks for no such thing, or nothing fits."""
    return _ANSWERERS[query.overall](query, about, table) if query.overall else []


_ANSWERERS: Mapping[Overall, Answerer] = MappingProxyType(
    {
        Overall.HAPPENED: happenings,
        Overall.WHO_MOST: busiest,
        Overall.WHERE_MOST: most_visited,
        Overall.WHERE_ALL: places_of_acts,
        Overall.WHO_ALL: rounded_up,
        Overall.MORE: comparison,
        Overall.FIRST: first,
        Overall.LATEST: latest,
    }
)
