"""Offices as people say them (教育局长, 支书) as papers print them (教育局局长, 党支部书记)."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.tables import rows


def spelled_out(question: str) -> str:
    """The question with such offices in full."""
    for said, printed in _offices():
        question = said.sub(printed, question)
    return question


@lru_cache(maxsize=1)
def _offices() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(said), printed) for said, printed, *_ in rows("office_short.tsv"))
