"""Names that an English question spells in pinyin, and words with a capital that look like such and are none.

Names are matched by their syllables against those that stand in the index: Zhu Jianjun, Jianjun Zhu, Lyu for 吕. A word
with a capital that no name of the index answers to is taken for an unknown one only where it consists of whole syllables
and the dictionary does not know it for something that is read otherwise (Macao, Center, Shaanxi).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.asking.question.english import common, entry
from rag.asking.question.glossary import dictionary
from rag.asking.question.vocabulary import Vocabulary, pinyin
from rag.rendering.sounds import letters
from rag.tables import rows

_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_CAMEL = re.compile(r"[A-Za-z]{1,40}[a-z][A-Z]|[A-Z]{2}")
"""A capital within a word: an abbreviation, a firm's fancy name, or a full name in one word (ChenZhiyuan)."""

_OF_TOWN = re.compile(r"\bof ((?:[A-Z][A-Za-z'’-]{1,20} ?){1,3})[?.! ]*$")

_LONGEST = 4
"""Words in the longest name, and syllables in a word of one."""

WHOLE_NAME = 3
"""Characters of a person's name that may be written as one word; Liaoning is no 廖宁."""


@dataclass(frozen=True, slots=True)
class Sounded:
    """Words of a question that are some names' pinyin: `which` of the tables has them, and the names read so."""

    given: str
    which: int
    names: tuple[str, ...]


def _tokens(question: str) -> list[str]:
    """Words in order; a hyphen joins syllables of a name (Zhi-yuan), not two names (Beijing-Tianjin)."""
    return _TOKEN.findall(re.sub(r"-(?=[A-Z])", " ", question))


def pinyin_names(question: str, *tables: Mapping[str, Iterable[str]]) -> tuple[Sounded, ...]:
    """Capitalised words that are the pinyin of names of the index (Zhu Jianjun, Daxi Town), the longest run first served.

    A table maps syllables written together in lower case to the names read so; where a run is in several tables the
    first has it. The surname may come last. A name's own tail (镇, 街道) need not be said in pinyin: the tables hold
    shortened forms too.
    """
    tokens = _tokens(question)
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
                names = tuple(n for n in table.get(_key(order), ()) if size > 1 or which or _is_whole(words[0], n))
                if names:
                    return size, (Sounded(" ".join(words), which, names),)
    return 1, ()


def _is_whole(word: str, name: str) -> bool:
    """Whether one word can be all of a person's name."""
    return len(name) >= WHOLE_NAME or _CAMEL.match(word) is not None


def _key(words: Iterable[str]) -> str:
    return "".join(map(letters, words))


def unknown_names(question: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Capitalised words that neither the word list nor any name of the index explains (Qinghe, France)."""
    tokens = _tokens(question)
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
    tokens = _tokens(question)
    capital = [t[0].isupper() for t in tokens] + [False]
    alone = [t for k, t in enumerate(tokens) if k and capital[k - 1 : k + 2] == [False, True, False]]
    inside = (t for t in alone if t.isalpha() and t[1:].islower())
    return tuple(
        t for t in inside if not entry([t.lower()]) and not _syllables(t.lower()) and t.lower() not in common()
    )


def town_of_an_office(question: str, vocabulary: Vocabulary) -> str:
    """The foreign town at the end of a question about who holds an office (the mayor of Paris): a word of it neither the word
    list nor a name of the index explains, and it is no pinyin. By its Chinese name where a dictionary has one that the index
    knows; empty where there is none."""
    found = _OF_TOWN.search(question)
    words = _tokens(found[1]) if found else []
    foreign = (w for w in words if not (_explains([w], vocabulary) or letters(w) in common() or _syllables(letters(w))))
    if not any(foreign) or _explains(words, vocabulary):
        return ""
    whole = " ".join(words)
    return next((name for name in dictionary(whole.lower()) if name in vocabulary.places), whole)


def _explains(words: list[str], vocabulary: Vocabulary) -> bool:
    if entry([w.lower().replace("’", "'") for w in words]):
        return True
    tables = (vocabulary.people_by_pinyin, vocabulary.places_by_pinyin) if words[0][0].isupper() else ()
    return any(_key(order) in table for table in tables for order in (words, words[1:] + words[:1]))


def _is_name(token: str) -> bool:
    """Capitalised, made of pinyin syllables, no word that English writes with a capital of itself."""
    spelled = letters(token)
    if not token[0].isupper() or _CAMEL.match(token) or spelled in common() or not _syllables(spelled):
        return False
    known = dictionary(token.lower().replace("’", "'"))
    sounds = [pinyin(rendering) for rendering in known]
    return not known or any(s.startswith(spelled) or spelled.startswith(s) for s in sounds)


def _syllables(spelled: str) -> bool:
    """Whether it is one to four syllables of pinyin."""
    return _pinyin().fullmatch(spelled) is not None


@lru_cache(maxsize=1)
def _pinyin() -> re.Pattern[str]:
    every = "|".join(sorted((s for (s, *_) in rows("pinyin_syllables.tsv")), key=len, reverse=True))
    return re.compile(rf"(?:{every}){{1,{_LONGEST}}}")
