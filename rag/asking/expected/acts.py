"""How often: acts are counted where no sentence says how many they were."""

from __future__ import annotations

from rag.asked import Asks, Frame
from rag.records import Passage

_SO_OFTEN = "次"


def counts_acts(query: Frame, passage: Passage) -> bool:
    """Whether it asks how often somebody did something and no sentence says so: then the acts are counted."""
    told = any(m.unit == _SO_OFTEN for m in passage.mentions)
    return query.asks is Asks.COUNT and bool(query.people) and not told
