"""Figures with their measure (6.8亿元, 500张, 680 million yuan): a figure is that value of that measure and no other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Sum
from rag.asking.matching.candidates import Candidate
from rag.text import fold

_SCALES = {
    "万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 10**3, "百": 100,
    "billion": 10**9, "million": 10**6, "thousand": 10**3, "": 1,
}  # fmt: skip
_MEASURES = (
    "平方公里|平方米|立方米|公里|人次|户次|场次|美元|欧元|小时|分钟|元|亩|张|人|名|户|家|个|条|件|项|座|所|台|辆|吨|米|套|间|册|本|棵|株|份|架|艘|岁|%|千瓦|公斤|斤"
    "|yuan|rmb"
)
_SUM = re.compile(
    rf"(?<![\d.,第A-Za-z前这哪那])(\d[\d,]*(?:\.\d+)?)\s*(?:余|多|几)?\s*(万亿|千万|百万|亿|万|千|百|billion|million|thousand)?(?:余|多)?\s*({_MEASURES})?",
    re.I,
)
_SAME = {"yuan": "元", "rmb": "元", "名": "人", "户次": "户", "人次": "人"}
LEAST = 10
"""Value from which on a figure pins down what it is of, unless it is a sum of money or has a fraction."""


def sums(text: str) -> tuple[Sum, ...]:
    """Each figure of a text that is no number of a few things, in order."""
    return tuple(s for m in _SUM.finditer(fold(text)) if (s := _sum(m)) and _tells(s))


def without_sums(text: str) -> str:
    """The text with a gap for each of its figures."""
    for found in sums(text):
        text = text.replace(found.printed, " ")
    return text


def prints(wanted: Sum, text: str) -> bool:
    """Whether a text prints this value of this measure; of any, where one of them has none."""
    found = (s for m in _SUM.finditer(fold(text)) if (s := _sum(m)))
    return any(
        s.value == wanted.value and ("" in (s.measure, wanted.measure) or s.measure == wanted.measure) for s in found
    )


def summing(asked: Sequence[Sum], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The articles that print every such figure asked about, where any does; else all."""
    printing = [c for c in candidates if all(prints(s, c.text) for s in asked)]
    return printing or list(candidates)


def _sum(match: re.Match[str]) -> Sum | None:
    digits, scale, measure = match[1].replace(",", ""), (match[2] or "").lower(), (match[3] or "").lower()
    try:
        value = round(float(digits) * _SCALES[scale], 2)
    except ValueError:
        return None
    return Sum(value, _SAME.get(measure, measure), match[0].strip())


def _tells(found: Sum) -> bool:
    return found.measure != "" and (found.measure == "元" or found.value >= LEAST or found.value != int(found.value))
