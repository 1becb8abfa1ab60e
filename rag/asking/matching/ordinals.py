"""Meetings, lists and schools known by their number (第3次, 第十四届, 第二小学): a number is that one and no other, in either numerals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Ordinal
from rag.asking.matching.candidates import Candidate
from rag.tables import any_of
from rag.text import fold
from rag.time import number

OF = 2
"""Characters behind a number that tell what it is the number of."""

_ORDINAL = re.compile(
    rf"第(\d{{1,4}}|[一二三四五六七八九十]{{1,3}})([次届批期轮号]|[一-鿿]{{1,4}}?组|(?:{any_of('kinds_of_school', 'asking_cues.tsv')})*(?:小学|中学|医院|幼儿园))|(?<=[届协大])([一二三四五六七八九十]{{1,3}})(次)(?=全体|全会|会议|代表大会)"
)


def stands_in(ordinal: Ordinal, text: str) -> bool:
    """Whether the text prints this number of this, in either numerals; the first is printed as 首批 as well."""
    if ordinal.number == 1 and f"首{ordinal.unit}" in text:
        return True
    return any((o.number, o.unit) == (ordinal.number, ordinal.unit) for o in ordinals(text))


def ordinals(text: str) -> tuple[Ordinal, ...]:
    """Each of them, in order."""
    folded = fold(text)
    found = _ORDINAL.finditer(folded)
    return tuple(Ordinal(number(m[1] or m[3]), m[2] or m[4], m[0], folded[m.end() : m.end() + OF]) for m in found)


def another(asked: Ordinal, text: str) -> bool:
    """Whether the text prints the same thing's other number and not this one (第六届茶博会 for 第五届茶博会)."""
    same = [o.number for o in ordinals(text) if (o.unit, o.of) == (asked.unit, asked.of)]
    return bool(same) and asked.number not in same


def numbered(asked: Sequence[Ordinal], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The articles that print every such number asked for, where any does; else all."""
    printing = [c for c in candidates if all(stands_in(o, c.text) for o in asked)]
    return printing or list(candidates)
