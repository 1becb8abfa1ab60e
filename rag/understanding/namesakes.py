"""Two people of one name: told apart by offices that one person does not hold at one time, of two towns of one rank, or of
a town and a village far below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rag.tables import any_of

_PLACE = re.compile(r"([一-鿿]{2,4}?)(省|自治区|市|区|县|旗|镇|乡|街道)(?!场|域|民|级|属|际|直)")
_OWN = re.compile(
    rf"(?:常务|副|代){{0,3}}(市|区|县|旗|镇|乡)(?:委|长|{any_of('organs')}|人武|人民|[一-鿿]{{2,6}}[局院]|法院)"
)
"""An office of the place its article is of (县委书记, 副区长)."""
_NO_PLACE = re.compile(rf"^[全我各本该新老原前现时拟候副]|^(?:常务|分管|驻)|[的和与副任委]|(?:{any_of('no_town')})$")
_RANKS = {"省": 4, "自治区": 4, "市": 3, "区": 2, "县": 2, "旗": 2, "镇": 1, "乡": 1, "街道": 1}
FAR = 2
"""Ranks between two offices that nobody holds at one time (市, 镇); a town's leader often leads one of its districts."""
LATELY = 400
"""Days between two articles behind which somebody may have moved to another town."""


@dataclass(frozen=True, slots=True)
class Held:
    """An office as an article prints it, with the day it is of and the place it is set in where that is sure."""

    role: str
    day: str | None = None
    city: str = ""


@dataclass(frozen=True, slots=True)
class _Group:
    """What is held by one person as far as the pages tell: the places of it, the ranks and the days."""

    places: frozenset[str]
    ranks: frozenset[int]
    days: tuple[str, ...]
    roles: tuple[str, ...]


def apart(posts: Sequence[Held]) -> tuple[tuple[str, ...], ...]:
    """The offices of each of several people of one name; () where one person may hold them all."""
    groups = _joined([_Group(p, r, (h.day,) if h.day else (), (h.role,)) for h in posts for p, r in [_home(h)] if p])
    clash = [g for g in groups if any(_clash(g, other) for other in groups if other is not g)]
    return tuple(tuple(dict.fromkeys(g.roles)) for g in clash)


def _home(held: Held) -> tuple[frozenset[str], frozenset[int]]:
    """The places an office is of, and the rank of the lowest; nothing where it is of no town that is told."""
    places: list[tuple[str, str]] = []
    for part in held.role.split("、"):
        places += _chain(part)
        own = _OWN.match(part)
        if own and held.city.endswith(own[1]) and not _chain(part):
            places.append((held.city.removesuffix(own[1]), own[1]))
    return frozenset(name + kind for name, kind in places), frozenset(_RANKS[kind] for _, kind in places)


def _chain(part: str) -> list[tuple[str, str]]:
    """The places an office begins with, one within the other (北海市东江区青石镇)."""
    found, at = [], 0
    while (match := _PLACE.match(part, at)) and not _NO_PLACE.search(match[1]):
        found.append((match[1], match[2]))
        at = match.end()
    return found


def _joined(groups: Iterable[_Group]) -> list[_Group]:
    """Those that share a place put together."""
    found: list[_Group] = []
    for group in groups:
        alike = [g for g in found if _meet(g.places, group.places)]
        found = [g for g in found if g not in alike]
        for other in alike:
            group = _Group(
                group.places | other.places,
                group.ranks | other.ranks,
                other.days + group.days,
                other.roles + group.roles,
            )
        found.append(group)
    return found


def _meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether any place of one is one of the other, printed with the larger place before it or without (北海东江区)."""
    return any(a.endswith(b) or b.endswith(a) for a in ours for b in theirs)


def _clash(one: _Group, other: _Group) -> bool:
    if one.roles and set(one.roles) & set(other.roles):
        return False
    low, high = sorted((min(one.ranks), min(other.ranks)))
    ranks = low == high or (high - low >= FAR and max(one.ranks) != max(other.ranks))
    return ranks and max(_RANKS.values()) not in (low, high) and _together(one.days, other.days)


def _together(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both are told of one time; where a day is not known, they may be."""
    days = [list(_days(own)) for own in (ours, theirs)]
    return not all(days) or any(abs((a - b).days) <= LATELY for a in days[0] for b in days[1])


def _days(told: Iterable[str]) -> Iterator[date]:
    for day in told:
        if len(day) >= len("2022-05") and day[:4].isdigit():
            yield date.fromisoformat(f"{day}-01"[: len("2022-05-01")])
