"""Names of an index by their sound: what is typed in Latin letters into a search of people, places and events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from rag.rendering.people import name_parts
from rag.rendering.places import LATIN_KIND_WORDS, suffixes_of
from rag.rendering.sounds import letters, syllables
from rag.tables import rows

LONGEST, SHORTEST = 40, 2
"""Letters of a name that is looked for."""
MOST_SPLITS = 12
"""Ways of parting letters into syllables that are tried (xian, xi an)."""

Lines = tuple[tuple[str, str], ...]
"""A name and its syllables, with a space before and behind each."""


class Heard:
    """The names of one state of an index. How they sound is worked out when something is first typed so."""

    def __init__(self, people: Iterable[str], places: Iterable[str]) -> None:
        self._people, self._places = people, places

    def people(self, words: Sequence[str]) -> tuple[str, ...]:
        """Whoever's name, or a part of it, sounds so, from syllable to syllable: chen zhiyuan, Zhi-yuan Chen, chenzhiyuan.

        Where no name does, the last syllable may be a beginning.
        """
        orders = dict.fromkeys(("".join(words), "".join((*words[-1:], *words[:-1]))))
        return _sounding(orders, self._people_lines)

    def places(self, words: Sequence[str]) -> tuple[str, ...]:
        """Likewise places, by their sound (qinghexian) or with their kind in English (Qinghe County)."""
        for size in range(min(LATIN_KIND_WORDS, len(words) - 1), 0, -1):
            if tails := suffixes_of(" ".join(words[-size:])):
                found = _sounding(("".join(words[:-size]),), self._places_lines)
                if kept := tuple(name for name in found if name.endswith(tails)):
                    return kept
        return _sounding(("".join(words),), self._places_lines)

    @cached_property
    def _people_lines(self) -> Lines:
        return tuple((name, line) for name in self._people for line in _lines(name, sum(name_parts(name), ())))

    @cached_property
    def _places_lines(self) -> Lines:
        return tuple((name, _line(syllables(name))) for name in self._places)


def latin_words(text: str) -> tuple[str, ...]:
    """Words of Latin letters in plain lower-case letters, those joined by a hyphen apart; () where anything else stands in
    the text."""
    words = re.split(r"[\s\-‐–]+", text.strip())
    plain = tuple(map(letters, words))
    return plain if all(plain) and not re.search(r"[^\W\d_A-Za-z\u00c0-\u024f\u0300-\u036f]|\d", text) else ()


def sounding(words: Sequence[str], names: Iterable[str]) -> tuple[str, ...]:
    """Of other names, such as newspapers', those that sound so."""
    return _sounding(("".join(words),), tuple((name, _line(syllables(name))) for name in names))


def _sounding(typed: Iterable[str], lines: Lines) -> tuple[str, ...]:
    keys = [key for key in typed if SHORTEST <= len(key) <= LONGEST]
    for whole in (True, False):
        sought = [f" {split}{' ' if whole else ''}" for key in keys for split in _splits(key, whole)]
        if found := dict.fromkeys(name for name, line in lines if any(s in line for s in sought)):
            return tuple(found)
    return ()


@lru_cache(maxsize=256)
def _splits(key: str, whole: bool) -> tuple[str, ...]:
    """The letters parted into syllables, the last of which may be a beginning unless they are to be `whole`."""
    found: list[str] = []
    open_: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    while open_ and len(found) < MOST_SPLITS:
        at, parts = open_.pop()
        if at == len(key):
            found.append(" ".join(parts))
            continue
        ends = (
            end
            for end in range(at + 1, min(len(key), at + _longest()) + 1)
            if _fits(key[at:end], whole, end == len(key))
        )
        open_ += ((end, (*parts, key[at:end])) for end in ends)
    return tuple(found)


def _fits(piece: str, whole: bool, last: bool) -> bool:
    return piece in _syllables() or (last and not whole and piece in _beginnings())


def _lines(name: str, own: Sequence[str]) -> Iterator[str]:
    """As the name is read, and as its characters usually are, where that is another way."""
    yield from dict.fromkeys((_line(own), _line(syllables(name))))


def _line(read: Iterable[str]) -> str:
    return f" {' '.join(read).lower()} "


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    return frozenset(syllable for (syllable, *_) in rows("pinyin_syllables.tsv"))


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    return frozenset(s[:size] for s in _syllables() for size in range(1, len(s)))


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _syllables()))
