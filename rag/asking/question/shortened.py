"""Offices and figures as people say them (教育局长, GDP) as papers print them (教育局局长, 生产总值)."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.tables import rows


def spelled_out(question: str) -> str:
    """The question with such words in full."""
    for said, printed in _forms():
        question = said.sub(printed, question)
    return question


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(said), printed) for said, printed, *_ in rows("short_forms.tsv"))
