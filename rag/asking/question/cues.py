"""What the wording of a question shows, as a set of cues: whoever comes later asks for a cue, not for the words."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.asked import Cue
from rag.tables import rows

NONE = "-"
"""Stands in the table where a language has no such wording."""


def cues(question: str) -> frozenset[Cue]:
    """Every cue that the question shows, in either language."""
    return frozenset(cue for cue, patterns in _table() if any(p.search(question) for p in patterns))


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[Cue, tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (Cue(name), tuple(re.compile(p, re.I) for p in patterns if p != NONE))
        for name, *patterns in rows("question_cues.tsv")
    )
