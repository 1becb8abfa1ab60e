"""Whether the words of a question name any matter at all: one that asks 伤了几个人 says nothing by itself of what."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from rag.asked import Frame
from rag.asking.matching.terms import adverbs, generic_nouns
from rag.tables import rows
from rag.text import has_han


def names_matter(query: Frame) -> bool:
    """Whether a word of several characters says what it is about, or two of one side by side; a word for anything at all
    (问题, 情况) says nothing."""
    return any(len(w) > 1 and w not in generic_nouns() for w in query.words) or _parted(query)


def _parted(query: Frame) -> bool:
    """Whether two words of one character stand side by side in the question: a word that no dictionary has (酒驾, 修表)."""
    single = [w for w in query.words if len(w) == 1 and has_han(w) and w not in adverbs()]
    beside = (pair for pair in pairwise(single) if "".join(pair) in query.wording.sought.pairs)
    return any(not _of_anything().issuperset(pair) for pair in beside)


@lru_cache(maxsize=1)
def _of_anything() -> frozenset[str]:
    return frozenset(word for word, *_ in rows("leaning_words.tsv"))
