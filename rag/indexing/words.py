"""Chinese words for search. The only module that imports jieba."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property
from importlib.metadata import version
from threading import Lock
from typing import Any

from rag.indexing.cache import user_cache
from rag.indexing.wordbook import Parsed, Wordbook
from rag.tables import rows
from rag.text import fold, has_han

_NOUNS = ("n", "vn", "an", "j")
"""How jieba tags nouns and abbreviations; nr, ns, nt and nz are names."""

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
        self._untaught: defaultdict[str, set[str]] = defaultdict(set)
        self._read: set[str] = set()
        self.learn(names)

    def learn(self, names: Iterable[str]) -> frozenset[str]:
        """Keep these names whole from now on, and return the new ones; single characters are left to the dictionary."""
        new = frozenset(n for n in map(fold, names) if len(n) > 1) - self._names
        self._names |= new
        if "_tokenizer" in self.__dict__:
            with self._lock:
                self._teach(self._tokenizer, new)
        return new

    def differing(self, names: Iterable[str]) -> frozenset[str]:
        """The names kept whole here and not among these, or the other way round: others may have written since."""
        return frozenset(self._names.symmetric_difference(n for n in map(fold, names) if len(n) > 1))

    def cut(self, text: str) -> list[str]:
        """Words in order, longer ones with the shorter words inside them; no stop words, no punctuation."""
        folded = fold(text)
        with self._lock:
            found = list(self._prepared(folded).cut_for_search(folded))
        return [w for w in map(str.strip, found) if w not in self._stop and any(c.isalnum() for c in w)]

    def segment(self, text: str) -> list[str]:
        """The text cut into words that, put end to end, are the folded text; only words of the dictionary and names."""
        folded = fold(text)
        with self._lock:
            return list(self._prepared(folded).cut(folded, HMM=False))

    def _prepared(self, text: str) -> Any:
        """The tokenizer, with whatever begins with a character of the text: it looks up nothing else."""
        tokenizer = self._tokenizer
        for first in set(text) - self._read:
            self._read.add(first)
            tokenizer.FREQ.update(_wordbook().under(first))
            _enter(tokenizer.FREQ, self._untaught.pop(first, ()))
        return tokenizer

    @cached_property
    def _tokenizer(self) -> Any:
        import jieba

        jieba.setLogLevel(logging.WARNING)
        tokenizer = jieba.Tokenizer()
        tokenizer.total, tokenizer.initialized = _wordbook().total, True
        self._teach(tokenizer, self._names)
        return tokenizer

    def _teach(self, tokenizer: Any, names: Iterable[str]) -> None:
        """A word of the dictionary keeps the frequency it has there; any other name weighs from now on, and is entered
        with the first text that it may stand in."""
        unknown = set(names) - _wordbook().holding(names)
        tokenizer.total += NAME_FREQUENCY * len(unknown)
        for name in unknown:
            self._untaught[name[0]].add(name)
        for first in self._read & self._untaught.keys():
            _enter(tokenizer.FREQ, self._untaught.pop(first))

    @cached_property
    def _stop(self) -> frozenset[str]:
        return frozenset(row[0] for row in rows("stopwords.tsv"))


def common_words(count: int) -> list[tuple[str, int]]:
    """The dictionary's most frequent Chinese words, each with its frequency."""
    found = ((word, n) for word, n in _wordbook().all() if has_han(word))
    return sorted(found, key=lambda entry: (-entry[1], entry[0]))[:count]


def commonness(word: str) -> int:
    """How often the dictionary has met a word; 0 for one that it does not hold."""
    return _wordbook().met(word)


def names_a_thing(word: str) -> bool:
    """Whether the dictionary has the word as a noun, or does not have it at all, as most names."""
    return _no_nouns().met(word) == 0


@cache
def _no_nouns() -> Wordbook:
    """The words of jieba's dictionary that are no nouns: verbs, adverbs, measures, set phrases."""
    return Wordbook(user_cache() / f"jieba-{version('jieba')}-no-nouns.db", _parsed_no_nouns)


def _parsed_no_nouns() -> Parsed:
    import jieba

    with jieba.dt.get_dict_file() as lines:
        entries = [line.decode("utf-8").split() for line in lines]
    found = {word: int(met) for word, met, *tag in entries if tag and not tag[0].startswith(_NOUNS) and int(met)}
    return found, sum(found.values())


@cache
def _wordbook() -> Wordbook:
    """jieba's own dictionary, which never changes; parsed once for every version of it."""
    return Wordbook(user_cache() / f"jieba-{version('jieba')}.db", _parsed)


def _parsed() -> Parsed:
    import jieba

    parsed: Parsed = jieba.Tokenizer.gen_pfdict(jieba.dt.get_dict_file())
    return parsed


def _enter(frequencies: dict[str, int], names: Iterable[str]) -> None:
    """As jieba's `add_word` does: the tokenizer goes on from a beginning to the whole."""
    for name in names:
        frequencies[name] = NAME_FREQUENCY
        for end in range(1, len(name)):
            frequencies.setdefault(name[:end], 0)
