"""What a question asks of somebody or something in words that no page prints (什么民族, 花了多少钱)."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.tables import rows


def asking_words(question: str) -> tuple[str, ...]:
    """The parts of the question that only ask for such a thing, and so need not stand in what answers it."""
    return tuple(m.group() for asked, _ in _attributes() for m in asked.finditer(question))


def told(question: str) -> tuple[str, ...]:
    """Patterns of how a page tells each such thing that the question asks for."""
    return tuple(answer for asked, answer in _attributes() if asked.search(question))


@lru_cache(maxsize=1)
def _attributes() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(asked), answer) for asked, answer, *_ in rows("attributes.tsv"))
