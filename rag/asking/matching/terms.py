"""What a question is about: its content words, how rare each is, and how far a text speaks of them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.asking.matching.spread import Places
from rag.tables import rows
from rag.text import has_han

SAME = 1.0
SYNONYM = 0.8
PARTLY = 0.7
"""How much a term counts as said: by itself, by a synonym, by all of its pairs of characters standing apart."""

GUESSED = 0.3
"""How much it counts that a dictionary's word for an English one is not said."""

BY_TAIL = 5
"""Characters from which on a name may be printed without the place it begins with (海州市公安局, 市公安局)."""

_QUESTION = ("哪", "什么", "多少", "几", "谁", "何")

ALTERNATIVE = "/"
"""Between words of a query any one of which will do: an English word with several renderings."""

_COUNTED = re.compile(r"[一二两三四五六七八九十]{1,12}[个位名家次条项所座处]")

BY_PAIRS = 3
"""Characters from which on a term may be said by its parts; shorter ones agree by chance."""


@dataclass(frozen=True, slots=True)
class Term:
    """A content word; any of `others` may stand for it; `weight` is its inverse document frequency, at least 0.

    `doubt` is how much its not being said counts: 1 for a word of the question, less for what a dictionary takes one for,
    which a page that speaks of it may not use.
    """

    word: str
    others: tuple[str, ...] = ()
    weight: float = 1.0
    doubt: float = 1.0


def terms(
    words: Iterable[str], frequency: Callable[[str], int], passages: int, guessed: Iterable[str] = ()
) -> tuple[Term, ...]:
    """Content words of a question, each once. `frequency` gives the number of passages a word stands in.

    Of what is only `guessed` a term is made where no word is the same; one that has no Chinese is a name, which a page may
    print or may write in characters, so its absence says nothing.
    """
    content = [w for w in dict.fromkeys(words) if not asks_only(w) and (has_han(w) or w.isalnum())]
    sure = tuple(_term(w.split(ALTERNATIVE), frequency, passages) for w in content)
    known = {w for t in sure for w in (t.word, *t.others)}
    groups = (w.split(ALTERNATIVE) for w in dict.fromkeys(guessed))
    unsure = (_term(g, frequency, passages) for g in groups if known.isdisjoint(g))
    return (*sure, *(replace(t, doubt=GUESSED if has_han("".join((t.word, *t.others))) else 0.0) for t in unsure))


def _term(words: Sequence[str], frequency: Callable[[str], int], passages: int) -> Term:
    """A term whose first word any of the others, and what may stand for them, replaces."""
    others = [*words[1:], *(o for w in words for o in _others(w))]
    return Term(words[0], tuple(dict.fromkeys(others)), rarity(max(map(frequency, words)), passages))


def plain(word: str) -> Term:
    """A word as a term of weight 1, with what may stand for it."""
    return Term(word, _others(word))


def alternatives(word: str) -> Term:
    """A word of a query, any of whose renderings will do, as a term of weight 1."""
    first, *others = word.split(ALTERNATIVE)
    return Term(first, tuple(dict.fromkeys([*others, *_others(first)])))


def rarity(frequency: int, passages: int) -> float:
    """Inverse document frequency in the form of Robertson and Zaragoza (2009), kept positive."""
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5)) if passages >= frequency else 0.0


def said(term: Term, text: str) -> float:
    """How far `text` says the term, 0 to 1."""
    if term.word.isdecimal():
        return SAME if _number(term.word).search(text) else 0.0
    ways, pairs = _ways(term.word, term.others)
    for degree, words in ways:
        for word in words:
            if word in text:
                return degree
    return PARTLY * sum(map(text.__contains__, pairs)) / len(pairs) if pairs else 0.0


def said_where(term: Term, texts: Places) -> dict[int, float]:
    """The place of each text that says the term, and how far it does: what `said` says of it."""
    if term.word.isdecimal():
        return dict.fromkeys(texts.matching(_number(term.word)), SAME)
    ways, pairs = _ways(term.word, term.others)
    held: dict[int, int] = {}
    for pair in pairs:
        for place in texts.holding(pair):
            held[place] = held.get(place, 0) + 1
    found = {place: PARTLY * n / len(pairs) for place, n in held.items()}
    for degree, words in reversed(ways):
        for word in words:
            found.update(dict.fromkeys(texts.holding(word), degree))
    return found


@lru_cache(maxsize=1024)
def _ways(word: str, others: tuple[str, ...]) -> tuple[tuple[tuple[float, tuple[str, ...]], ...], tuple[str, ...]]:
    """Wordings any of which says a word, by how far they do, the furthest first; and the pairs that say it in part."""
    tails = tuple(word[i:] for i in (2, 3) if len(word) - i >= BY_PAIRS) if len(word) >= BY_TAIL else ()
    pairs = tuple(word[i : i + 2] for i in range(len(word) - 1)) if len(word) >= BY_PAIRS else ()
    return ((SAME, (word,)), (SYNONYM, (*others, *tails))), pairs


@lru_cache(maxsize=256)
def _number(digits: str) -> re.Pattern[str]:
    """The number by itself, not as a part of a longer one."""
    return re.compile(rf"(?<![\d.]){digits}(?![\d.])")


def coverage(about: Iterable[Term], text: str) -> float:
    """Share of the terms, by weight, that the text says; 1 for no terms at all."""
    degrees = [(t, said(t, text)) for t in about]
    whole = sum(t.weight * max(t.doubt, degree) for t, degree in degrees)
    return sum(t.weight * degree for t, degree in degrees) / whole if whole else 1.0


def asks_only(word: str) -> bool:
    """Whether a word of a question only asks: 哪些地方 as well as 哪."""
    return word in filler() or word.startswith(_QUESTION) or _COUNTED.fullmatch(word) is not None


@lru_cache(maxsize=1)
def adverbs() -> frozenset[str]:
    """Words that say how something was done and not what (突然, 偏偏)."""
    return frozenset(word for (word, *_) in rows("adverbs.tsv"))


@lru_cache(maxsize=1)
def filler() -> frozenset[str]:
    """Words that ask, or are polite, and need not stand in an answer."""
    return frozenset(word for (word, *_) in rows("question_words.tsv"))


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for group, *_ in rows("synonyms.tsv"):
        for word in group.split():
            found.setdefault(word, []).extend(w for w in group.split() if w != word)
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items()}


def _others(word: str) -> tuple[str, ...]:
    return _groups().get(word, ())


@lru_cache(maxsize=1)
def verbs() -> frozenset[str]:
    """Verbs of official life, which tell what was done and of no matter."""
    return frozenset(verb for (verb, *_) in rows("verbs.tsv"))


@lru_cache(maxsize=1)
def generic_nouns() -> frozenset[str]:
    """Nouns behind a question word that a page need not repeat (提了什么要求)."""
    return frozenset(word for (word, *_) in rows("generic_nouns.tsv"))
