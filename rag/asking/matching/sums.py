"""Figures with their measure (6.8亿元, 500张, 680 million yuan): a figure is that value of that measure and no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.asked import Sum
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.mentioned import numbers
from rag.mentions import figures, same_unit, times
from rag.records import Mention, MentionKind

LEAST = 10
"""Value from which on a figure pins down what it is of, unless it is a sum of money or has a fraction."""

_POINTING = ("前", "这", "哪", "那")
"""Before a figure these say which of several (前10名, 哪3个部门)."""


def sums(text: str) -> tuple[Sum, ...]:
    """Each figure of a question that is no number of a few things, in order."""
    told = figures(text, [(m.start, m.end) for m in times(text)])
    return tuple(_sum(m) for m in told if _tells(m) and not text[: m.start].endswith(_POINTING))


def without_sums(text: str) -> str:
    """The text with a gap for each of its figures."""
    for found in sums(text):
        text = text.replace(found.printed, " ")
    return text


def prints(wanted: Sum, told: Iterable[Mention]) -> bool:
    """Whether this value of this measure is mentioned; of any, where one of them has none."""
    found = (_sum(m) for m in numbers(told) if m.value)
    return any(
        s.value == wanted.value and ("" in (s.measure, wanted.measure) or s.measure == wanted.measure) for s in found
    )


def article_prints(wanted: Sum, c: Candidate) -> bool:
    """The same of any sentence of an article."""
    return any(prints(wanted, p.mentions) for p in c.passages)


def summing(asked: Sequence[Sum], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The articles that print every such figure asked about, where any does; else all."""
    printing = [c for c in candidates if all(article_prints(s, c) for s in asked)] if asked else []
    return printing or list(candidates)


def _sum(mention: Mention) -> Sum:
    return Sum(round(float(mention.value), 2), same_unit(mention.unit) if mention.unit else "", mention.text)


def _tells(mention: Mention) -> bool:
    if not mention.value or not mention.unit:
        return False
    value = float(mention.value)
    return mention.kind is MentionKind.MONEY or value >= LEAST or value != int(value)
