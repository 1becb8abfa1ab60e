"""How many: a number with its unit, and what is counted named in the sentence or beside it."""

from __future__ import annotations

import re

from rag.asked import TERM, Frame
from rag.asking.expected.figures import NUMBER, TIME
from rag.asking.expected.points import UNITS, lists_points
from rag.asking.expected.times import lasts
from rag.asking.matching.candidates import Candidate, around
from rag.asking.matching.terms import generic_nouns, plain, said
from rag.records import Passage

_UNITS = {"例": "例|台|人次", "度": "度|℃|°C?|摄氏度"}
"""Measures that a newspaper may print for another one."""
_CALLED = re.compile(r"[“「『《][^”」』》\d]{2,8}[”」』》]")
"""A name in quotation marks: the numerals in it count nothing (“千家万户”行动)."""
_EACH = re.compile(r"每[^，。]{0,4}一")


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """A number, with what is counted named in the sentence or beside it."""
    if query.unit in UNITS and lists_points(passage.text):
        return True
    near = around(candidate, passage)
    counted = [w for w in query.focus if w not in generic_nouns()]
    return counts(query, passage.text) and all(said(plain(w), near) for w in counted)


def counts(query: Frame, text: str) -> bool:
    """Whether a number other than a date stands in the text, with the unit asked for if there is one.

    一 alone is as often an article (一行, 一家) as a number, so it counts only before the unit asked for.
    """
    if query.unit == TERM:
        return lasts(text)
    text, unit = _CALLED.sub("", _EACH.sub("", TIME.sub("", text))), query.unit
    if unit:
        printed = _UNITS.get(unit, re.escape(unit))
        numeral = rf"(?:{NUMBER.pattern}|[一二两三四五六七八九十ⅠⅡⅢⅣⅤⅥ]+)"
        return re.search(rf"{numeral}\s*(?:人次|万|亿)?(?:{printed})", text) is not None
    return any(m.group() != "一" for m in NUMBER.finditer(text))
