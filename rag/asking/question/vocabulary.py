"""The names that stand in the index, and by which pinyin they can be found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import product
from math import prod

from rag.rendering.people import read_as_family, romanised
from rag.rendering.sounds import letters
from rag.script import DOT
from rag.tables import rows

LONGEST_NAME, LONGEST_JOINED = 6, 12
"""Characters of the longest personal name looked for: of one word (compound surnames), and of several joined by ·."""

MOST_READINGS = 16
"""Ways of reading a name that are looked at; a name of several characters with many readings has hundreds."""


class Vocabulary:
    """People and places of the index. Pinyin tables are made on first use: most questions need none."""

    def __init__(self, people: Iterable[str], places: Iterable[str]) -> None:
        self.people = frozenset(n for n in people if 2 <= len(n) <= (LONGEST_JOINED if DOT in n else LONGEST_NAME))
        self.places = frozenset(n for n in places if len(n) >= 2)

    @cached_property
    def people_by_pinyin(self) -> dict[str, tuple[str, ...]]:
        """Toneless syllables written together -> names.

        A rarer reading of a character (单 as Shan) finds a name only where no name is usually read so.
        """
        return _by_key((reading, name) for name in self.people for reading in _readings(name)) | self._usually_read

    @cached_property
    def people_by_sound(self) -> dict[str, tuple[str, ...]]:
        """As usually read, with sounds that southern speakers and fast typists confuse made equal."""
        return _by_key((blur(syllables), name) for syllables, names in self._usually_read.items() for name in names)

    @cached_property
    def _usually_read(self) -> dict[str, tuple[str, ...]]:
        read = [(pinyin(name), name) for name in self.people]
        return _by_key([*read, *((letters(romanised(n)), n) for n in self.people if read_as_family(n))])

    @cached_property
    def places_by_pinyin(self) -> dict[str, tuple[str, ...]]:
        """As `people_by_pinyin`, for places with and without their tails (大海镇 is found as dahaizhen, its stem 大海 as dahai)."""
        return _by_key((pinyin(form), form) for name in self.places for form in {name, _without_tail(name)})


def pinyin(text: str) -> str:
    """Toneless syllables written together, in lower case; ü as v."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(text)).lower()


def _readings(name: str) -> Iterator[str]:
    """The name with its characters read each way, as far as there are not too many ways."""
    every = [_readings_of(character) for character in name]
    if 1 < prod(map(len, every)) <= MOST_READINGS:
        yield from map("".join, product(*every))


@lru_cache(maxsize=1 << 15)
def _readings_of(character: str) -> tuple[str, ...]:
    from pypinyin import Style
    from pypinyin import pinyin as readings

    return tuple(readings(character, style=Style.NORMAL, heteronym=True)[0])


def toned(text: str) -> str:
    """Syllables with the numbers of their tones."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(text, style=Style.TONE3))


def blur(syllables: str) -> str:
    """Make equal what is often confused: zh/z, ch/c, sh/s, and final ng/n."""
    for sharp, blurred in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n")):
        syllables = syllables.replace(sharp, blurred)
    return syllables


def _by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, set[str]] = defaultdict(set)
    for key, name in pairs:
        grouped[key].add(name)
    return {key: tuple(sorted(names)) for key, names in grouped.items()}


def _without_tail(place: str) -> str:
    tails = sorted((tail for (tail, *_) in rows("asking_place_tails.tsv")), key=len, reverse=True)
    return next((place[: -len(t)] for t in tails if place.endswith(t) and len(place) - len(t) >= 2), place)
