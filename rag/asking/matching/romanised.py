"""Names of people in Latin letters."""

from __future__ import annotations

from functools import lru_cache

from rag.asking.matching.sounds import sound
from rag.script import DOT
from rag.tables import rows

_USUAL = 3
"""Characters of a name whose family name is one character, unless it is one of the known ones of two."""


def romanised(name: str) -> str:
    """A Chinese name as English writes it: family name first, given name in one word (Chen Zhiyuan); of another tongue, each part in one word."""
    if DOT in name:
        return DOT.join(sound(part).capitalize() for part in name.split(DOT))
    family, given = _parts(name)
    return " ".join(part.capitalize() for part in (_as_a_family().get(family) or sound(family), sound(given)) if part)


def read_as_family(name: str) -> bool:
    """Whether its family name is read otherwise than the word it is written like (仇 as Qiu)."""
    return _parts(name)[0] in _as_a_family()


def _parts(name: str) -> tuple[str, str]:
    """Family name and given name."""
    size = 2 if len(name) > _USUAL or (len(name) == _USUAL and name[:2] in _compound()) else 1
    return name[:size], name[size:]


@lru_cache(maxsize=1)
def _compound() -> frozenset[str]:
    return frozenset(name for (name, *_) in rows("surnames.tsv") if len(name) > 1)


@lru_cache(maxsize=1)
def _as_a_family() -> dict[str, str]:
    return {name: reading for name, reading, *_ in rows("surname_readings.tsv")}
