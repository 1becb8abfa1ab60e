"""Who presides: whoever opens the clause that says so, not everybody at the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.asked import Cue, Frame
from rag.records import Passage

_CLAUSE = re.compile(r"[^，,；;。！？!?]{0,200}主持[^，,；;。！？!?]{0,200}")
SAID = "主持"


def wants_chair(query: Frame) -> bool:
    """Whether the question is about presiding."""
    return Cue.CHAIRS in query.cues


def tells_chair(query: Frame, passage: Passage, passages: Iterable[Passage]) -> bool:
    """Whether the sentence says who presides, where any sentence of its article does; True where that is not asked."""
    return not wants_chair(query) or SAID in passage.text or not any(SAID in p.text for p in passages)


def chairing(text: str, names: Iterable[str]) -> list[str]:
    """Of the names those in front of 主持 within its clause, or the last one before it where the clause names nobody."""
    known = list(names)
    found: list[str] = []
    for clause in _CLAUSE.finditer(text):
        before = clause.group().partition(SAID)[0]
        inside = [n for n in known if n in before]
        earlier = [n for n in known if n in text[: clause.start()]]
        found += inside or sorted(earlier, key=text.rfind)[-1:]
    return list(dict.fromkeys(found))
