"""Names of people in Latin letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rag.rendering.sounds import syllables, written
from rag.script import DOT
from rag.tables import rows

_USUAL, _LONGEST = 3, 4
"""Characters of a name whose family name is one character, unless it is one of the known ones of two; and of a name that
has a family name at all."""


def romanised(name: str) -> str:
    """A Chinese name as English writes it: family name first, given name in one word (Chen Zhiyuan); of another tongue, each
    part in one word."""
    if DOT in name:
        return DOT.join(_word(syllables(part)) for part in name.split(DOT))
    return " ".join(_word(part) for part in name_parts(name) if part)


def name_parts(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The syllables of the family name and of the given name; of a name of another tongue all as one."""
    read = syllables(name)
    if len(read) != len(name) or _of_another_tongue(name):
        return read, ()
    family = _as_a_family().get(name[: _family(name)])
    return (tuple(family.split()) if family else read[: _family(name)]), read[_family(name) :]


def read_as_family(name: str) -> bool:
    """Whether its family name is read otherwise than the word it is written like (仇 as Qiu)."""
    return name[: _family(name)] in _as_a_family()


def _word(read: Sequence[str]) -> str:
    return written(read).capitalize()


def _family(name: str) -> int:
    """How many characters the family name has."""
    return 2 if len(name) > _USUAL or (len(name) == _USUAL and name[:2] in _compound()) else 1


def _of_another_tongue(name: str) -> bool:
    """Whether it is longer than any with a family name, or written in the characters of such names and begins with none."""
    if len(name) > _LONGEST:
        return True
    if len(name) < _USUAL or name[:2] in _compound():
        return False
    return all(char in _foreign() for char in name) and (len(name) == _LONGEST or name[0] not in _families())


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    """Those that are hardly ever anything else."""
    return frozenset(name for name, strength, *_ in rows("surnames.tsv") if strength == "common")


@lru_cache(maxsize=1)
def _compound() -> frozenset[str]:
    return frozenset(name for (name, *_) in rows("surnames.tsv") if len(name) > 1)


@lru_cache(maxsize=1)
def _foreign() -> frozenset[str]:
    return frozenset(char for (char, *_) in rows("name_sounds.tsv"))


@lru_cache(maxsize=1)
def _as_a_family() -> dict[str, str]:
    return {name: reading for name, reading, *_ in rows("surname_readings.tsv")}
