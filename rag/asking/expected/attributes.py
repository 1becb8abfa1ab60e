"""How a page tells what a question asks in words of its own (什么民族, 花了多少钱)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


def lacks_attribute(told: Iterable[str], text: str) -> bool:
    """Whether the text tells not all that is asked for, each a pattern of how it is told."""
    return any(not _compiled(pattern).search(text) for pattern in told)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
