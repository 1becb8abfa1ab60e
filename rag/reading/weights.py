"""Learned weights: how much each observation speaks for a headline, or for one block following another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rag.tables import rows


@cache
def weights(group: str) -> Mapping[str, float]:
    """Feature -> weight of one group (headline, prose, opening, stack), in log-odds.

    They are derived by tests/tuning/reading_weights.py and never typed in.
    """
    return {feature: float(value) for kind, feature, value in rows("reading_weights.tsv") if kind == group}
