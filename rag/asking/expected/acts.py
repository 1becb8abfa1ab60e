"""How often: acts are counted where no sentence says how many they were."""

from __future__ import annotations

import re

from rag.asked import Asks, Frame
from rag.records import Passage

_SO_OFTEN = re.compile(r"(?<![第\d一二三四五六七八九十])[\d一二三四五六七八九十]+次")


def counts_acts(query: Frame, passage: Passage) -> bool:
    """Whether it asks how often somebody did something and no sentence says so: then the acts are counted."""
    return query.asks is Asks.COUNT and bool(query.people) and not _SO_OFTEN.search(passage.text)
