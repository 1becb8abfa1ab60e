"""The clauses of a sentence, and who acts in each where the clause itself does not say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_CLAUSE = re.compile(r"[^，,；;。！？!?：:\n]+")
_APART = re.compile(r"[；;。！？!?]")


@dataclass(frozen=True, slots=True)
class Clause:
    """`text[start:end]` of a sentence. `part` counts the stretches between 。 and ；, across which nobody is understood."""

    start: int
    end: int
    part: int


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses in their order, without the marks between them; none for an empty text."""
    found: list[Clause] = []
    part, last = 0, 0
    for match in _CLAUSE.finditer(text):
        part += bool(_APART.search(text[last : match.start()]))
        found.append(Clause(match.start(), match.end(), part))
        last = match.end()
    return tuple(found)


def clause_at(found: Iterable[Clause], at: int) -> Clause | None:
    """The clause that holds an offset of the sentence; None between clauses."""
    return next((c for c in found if c.start <= at < c.end), None)
