"""A sentence laid out once for all that it names: its clauses, and who does in it what is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.asked import Frame
from rag.asking.heads.clauses import Clause, clauses
from rag.asking.heads.doing import doers, each
from rag.asking.matching.terms import Term
from rag.asking.retrieval.judge import Judged


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence with its clauses; `doers` do what is asked about, or have it done to them, None where it does not say it."""

    best: Judged
    clauses: tuple[Clause, ...]
    doers: frozenset[str] | None


def setting(query: Frame, about: Sequence[Term], best: Judged) -> Setting:
    """The sentence laid out."""
    text = best.passage.text
    deeds = [(m.start(), m.end()) for w in query.deed for m in each(w, text)]
    parts = clauses(text)
    return Setting(best, parts, doers(query, about, best, parts, deeds))
