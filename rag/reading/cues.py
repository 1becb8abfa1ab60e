"""Wording that tells where a block stands in its article: how articles open, close and are signed."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from rag.reading.spaced import AS_SPACES
from rag.tables import rows

REACH = 160
"""Characters of a block's head and tail that are looked at: openings and credits are shorter."""


REMEMBERED = 4096
"""Answers kept: a page is asked about several times over, in several orders."""


def has_cue(name: str, text: str) -> bool:
    """Whether the block's wording shows the cue (a name in reading_cues.tsv)."""
    return _shown(name, text[:REACH], text[-REACH:])


@lru_cache(maxsize=REMEMBERED)
def _shown(name: str, head: str, tail: str) -> bool:
    head, tail = head.translate(AS_SPACES), tail.translate(AS_SPACES)
    return any(pattern.search(head if side == "head" else tail) for side, pattern in _cues()[name])


@cache
def _cues() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    cues = defaultdict(list)
    for name, side, pattern in rows("reading_cues.tsv"):
        cues[name].append((side, re.compile(pattern)))
    return dict(cues)
