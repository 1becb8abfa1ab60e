"""How likely a sentence answers the question, by what the reader makes of it and whether it holds the kind of thing asked for.

A logistic regression on questions over pages that the reader never saw (`tests/tuning/reranking_weights.py`). Whether the
article prints the words of the question was weighed too and told nothing more: who asks in words of his own is understood.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from functools import lru_cache

from rag.asked import Language
from rag.tables import rows

LEAST, MOST = -6.0, 4.0
"""Log-odds of the reader beyond which more does not count."""


def signs(opinion: float, lacking: Collection[str], language: Language) -> dict[str, float]:
    """What is weighed: the reader's log-odds, how far they are below 0, which of the constraints are not met, and whether it
    is asked in English, of which the reader is less sure."""
    return {
        "base": 1.0,
        "answers": min(max(opinion, LEAST), MOST),
        "doubt": min(opinion, 0.0),
        "kind": float("kind" in lacking),
        "figure": float("figure" in lacking),
        "english": float(language is Language.EN),
    }


def answers(opinion: float, lacking: Collection[str], language: Language) -> bool:
    """Whether it is likely enough."""
    odds = sum(_table()[name] * value for name, value in signs(opinion, lacking, language).items())
    return 1 / (1 + math.exp(-odds)) >= _table()["least"]


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    return {name: float(value) for name, value, *_ in rows("verdict.tsv")}
