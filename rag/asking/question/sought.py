"""What articles are searched by: the question as the encoder gets it, and the wordings that a page may repeat."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce

from rag.asked import Hint, Language, Sought
from rag.asking.question.english import chinese_words
from rag.asking.question.glossary import glosses, in_chinese

_REPEATED = re.compile(r"(.{2,8}?)\1{2,}")
"""What is said three times and more on end is meant once."""


def sought(question: str, language: Language, romanised: Iterable[str] = ()) -> Sought:
    """What to search by; `romanised` are names in pinyin, which are looked for by their sound and not in a dictionary."""
    pairs = frozenset(question[i : i + 2] for i in range(len(question) - 1))
    if language is Language.ZH:
        return Sought(_REPEATED.sub(r"\1", question), (), pieces(question), (question,), pairs)
    unnamed = reduce(lambda text, name: text.replace(name, " "), romanised, question)
    encoded = f"{in_chinese(unnamed)} {question}"
    return Sought(encoded, chinese_words(question), glosses(unnamed), (), pairs)


def pieces(question: str) -> tuple[Hint, ...]:
    """Every two characters of a Chinese question that stand together: a page may repeat its saying."""
    pairs = (question[i : i + 2] for i in range(len(question) - 1))
    return tuple((pair,) for pair in dict.fromkeys(pairs) if pair.isalnum())
