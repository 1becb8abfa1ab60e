"""What in a question tells the thing it asks about from others like it: a half of a day, a stage, one sex, one of a family."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from rag.asked import Language, Rival
from rag.asking.question.bound import stages
from rag.tables import rows

_ONE = 1
"""How many of a group a question names that binds it; of several it asks for them all, or compares them."""


def rivals(question: str, language: Language) -> tuple[Rival, ...]:
    """Of each group of `rivals.tsv` the one that the question names, and each stage that it names."""
    named: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for group, own, english in _members():
        pattern = own if language is Language.ZH else english
        if pattern != "-" and (found := re.search(pattern, question, re.IGNORECASE)):
            named[group].append((found[0], own))
    bound = [(group, *found[0]) for group, found in named.items() if len(found) == _ONE]
    return (*(Rival(group, worded, own, _others(group, own)) for group, worded, own in bound), *stages(question))


def _others(group: str, own: str) -> str:
    return "|".join(printed for g, printed, _ in _members() if g == group and printed != own)


@lru_cache(maxsize=1)
def _members() -> tuple[tuple[str, str, str], ...]:
    return tuple((group, printed, english) for group, printed, english in rows("rivals.tsv"))
