"""What kind of answer a question wants, read off its wording."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.asked import Asks
from rag.tables import rows
from rag.text import fold


def asks(question: str) -> Asks:
    """The kind of answer wanted; WHAT where no pattern of `asks.tsv` matches."""
    folded = fold(question).strip()
    return next((kind for kind, pattern in _patterns() if pattern.search(folded)), Asks.WHAT)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Asks, re.Pattern[str]], ...]:
    return tuple((Asks(kind), re.compile(pattern)) for kind, pattern in rows("asks.tsv"))
