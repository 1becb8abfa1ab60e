"""What the reader makes of the sentences it likes best, taken together."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

from rag.asking.retrieval.judge import Judged

LEAST = -6.0
"""Log-odds of the reader below which less does not count."""

SURE = 4
"""Sentences whose likelihoods are put together; those behind them add nothing."""


def of_any(judged: Sequence[Judged]) -> float:
    """The reader's log-odds that any of the likeliest SURE sentences answers, each taken by itself; LEAST where it read none."""
    odds = heapq.nlargest(SURE, (j.answers for j in judged if j.answers is not None))
    return math.log(sum(map(math.exp, odds))) if odds else LEAST
