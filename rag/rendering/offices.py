"""Offices and bodies in English, put together from the parts that a table has: 市教育局副局长 is a Deputy Director, Municipal
Education Bureau. An office of which any part is in no table is not rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from rag.rendering.places import known_places, stem_rendered
from rag.script import HAN
from rag.tables import rows

LONGEST_NAME = 5
"""Characters of a place's name before its kind, as offices print it."""
LONGEST_OFFICE = 40
"""Characters of an office that is taken apart; longer ones are sentences."""
MOST_READINGS = 16
"""Ways of taking a text apart that are looked at."""
_APART = re.compile("[、，,；;]")
_NAME = re.compile(f"[{HAN}]+")
_TITLES = ("title", "head", "tail")
_DEPUTY = "Deputy"
_BESIDE = ("Government", "People's Government")
"""What stands beside the body before it, not under it: 市委市政府."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A word of the table, or a place's name (`name`), with its English and what else the table says of it."""

    kind: str
    english: str = ""
    more: str = ""


def office_rendered(office: str) -> str:
    """An office as printed (县委副书记、县长), each of several behind a semicolon; empty where a part is not known."""
    if len(office) > LONGEST_OFFICE:
        return ""
    told = [_office(part) for part in _APART.split(office) if part]
    return "; ".join(told) if all(told) else ""


def body_rendered(body: str) -> str:
    """A body as printed (清河县教育局): Qinghe County Education Bureau; empty where a part is not known."""
    for parts in _readings(body[:LONGEST_OFFICE]):
        if parts and parts[-1].kind == "body" and all(p.kind in ("name", "area", "body", "mute") for p in parts):
            return _holder(parts)
    return ""


def _office(office: str) -> str:
    return next(filter(None, map(_told, _readings(office))), "")


def _readings(text: str) -> tuple[tuple[_Part, ...], ...]:
    """The ways in which a text is made of parts, those with longer parts first, `MOST_READINGS` of them.

    They are made from the end of the text on, so that each rest of it is taken apart once.
    """
    of: dict[int, tuple[tuple[_Part, ...], ...]] = {len(text): ((),)}
    for at in range(len(text) - 1, -1, -1):
        ways = ((part, *rest) for size, part in _parts(text[at:]) for rest in of[at + size] if _goes_on(part, rest))
        of[at] = tuple(islice(ways, MOST_READINGS))
    return of[0]


def _parts(text: str) -> Iterator[tuple[int, _Part]]:
    """What a text may begin with, and of how many characters: words of the table, the longest first, then names."""
    for size in range(min(len(text), _longest()), 0, -1):
        if part := _table().get(text[:size]):
            yield size, part
    for size in range(2, min(LONGEST_NAME, len(text) - 1) + 1):
        if name := _name(text[:size], text[size:]):
            yield size, name


def _goes_on(part: _Part, rest: Sequence[_Part]) -> bool:
    """Two kinds of places do not follow each other (the first is part of a name, 曹杨新村街道), and a name has its kind."""
    after = rest[0].kind if rest else ""
    return after in ("area", "body") if part.kind == "name" else not (part.kind == after == "area")


def _name(text: str, rest: str) -> _Part | None:
    """The name of a place: of a known one, or of whatever stands before a kind of place."""
    named = any(rest.startswith(area) for area in _areas()) and _NAME.fullmatch(text)
    mute = any(part.kind == "mute" and text.startswith(word) for word, part in _table().items())
    return _Part("name", text) if text in _regions() or (named and not mute) else None


def _told(parts: Sequence[_Part]) -> str:
    """Title first, then whose it is: rank and title, body, place."""
    *before, title = parts or (_Part(""),)
    if title.kind not in _TITLES or (title.kind == "tail" and (not before or before[-1].kind != "body")):
        return ""
    ranks = [p for p in before if p.kind == "rank"]
    holder = [p for p in before if p.kind not in ("rank", "mute")]
    bodies = [p for p in holder if p.kind == "body"]
    english = _headed(title, bodies)
    if holder and not bodies and holder[-1].kind == "area" and (len(holder) == 1 or holder[-2].kind != "name"):
        area = holder.pop().english  # 市领导: a municipal leader
        english = f"{area} {english}"
    named = " ".join([*_ranked(ranks, english), english])
    whose = _holder(holder)
    return f"{named}, {whose}" if whose else named


def _headed(title: _Part, bodies: Sequence[_Part]) -> str:
    if not bodies:
        return title.more or title.english
    return (bodies[-1].more if title.kind != "title" else "") or title.english


def _ranked(ranks: Sequence[_Part], english: str) -> list[str]:
    vice = next((more for word, more in _vices().items() if word in english.split()), _DEPUTY)
    return [vice if rank.english == _DEPUTY else rank.english for rank in ranks]


def _holder(parts: Sequence[_Part]) -> str:
    """Places and bodies, the smallest first; a kind of place goes with the body behind it (Municipal Government)."""
    found: list[str] = []
    before: list[_Part] = []
    for part in parts:
        if part.kind == "body":
            own = " ".join([*_qualified(before), part.english])
            beside = found and [p.kind for p in before] == ["area"] and part.english in _BESIDE
            found = [*found[:-1], f"{found[-1]} and {own}"] if beside else [*found, own]
            before = []
        elif part.kind == "name" and before:
            found.append(_placed(before))
            before = [part]
        elif part.kind != "mute":
            before.append(part)
    found += [_placed(before)] if before else []
    return ", ".join(reversed(found))


def _qualified(before: Sequence[_Part]) -> list[str]:
    return [stem_rendered(p.english) if p.kind == "name" else p.english for p in before]


def _placed(before: Sequence[_Part]) -> str:
    return " ".join(stem_rendered(p.english) if p.kind == "name" else p.more or p.english for p in before)


@lru_cache(maxsize=1)
def _table() -> dict[str, _Part]:
    found = {}
    for word, kind, *english in rows("office_english.tsv"):
        if kind != "vice":
            found[word] = _Part(kind, *english)
    return found


@lru_cache(maxsize=1)
def _vices() -> dict[str, str]:
    return {word: english for word, kind, english, *_ in _whole() if kind == "vice"}


def _whole() -> Iterator[list[str]]:
    return (row for row in rows("office_english.tsv") if len(row) > 2)


@lru_cache(maxsize=1)
def _areas() -> tuple[str, ...]:
    return tuple(word for word, part in _table().items() if part.kind == "area")


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _table()))


@lru_cache(maxsize=1)
def _regions() -> frozenset[str]:
    return known_places() | {name for table in ("regions.tsv", "gazetteer.tsv") for (name, *_) in rows(table)}
