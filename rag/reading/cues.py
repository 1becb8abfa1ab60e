"""Wording that tells where a block stands in its article: how articles open, close and are signed."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from rag.tables import rows

REACH = 160
"""Characters of a block's head and tail that are looked at: openings and credits are shorter."""


def has_cue(name: str, text: str) -> bool:
    """Whether the block's wording shows the cue (a name in reading_cues.tsv)."""
    return any(pattern.search(text[:REACH] if side == "head" else text[-REACH:]) for side, pattern in _cues()[name])


@cache
def _cues() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    cues = defaultdict(list)
    for name, side, pattern in rows("reading_cues.tsv"):
        cues[name].append((side, re.compile(pattern)))
    return dict(cues)
