"""A question or a filter that is watched, and what it found."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from rag import Spans


@dataclass(frozen=True, slots=True)
class Watch:
    """`question` is put to each new page, or where it is empty, the events of each that `fields`, the filters of the table,
    want. `made` is an ISO time."""

    id: str
    name: str
    question: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    made: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that a watch found. They are kept as a place alone, the digest of the page's text and spans in it: what they say
    is cut from the page whenever it is shown, and is gone when the page is.

    `article` is the number of the article on the page, `found` an ISO time, `number` counts all hits in order. A hit whose
    page was corrected keeps its `id`; `withdrawn` says that after the correction nothing is found there any more, and
    `changed` (ISO) since when it stands as it does.
    """

    watch: str
    digest: str
    article: int
    spans: Spans
    found: str = ""
    number: int = 0
    id: str = ""
    withdrawn: bool = False
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """Pages that a watch is to be put to, by digest in their order, each with the number of its state; `reach` is the last
    state of any page that was known then."""

    states: Mapping[str, int]
    reach: int


def id_of(hit: Hit) -> str:
    """The same for the same words found by the same watch, whenever and however often that is."""
    spans = ",".join(f"{s.start}-{s.end}" for s in hit.spans)
    return hashlib.sha256(f"{hit.watch}\n{hit.digest}\n{spans}".encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many hits of a watch stand, and how many of them somebody has not seen."""

    hits: int = 0
    new: int = 0
