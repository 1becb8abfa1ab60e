"""Chinese words for search. The only module that imports jieba."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from copy import copy
from functools import cache, cached_property
from threading import Lock
from typing import Any

from rag.indexing.cache import user_cache
from rag.tables import rows
from rag.text import fold, has_han

NAME_FREQUENCY = 10_000
"""As frequent as a common word of jieba's dictionary: a known name is never cut into its characters."""


class Words:
    """Cuts text into the words that are searched, with names of the corpus kept whole.

    A private tokenizer: nothing is added to jieba's global one. Text and question go through the same folding and the
    same names, so that they are cut alike.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._lock = Lock()
        self._names: set[str] = set()
        self.learn(names)

    def learn(self, names: Iterable[str]) -> frozenset[str]:
        """Keep these names whole from now on, and return the new ones; single characters are left to the dictionary."""
        new = frozenset(n for n in map(fold, names) if len(n) > 1) - self._names
        self._names |= new
        if "_tokenizer" in self.__dict__:
            with self._lock:
                _teach(self._tokenizer, new)
        return new

    def cut(self, text: str) -> list[str]:
        """Words in order, longer ones with the shorter words inside them; no stop words, no punctuation."""
        with self._lock:
            found = list(self._tokenizer.cut_for_search(fold(text)))
        return [w for w in map(str.strip, found) if w not in self._stop and any(c.isalnum() for c in w)]

    def segment(self, text: str) -> list[str]:
        """The text cut into words that, put end to end, are the folded text; only words of the dictionary and names."""
        with self._lock:
            return list(self._tokenizer.cut(fold(text), HMM=False))

    @cached_property
    def _tokenizer(self) -> Any:
        tokenizer = copy(_dictionary())
        tokenizer.FREQ = dict(tokenizer.FREQ)
        _teach(tokenizer, self._names)
        return tokenizer

    @cached_property
    def _stop(self) -> frozenset[str]:
        return frozenset(row[0] for row in rows("stopwords.tsv"))


def common_words(count: int) -> list[tuple[str, int]]:
    """The dictionary's most frequent Chinese words, each with its frequency."""
    found = ((word, n) for word, n in _dictionary().FREQ.items() if n and has_han(word))
    return sorted(found, key=lambda entry: (-entry[1], entry[0]))[:count]


def commonness(word: str) -> int:
    """How often the dictionary has met a word; 0 for one that it does not hold."""
    return int(_dictionary().FREQ.get(word, 0))


@cache
def _dictionary() -> Any:
    """jieba's own dictionary, parsed once and never changed: who learns names works on a copy."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = _cache_folder()
    tokenizer.initialize()
    return tokenizer


def _teach(tokenizer: Any, names: Iterable[str]) -> None:
    for name in names:
        if not tokenizer.FREQ.get(name):  # a word of the dictionary keeps the frequency it has there
            tokenizer.add_word(name, NAME_FREQUENCY)


def _cache_folder() -> str | None:
    """Where jieba keeps its parsed dictionary: by default it trusts a file in the folder that all users share."""
    folder = user_cache()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return str(folder)
