"""Whether a text names in full what a question names by a short form (武汉中院: 武汉市中级人民法院; 黑大: 黑龙江大学)."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.tables import rows

BETWEEN = 4
"""Characters that a short form leaves out at most, each time."""

LEAST = 3
"""Characters from which on a short form tells what it is short for; of two the last must be completed in the text (大学)."""

_WITHIN = f"(?:(?![的了是在为将把被向到从至对以])[一-鿿]){{0,{BETWEEN}}}"
_COMPLETED = {"大": "大学", "中": "中学", "小": "小学", "院": "[医学法]院"}


def spelled_out_in(short: str, text: str) -> bool:
    """Whether the text prints a run that leaves nothing of the short form out, in its order, as the names of bodies are
    shortened; those of towns, villages and streets are not."""
    if len(short) < 2 or short.endswith(_never_short()):
        return False
    if len(short) < LEAST and short[-1] not in _COMPLETED:
        return False
    return _longer(short).search(text) is not None


@lru_cache(maxsize=256)
def _longer(short: str) -> re.Pattern[str]:
    tail = _COMPLETED[short[-1]] if len(short) < LEAST else re.escape(short[-1])
    return re.compile(_WITHIN.join([*map(re.escape, short[:-1]), tail]))


@lru_cache(maxsize=1)
def _never_short() -> tuple[str, ...]:
    return tuple(suffix for suffix, kind, *_ in rows("place_suffixes.tsv") if kind != "site")
