"""Sentences of an article that open in one form (组织领导到位，…。隐患排查到位，…。要抓牢…。要抓牢…。): points without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rag.records import Passage, PassageKind
from rag.tables import rows

FEWEST = 3
"""Sentences that make a form; two may be alike by chance."""

LONGEST = 16
"""Characters that the opening clause of a point has at most, behind what is printed before it without a full stop."""

_CLAUSE = re.compile(r"[^，,。；;：:！？]+")
_PRINTED_BEFORE = re.compile(r".*[）)\s]")
_SETTING = re.compile(r"\d|(?:来看|以来|期间|[之以][前后]|时候?)$")
"""A clause that says when or whence, which sentences of any kind open with."""
_FORMS = (re.compile(r"要(?:[“‘「]|..)"), re.compile(r"..$"))
"""What points have in common: what has to be done, by its verb, or how their opening clauses end; the first tells more."""


def forms(passages: Sequence[Passage]) -> Iterator[tuple[tuple[Passage, int], ...]]:
    """Each form with its sentences in their order and the offset at which the clause begins; sentences that open with the same
    words are told of one thing, and are none."""
    openings = [(p, *opening) for p in passages if p.kind is PassageKind.SENTENCE and (opening := _opening(p.text))]
    for form in _FORMS:
        found: dict[str, list[tuple[Passage, int, str]]] = {}
        for passage, start, clause in openings:
            if alike := form.search(clause):
                found.setdefault(alike[0], []).append((passage, start, clause))
        for told in found.values():
            if len(told) >= FEWEST and len({clause for *_, clause in told}) == len(told):
                yield tuple((passage, start) for passage, start, _ in told)


def saying(text: str) -> str:
    """The words with which a sentence opens that tells who says it (林月华强调，), the verb among them; "" for another."""
    said = _saying().match(text)
    return said[0] if said else ""


def _opening(text: str) -> tuple[int, str] | None:
    """Where the first clause begins that is no more than who says so, and its words; None for one that is no point's."""
    first = _CLAUSE.match(text, len(saying(text)))
    if first is None:
        return None
    before = _PRINTED_BEFORE.match(first[0])
    start = first.start() + (before.end() if before else 0)
    clause = text[start : first.end()]
    return (start, clause) if len(clause) <= LONGEST and not _SETTING.search(clause) else None


@lru_cache(maxsize=1)
def _saying() -> re.Pattern[str]:
    return re.compile(rf"[^，,。；;：:]{{0,30}}?(?:{'|'.join(word for word, *_ in rows('saying.tsv'))})[，,：:]")
