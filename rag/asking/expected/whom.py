"""Whom somebody met or visited: the names behind the verb, not everybody in the sentence (甲会见乙，丙出席)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rag.records import Passage, PassageKind, Person


def tells_whom(verbs: Sequence[str], passage: Passage, passages: Iterable[Passage]) -> bool:
    """Whether the sentence has the one verb that is asked about, where any sentence of its article has it."""
    verb = verbs[0] if len(verbs) == 1 else ""
    return verb in passage.text or not any(verb in p.text for p in passages if p.kind is PassageKind.SENTENCE)


def met(verbs: Sequence[str], text: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Of the people those in the same clause behind any of the verbs."""
    clauses = re.findall(rf"(?:{'|'.join(verbs)})([^，,；;。]*)", text) if verbs else []
    return tuple(p for p in people if any(p.name in clause for clause in clauses))
