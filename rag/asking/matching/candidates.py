"""One article in play for a question: what it says, what is known of it, and how near its sentences came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.answered import Rank
from rag.records import Passage, Person, Reading, Understood
from rag.rendering.sounds import letters, sounded


@dataclass(frozen=True, slots=True)
class Candidate:
    """`ranks` and `likeness` (cosine) are by passage id; `text` is the whole article with its headlines, `promise` what
    `rag.asking.retrieval.screen` made of it."""

    reading: Reading
    passages: tuple[Passage, ...]
    likeness: Mapping[int, float]
    ranks: Mapping[int, tuple[Rank, ...]]
    text: str
    actors: tuple[str, ...]
    places: tuple[str, ...]
    roles: tuple[Person, ...]
    promise: float = 0.0

    @property
    def key(self) -> tuple[str, int]:
        """(page, number of the article on it)."""
        return self.reading.article.page, self.reading.article.number


def around(c: Candidate, passage: Passage) -> str:
    """A sentence of the article with its neighbours."""
    return "".join(p.text for p in neighbours(c, passage))


def neighbours(c: Candidate, passage: Passage) -> tuple[Passage, ...]:
    """The same as passages."""
    k = c.passages.index(passage)
    return c.passages[max(k - 1, 0) : k + 2]


def sounds(name: str, c: Candidate) -> bool:
    """Whether a name written in pinyin (Qinghe) is sounded by the article, its city or its newspaper."""
    return sounded(letters(name), f"{c.text}{c.reading.understood.city}{c.reading.page.newspaper}")


def sounding(names: Sequence[str], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that sound the most of the names; all of them where none sounds any."""
    heard = [sum(sounds(n, c) for n in names) for c in candidates]
    most = max(heard, default=0)
    return [c for c, n in zip(candidates, heard, strict=True) if n == most]


def _acting(understood: Understood) -> list[Person]:
    """Whoever takes part in an event, bodies without a name included."""
    return [p for e in understood.events for p in (*e.actors, *e.participants)]


def candidate(
    reading: Reading,
    passages: tuple[Passage, ...],
    likeness: Mapping[int, float],
    ranks: Mapping[int, tuple[Rank, ...]],
    promise: float = 0.0,
) -> Candidate:
    """The article with what is drawn from it laid out for scoring."""
    understood = reading.understood
    return Candidate(
        reading=reading,
        passages=passages,
        likeness=likeness,
        ranks=ranks,
        text=" ".join(p.text for p in passages),
        actors=tuple(dict.fromkeys(p.name for p in (*understood.people, *_acting(understood)))),
        places=tuple(dict.fromkeys([*understood.places, *(x for e in understood.events for x in e.places)])),
        roles=understood.people,
        promise=promise,
    )
