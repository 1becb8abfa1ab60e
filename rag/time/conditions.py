"""Times that set a condition: who may apply was born after, what is valid till, from when something is counted."""

from __future__ import annotations

import re
from functools import cache

from rag.tables import rows


def conditional(before: str, behind: str) -> bool:
    """Whether a time between these texts tells what a rule, a notice or an offer holds for, and no day of an act."""
    return _pattern("before").search(before) is not None or _pattern("behind").match(behind) is not None


@cache
def _pattern(side: str) -> re.Pattern[str]:
    wordings = "|".join(wording for known, wording in rows("conditions.tsv") if known == side)
    return re.compile(rf"(?:{wordings})$" if side == "before" else wordings)
