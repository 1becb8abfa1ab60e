"""How names sound: their syllables in pinyin, as one writes them and as one types them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rag.dictionary import is_word
from rag.script import HAN
from rag.tables import rows

_RUN = re.compile(f"[{HAN}]+|[^{HAN}]+")
_UMLAUT = re.compile("u\u0304?[\u0300\u0301\u030c]?\u0308[\u0300\u0301\u0304\u030c]?")
"""The ü of pinyin with any tone, taken apart."""
_FRONTED = re.compile("^([ln])yu")
"""A passport's spelling of lü and nü."""
_OPEN = tuple("aoe")
"""A syllable that begins so is set apart from the one before it: Xi'an."""

CHARACTERS = 8192
"""Whose readings are kept: papers use some five thousand, and an English question reads the text of a dozen articles."""


def letters(word: str) -> str:
    """An English spelling of a word of a name in plain letters: no tone, genitive, apostrophe or space; ü, however it is
    written, as v."""
    joined = word.lower()
    joined = joined[:-2] if joined.endswith(("'s", "’s")) else joined
    plain = _UMLAUT.sub("v", unicodedata.normalize("NFD", joined))
    return re.sub("[^a-z]", "", _FRONTED.sub(r"\1v", plain))


def syllables(name: str) -> tuple[str, ...]:
    """A name in characters as pinyin reads it, without tones, ü as v: a syllable a character, what is no character as it is."""
    return tuple(s for run in _RUN.findall(name) for s in _of_run(run))


def sound(name: str) -> str:
    """Its syllables written together."""
    return "".join(syllables(name))


def written(read: Sequence[str]) -> str:
    """Syllables as one word: ü with its dots, an apostrophe where two would run into each other (jian'an)."""
    joined = (f"'{s}" if k and s.startswith(_OPEN) else s for k, s in enumerate(read))
    return re.sub("(?<=[ln])v", "ü", "".join(joined))


def spelled(text: str) -> str:
    """A text of several words in pinyin, each word with a capital: how what no table renders is at least read."""
    from pypinyin import lazy_pinyin

    return " ".join(written(lazy_pinyin(word)).capitalize() for word in words(text))


def words(text: str) -> Iterator[str]:
    """The text in pieces of one or two characters, two where they are a common word: pinyin sets words apart."""
    at = 0
    while at < len(text):
        size = 2 if is_word(text[at : at + 2]) else 1
        yield text[at : at + size]
        at += size


def sounded(key: str, text: str) -> bool:
    """Whether consecutive characters of the text can be read as `key` (syllables together), with any of their readings.

    A character of several readings (长, 佛) is read each way: names often keep the rarer one.
    """
    every = [_read_as(char) for char in text]
    return any(_reads(key, every, at) for at in range(len(every)))


@lru_cache(maxsize=CHARACTERS)
def _read_as(char: str) -> tuple[str, ...]:
    """How a character is read in any word, without tones."""
    from pypinyin import Style, pinyin

    return tuple(reading for readings in pinyin([char], style=Style.NORMAL, heteronym=True) for reading in readings)


def _reads(key: str, every: Sequence[Sequence[str]], at: int) -> bool:
    if not key:
        return True
    return at < len(every) and any(
        _reads(key[len(r) :], every, at + 1) for r in every[at] if r.isalpha() and key.startswith(r)
    )


def _of_run(run: str) -> Iterator[str]:
    from pypinyin import Style, lazy_pinyin

    read = lazy_pinyin(run, style=Style.NORMAL)
    if len(read) != len(run):  # no characters, or one that pinyin does not know
        yield from read
        return
    own = {at: syllable for at, char in enumerate(run) if (syllable := _readings().get(char))}
    for place, syllables_of in _places():
        if (at := run.find(place)) >= 0:
            own.update(enumerate(syllables_of, at))
    yield from (own.get(at, syllable) for at, syllable in enumerate(read))


@lru_cache(maxsize=1)
def _readings() -> dict[str, str]:
    return dict(rows("name_readings.tsv"))


@lru_cache(maxsize=1)
def _places() -> tuple[tuple[str, list[str]], ...]:
    return tuple((name, read.split()) for name, read in rows("place_readings.tsv"))
