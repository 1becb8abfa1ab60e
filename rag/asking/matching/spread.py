"""Sentences put end to end, so that a word is looked for once in all of them and not in each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import Protocol

BREAK = "\n"
"""Between two sentences: no word holds it, so none is found across it."""


class Places(Protocol):
    """Texts that are known by their place among each other, from 0."""

    def holding(self, word: str) -> Collection[int]:
        """Places of the texts that hold the word, each once."""
        ...

    def matching(self, pattern: re.Pattern[str]) -> Collection[int]:
        """Places of the texts in which a pattern that cannot match a break is found."""
        ...


class Spread:
    """The port Places over sentences. What a word was found in is kept: several rules ask for the same ones."""

    __slots__ = ("_ends", "_found", "_sentences", "text")

    def __init__(self, sentences: Sequence[str]) -> None:
        self._sentences = sentences
        self.text = BREAK.join(sentences)
        self._ends = list(accumulate(len(s) + len(BREAK) for s in sentences))
        self._found: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, place: int) -> str:
        return self._sentences[place]

    def holding(self, word: str) -> list[int]:
        """Places of the sentences that hold the word, each once, in order."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._search(word)
        return found

    def matching(self, pattern: re.Pattern[str]) -> set[int]:
        """As the port has it."""
        return {bisect_right(self._ends, m.start()) for m in pattern.finditer(self.text)}

    def _search(self, word: str) -> list[int]:
        text, ends, found = self.text, self._ends, []
        at = text.find(word)
        while at >= 0:
            place = bisect_right(ends, at)
            found.append(place)
            at = text.find(word, ends[place])
        return found


class Sheaf:
    """The port Places over articles, each of several sentences and a setting, by their number.

    `sentences` are those of all articles one behind the other.
    """

    def __init__(self, articles: Sequence[Sequence[str]], settings: Sequence[str]) -> None:
        self.sentences = Spread([s for sentences in articles for s in sentences])
        self._settings = Spread(settings)
        self._article = [n for n, sentences in enumerate(articles) for _ in sentences]
        ends = list(accumulate(map(len, articles)))
        self.bounds = list(zip([0, *ends], ends, strict=False))

    def __len__(self) -> int:
        return len(self.bounds)

    def printing(self, word: str) -> set[int]:
        """Articles a sentence of which holds the word."""
        return {self._article[place] for place in self.sentences.holding(word)}

    def holding(self, word: str) -> set[int]:
        """Articles that hold the word in a sentence or their setting."""
        return self.printing(word).union(self._settings.holding(word))

    def matching(self, pattern: re.Pattern[str]) -> set[int]:
        """Articles in whose sentences or setting the pattern is found."""
        found = {self._article[place] for place in self.sentences.matching(pattern)}
        return found | self._settings.matching(pattern)

    def most(self, values: Sequence[float]) -> list[float]:
        """The greatest of the values of each article's sentences."""
        return [max(values[start:end]) for start, end in self.bounds]
