"""Names of places in Latin letters: pinyin, with the kind of place in English (Qinghe County)."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.rendering.sounds import syllables, words, written
from rag.script import DOT, HAN
from rag.tables import rows

LONGEST_WORD = 3
"""Syllables of a stem that are written as one word; a longer one is a name of several words."""
_NESTED = re.compile(
    rf"([{HAN}]{{2,8}}?(?:省|自治区))?([{HAN}]{{2,8}}?(?:市|自治州|地区|盟|州))?([{HAN}]{{2,6}}?(?:县|区|市|旗))?([{HAN}]{{2,}})"
)
"""A place told from the largest part down: 东江省清河市西亭区青苗镇."""
_TOLD = frozenset("省市县区旗镇乡村")
"""Kinds that are told even of a name of one character; 广州 is no prefecture for its last, 金山 no mountain."""


def place_rendered(name: str) -> str:
    """西亭镇 as Xiting Town, 清河市西亭区 as Xiting District, Qinghe City; a place of no known kind by its sound alone."""
    larger, own = _parts(name)
    return ", ".join(_single(part) for part in (own, *reversed(larger)))


def stem_rendered(stem: str) -> str:
    """The name of a place without its kind (清河, before 县)."""
    return _known().get(stem) or _words(stem, stem)


LATIN_KIND_WORDS = 4
"""Words of the longest kind of place in English."""


@lru_cache(maxsize=256)
def suffixes_of(kind: str) -> tuple[str, ...]:
    """What names of that kind of place end with; () for what is no kind."""
    return tuple(suffix for suffix, english in _kinds().items() if english == kind)


def only_refers(name: str) -> bool:
    """Whether it is no name, but a place told by who speaks or by how many (我市, 全县, 各村)."""
    return name[:1] in _pointing() and name[1:] in _kinds()


def known_places() -> frozenset[str]:
    """Names that English has its own for."""
    return frozenset(_known())


def kind_of(name: str) -> str:
    """The kind of place that a name says it is, in English and lower case; empty where it says none."""
    return _kinds().get(_suffix(name), "")


def _parts(name: str) -> tuple[tuple[str, ...], str]:
    """The larger places that are told before one, largest first, and itself."""
    match = _NESTED.fullmatch(name)
    if not match or name in _known() or not kind_of(match[4]):
        return (), name
    return tuple(filter(None, match.groups()[:3])), match[4]


def _single(name: str) -> str:
    if known := _known().get(name):
        return known
    suffix = _suffix(name)
    kind, stem = _titled(_kinds().get(suffix, "")), name.removesuffix(suffix)
    if not stem:
        return kind
    if len(stem) == 1 and kind:  # Shanxian County: one syllable is no name by itself
        return f"{_words(name, name)} {kind}" if suffix in _TOLD else _words(name, name)
    return f"{_known().get(stem) or _words(stem, name)} {kind}".strip()


def _words(stem: str, name: str) -> str:
    """The stem as it sounds within its name, several words apart."""
    read = syllables(name)[: len(stem)] if len(syllables(name)) == len(name) else syllables(stem)
    if len(read) <= LONGEST_WORD or DOT in stem:
        return written(read).capitalize()
    found, at = [], 0
    for piece in words(stem):
        found.append(written(read[at : at + len(piece)]).capitalize())
        at += len(piece)
    return " ".join(found)


def _titled(kind: str) -> str:
    return " ".join(word[0].upper() + word[1:] if len(word) > 2 else word for word in kind.split())


def _suffix(name: str) -> str:
    """The longest known ending of a name, which may be all of it."""
    return next((name[at:] for at in range(len(name)) if name[at:] in _kinds()), "")


@lru_cache(maxsize=1)
def _pointing() -> frozenset[str]:
    return frozenset(word for word, kind, *_ in rows("office_english.tsv") if kind == "mute")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return dict(rows("place_kinds.tsv"))


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    return dict(rows("place_english.tsv"))
