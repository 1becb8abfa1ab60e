"""Text in which dates can be looked for: the same characters in the same places, with figures that are figures."""

from __future__ import annotations

import re
from functools import cache

from rag.tables import rows

_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_ODD = re.compile(r"[０-９OoQlI|曰○〇]")
"""Characters one of which stands wherever anything is to be folded: most sentences hold none."""


def folded(text: str) -> str:
    """With half-width figures, and what an OCR took for letters or 曰 set right where it stands in a date (7月2O日)."""
    if not _ODD.search(text):
        return text
    text = text.translate(_HALF_WIDTH)
    for right, pattern in _slips():
        text = pattern.sub(right, text)
    return text


@cache
def _slips() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((right, re.compile(pattern)) for right, pattern in rows("date_slips.tsv"))
