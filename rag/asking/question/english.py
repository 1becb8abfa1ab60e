"""English questions into the Chinese words a newspaper would have printed.

Names are matched by their pinyin against the names that stand in the index, everything else by a word list. The result
is a bag of words for the lexical leg and for the checks; the multilingual encoder reads the question as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.asking.matching.terms import ALTERNATIVE
from rag.asking.question.vocabulary import Vocabulary
from rag.tables import rows

_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|ve|a|o|e|i|u|v|er)){1,4}"
)
"""One to four syllables; what English words happen to be spelled so is in `english_common.tsv`."""

_ENDINGS = (("'s", ""), ("ies", "y"), ("es", ""), ("s", ""))
SHORTEST_STEM = 3
"""Letters that are left of a word without its ending."""

_LONGEST = 4
"""Words in the longest entry of the list, and in the longest name written in pinyin."""


def chinese_words(question: str) -> tuple[str, ...]:
    """The Chinese renderings of the English words, longest entries first served, each once, in order.

    Renderings of one English word stand together, joined by ALTERNATIVE.
    """
    tokens = [t.lower().replace("’", "'") for t in _TOKEN.findall(question)]
    found: list[str] = []
    at = 0
    while at < len(tokens):
        size = next((n for n in range(_LONGEST, 0, -1) if _entry(tokens[at : at + n])), 0)
        found += [ALTERNATIVE.join(_entry(tokens[at : at + size]))] if size else []
        at += size or 1
    return tuple(dict.fromkeys(found))


def uncovered(question: str) -> tuple[str, ...]:
    """Lower-case words of the question that no entry of the list takes in, alone or with its neighbours."""
    tokens = [t.replace("’", "'") for t in _TOKEN.findall(question)]
    lower = [t.lower() for t in tokens]
    found, at = [], 0
    while at < len(tokens):
        size = next((n for n in range(_LONGEST, 0, -1) if _entry(lower[at : at + n])), 0)
        found += [] if size or not tokens[at].islower() else [tokens[at]]
        at += size or 1
    return tuple(found)


def _entry(tokens: list[str]) -> tuple[str, ...]:
    if not tokens:
        return ()
    *before, last = tokens
    table = _table()
    return next((found for form in _forms(last) if (found := table.get(" ".join((*before, form))))), ())


def _forms(word: str) -> Iterator[str]:
    """A word, then what it may be a plural of; of a past tense the list says itself what it means (planted is no plant)."""
    yield word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            yield word.removesuffix(ending) + instead


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    return {english: tuple(chinese.split()) for english, chinese in rows("english.tsv")}


@dataclass(frozen=True, slots=True)
class Sounded:
    """Words of a question that are some names' pinyin: `which` of the tables has them, and the names read so."""

    given: str
    which: int
    names: tuple[str, ...]


def pinyin_names(question: str, *tables: Mapping[str, Iterable[str]]) -> tuple[Sounded, ...]:
    """Capitalised words that are the pinyin of names of the index (Zhu Jianjun, Daxi Town), the longest run first served.

    A table maps syllables written together in lower case to the names read so; where a run is in several tables the
    first has it. The surname may come last. A name's own tail (镇, 街道) need not be said in pinyin: the tables hold
    shortened forms too.
    """
    tokens = _TOKEN.findall(question)
    found: dict[Sounded, None] = {}
    at = 0
    while at < len(tokens):
        size, sounded = _name_at(tokens, at, tables)
        found |= dict.fromkeys(sounded)
        at += size
    return tuple(found)


def _name_at(
    tokens: list[str], at: int, tables: Sequence[Mapping[str, Iterable[str]]]
) -> tuple[int, tuple[Sounded, ...]]:
    for size in range(_LONGEST, 0, -1):
        words = tokens[at : at + size]
        if len(words) < size or not words[0][0].isupper():
            continue
        for which, table in enumerate(tables):
            for order in (words, words[1:] + words[:1]):
                if names := tuple(table.get(_key(order), ())):
                    return size, (Sounded(" ".join(words), which, names),)
    return 1, ()


def _key(words: Iterable[str]) -> str:
    joined = "".join(w.lower() for w in words)
    joined = joined[:-2] if joined.endswith(("'s", "’s")) else joined
    return re.sub(r"[^a-z]", "", joined)


def unknown_names(question: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Capitalised words that neither the word list nor any name of the index explains (Qinghe, France)."""
    tokens = _TOKEN.findall(question)
    known: set[int] = set()
    for at in range(len(tokens)):
        for size in range(_LONGEST, 0, -1):
            words = tokens[at : at + size]
            if len(words) == size and _explains(words, vocabulary):
                known.update(range(at, at + size))
    return tuple(t for k, t in enumerate(tokens) if k not in known and _is_name(t))


def foreign_names(question: str) -> tuple[str, ...]:
    """Words with a capital between words without, neither in the word list nor spelled like Chinese (Atlantis).

    Of several capitals in a row most begin words of a name that is rendered (Women's Federation).
    """
    tokens = _TOKEN.findall(question)
    capital = [t[0].isupper() for t in tokens] + [False]
    alone = [t for k, t in enumerate(tokens) if k and capital[k - 1 : k + 2] == [False, True, False]]
    inside = (t for t in alone if t.isalpha() and t[1:].islower())
    return tuple(
        t for t in inside if not _entry([t.lower()]) and not _PINYIN.fullmatch(t.lower()) and t.lower() not in _common()
    )


def _explains(words: list[str], vocabulary: Vocabulary) -> bool:
    if _entry([w.lower().replace("’", "'") for w in words]):
        return True
    tables = (vocabulary.people_by_pinyin, vocabulary.places_by_pinyin) if words[0][0].isupper() else ()
    return any(_key(order) in table for table in tables for order in (words, words[1:] + words[:1]))


def _is_name(token: str) -> bool:
    """Capitalised, made of pinyin syllables, no word that English writes with a capital of itself."""
    spelled = re.sub("[^a-z]", "", token.lower().removesuffix("'s"))
    is_pinyin = _PINYIN.fullmatch(spelled) is not None
    return token[0].isupper() and is_pinyin and spelled not in _common()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(word for (word, *_) in rows("english_common.tsv"))
