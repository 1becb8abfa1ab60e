"""Whether what an answer states in its own right is true, and the figures of many such answers.

A head is true if it stands in the gold answer or in an atom, a date in any of the ways it may be written; none is true
where the pages do not tell. Questions that ask for a list or a summary are left out: of these a head is a part only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.answered import Answer, Verdict
from rag.evaluating.golden import Question
from rag.evaluating.wording import squash

FACTS = frozenset({"who", "where", "when", "number", "role"})
"""Types of question that one value answers."""
JUDGED = FACTS | {"unanswerable", "followup", "yesno"}
_DATE = re.compile(r"(\d{4})(?:[-年](\d{1,2}))?(?:[-月](\d{1,2}))?[年月日号]?")

Truths = tuple[bool, ...]
"""For each head of an answer whether it is true."""


def truths(question: Question, answer: Answer | None) -> Truths | None:
    """For each head, in its order; empty for a refusal, None where there is no answer or heads are not judged."""
    if answer is None or question.type not in JUDGED:
        return None
    if answer.verdict is Verdict.ABSTAINED:
        return ()
    wordings = (w for atom in question.atoms for w in atom)
    known = squash("|".join((question.answer, *wordings, *question.allowed)))
    return tuple(_true(question, h.value, known) for h in answer.heads if h.value)


def _true(question: Question, value: str, known: str) -> bool:
    said = squash(value)
    told = any(way and way in known for way in (said, *map(squash, _ways(value))))
    return question.answerable and told and not any(f and f in said for f in map(squash, question.forbidden))


def _ways(value: str) -> Iterator[str]:
    """How else a date may be written; nothing for what is no date."""
    found = _DATE.fullmatch(value.strip())
    if found is None:
        return
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        yield from (f"{month}月{day}日", f"{month}月{day}号", f"{year}-{month:02}-{day:02}")
    elif month:
        yield from (f"{year}年{month}月", f"{year}-{month:02}")
    else:
        yield from (f"{year}年", str(year))


def precision(judged: Sequence[Truths]) -> float | None:
    """The share of all heads that are true; None where nothing is stated."""
    every = [true for answer in judged for true in answer]
    return sum(every) / len(every) if every else None
