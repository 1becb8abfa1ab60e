"""How likely the pages answer the question, by what the reader makes of their sentences, whether the best holds the kind of
thing asked for, and whether its article says anything of the question.

A logistic regression on questions over pages that the reader never saw; what the words of the question count was learned on
top of it, from questions written for other pages altogether (`tests/tuning/reranking_weights.py`). Without those they told
nothing: where the article is the right one, who asks in words of his own is understood.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from rag.asked import Asks, Language
from rag.asking.reranking.likeliest import LEAST
from rag.tables import rows

MOST = 4.0
"""Log-odds of the reader beyond which more does not count."""

NOTHING = 0.4
"""Share of the question's words below which an article says next to nothing of it."""

OF_WORDS = ("subject", "nothing")
"""The signs that questions of other pages teach."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is known of a question and its best sentence: `opinion`, the reader's log-odds that any sentence answers;
    `lacking`, which constraints are not met; and the share, 0 to 1, of the question's words that its `article` says."""

    opinion: float
    lacking: Collection[str]
    article: float
    language: Language
    asks: Asks


def signs(of: Weighed) -> dict[str, float]:
    """What is weighed: the reader's opinion, how far it is below 0, the constraints that look for words, whether the article
    says next to nothing, and whether it is asked in English or with yes or no, of which the reader is less sure."""
    opinion = min(max(of.opinion, LEAST), MOST)
    return {
        "base": 1.0,
        "answers": opinion,
        "doubt": min(opinion, 0.0),
        "subject": float("subject" in of.lacking),
        "kind": float("kind" in of.lacking),
        "figure": float("figure" in of.lacking),
        "nothing": float(of.article < NOTHING),
        "english": float(of.language is Language.EN),
        "yes_no": float(of.asks is Asks.YES_NO),
    }


def answers(of: Weighed) -> bool:
    """Whether it is likely enough."""
    odds = sum(_table()[name] * value for name, value in signs(of).items())
    return 1 / (1 + math.exp(-odds)) >= _table()["least"]


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    return {name: float(value) for name, value, *_ in rows("verdict.tsv")}
