"""Whether a clause tells what was done, what is to be done, or what was not: by the words that tell it of an act."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.records import Standing
from rag.tables import rows

_DENIED = "denied"
_AWAY = r"缺席|请假|(?<![一-鿿])不在场"
"""Words for not being there, beside those for not doing."""


@lru_cache(maxsize=1)
def plans() -> re.Pattern[str]:
    """What shows that an act is planned."""
    return _told(Standing.PLANNED)


@lru_cache(maxsize=1)
def denies() -> re.Pattern[str]:
    """What shows that an act did not take place, or not then: 原定, 取消, 未."""
    return re.compile(f"{_told(_DENIED).pattern}|{_AWAY}")


def _told(standing: str) -> re.Pattern[str]:
    return re.compile("|".join(cue for cue, told, *_ in rows("standings.tsv") if told == standing))
