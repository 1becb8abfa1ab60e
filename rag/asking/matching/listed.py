"""What a list of names says of all in it: 参加的有某某、某某, 出席会议的还有：某某　某某."""

from __future__ import annotations

import re
from functools import lru_cache


def said_of_list(name: str, text: str) -> str:
    """The words before a list in which the name stands, from the clause's beginning, or nothing."""
    match = _listing(name).search(text)
    return match["said"] if match else ""


@lru_cache(maxsize=256)
def _listing(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<said>[^，,。；;：:]{{1,40}}?)(?:的|人员)(?:还|也|都)?(?:有|包括|为)[：:]?[^，,。；;：:]*?{re.escape(name)}"
    )
