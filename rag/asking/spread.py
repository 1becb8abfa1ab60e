"""The sentences of an article put end to end, so that a word is looked for once in all of them and not in each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

BREAK = "\n"
"""Between two sentences: no word holds it, so none is found across it."""


class Spread:
    """`text` is all of the sentences; each is known by its place among them, from 0."""

    __slots__ = ("_ends", "text")

    def __init__(self, sentences: Sequence[str]) -> None:
        self.text = BREAK.join(sentences)
        self._ends = list(accumulate(len(s) + len(BREAK) for s in sentences))

    def __len__(self) -> int:
        return len(self._ends)

    def holding(self, word: str) -> list[int]:
        """Places of the sentences that hold the word, each once."""
        found: list[int] = []
        at = self.text.find(word)
        while at >= 0:
            found.append(bisect_right(self._ends, at))
            at = self.text.find(word, self._ends[found[-1]])
        return found

    def matching(self, pattern: re.Pattern[str]) -> set[int]:
        """Places of the sentences in which a pattern that cannot match a break is found."""
        return {bisect_right(self._ends, m.start()) for m in pattern.finditer(self.text)}
