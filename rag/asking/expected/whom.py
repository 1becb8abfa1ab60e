"""Whom somebody met or visited: the names behind the verb, not everybody in the sentence (甲会见乙，丙出席)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.records import Passage, PassageKind, Person
from rag.text import has_han

_VERB = r"慰问|看望|走访|探望|会见|接见|采访|表彰|感谢|祝贺|帮助|资助|问候"


def tells_whom(question: str, passage: Passage, passages: Iterable[Passage]) -> bool:
    """Whether the sentence has the verb that the question names, where any sentence of its article has it."""
    asked = re.search(_VERB, question)
    verb = asked[0] if asked else ""
    return verb in passage.text or not any(verb in p.text for p in passages if p.kind is PassageKind.SENTENCE)


def met(question: str, text: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Of the people those in the same clause behind the verb that the question names; all of them where nobody is."""
    asked = re.search(_VERB, question)
    verb = asked[0] if asked else "" if has_han(question) else _VERB
    clauses = re.findall(rf"(?:{verb})([^，,；;。]*)", text) if verb else []
    behind = tuple(p for p in people if any(p.name in clause for clause in clauses))
    return behind or people
