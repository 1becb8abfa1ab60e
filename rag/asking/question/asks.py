"""What kind of answer a question wants, read off its wording."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.asked import Asks
from rag.tables import any_of, rows
from rag.text import fold

_RELATIVE = re.compile(rf", (?:{any_of('asking_en', 'asking_cues.tsv')})\b [^,?]+(?=[,?]|$)")
"""What an English question says of something it names, behind a comma (the firm, where she was appointed)."""
_ASKED = re.compile(rf"(?:{any_of('asking_en', 'asking_cues.tsv')}|{any_of('auxiliaries_en', 'asking_cues.tsv')})\b")


def asks(question: str) -> Asks:
    """The kind of answer wanted; WHAT where no pattern of `asks.tsv` matches."""
    folded = fold(question).strip()
    if _ASKED.match(folded):
        folded = _RELATIVE.sub("", folded)
    return next((kind for kind, pattern in _patterns() if pattern.search(folded)), Asks.WHAT)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Asks, re.Pattern[str]], ...]:
    return tuple((Asks(kind), re.compile(pattern)) for kind, pattern in rows("asks.tsv"))
