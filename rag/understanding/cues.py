"""Words that tell what a clause means where they stand (clause_cues.tsv), each list by the name of what it tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from rag.tables import rows


def cue_words(name: str) -> tuple[str, ...]:
    """The words of one list, in its order; KeyError for a list that there is not."""
    return _lists()[name]


def cue_pattern(name: str, *, ending: bool = False) -> re.Pattern[str]:
    """A pattern of these words; with `ending` of what ends with one."""
    words = "|".join(cue_words(name))
    return re.compile(f"(?:{words})$" if ending else words)


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for name, word in rows("clause_cues.tsv"):
        lists[name].append(word)
    return {name: tuple(words) for name, words in lists.items()}
