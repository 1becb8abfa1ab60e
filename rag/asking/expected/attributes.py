"""What a question asks of somebody or something in words of its own (什么民族, 花了多少钱), and how a page tells it."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.tables import rows


def asking_words(question: str) -> tuple[str, ...]:
    """The parts of the question that only ask for such a thing, and so need not stand in what answers it."""
    return tuple(m.group() for asked, _ in _attributes() for m in asked.finditer(question))


def lacks_attribute(question: str, text: str) -> bool:
    """Whether such a thing is asked for and the text does not tell it."""
    return any(not told.search(text) for told in _told(question))


@lru_cache(maxsize=64)
def _told(question: str) -> tuple[re.Pattern[str], ...]:
    """How a page tells what the question asks for."""
    return tuple(told for asked, told in _attributes() if asked.search(question))


@lru_cache(maxsize=1)
def _attributes() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(asked), re.compile(told)) for asked, told, *_ in rows("attributes.tsv"))
