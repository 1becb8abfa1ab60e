"""Who was with whom, and where: what a number of events comes to, seen from the people and the places in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from operator import itemgetter
from typing import TypeVar

from rag.listings import Counted
from rag.text import fold, sort_key

CROWDED = 100
"""People in one event past which it is a list of names, and says of no two of them that they were together."""
FOREMOST = 3
"""People named with a place: those of most events there."""

Days = Mapping[int, tuple[str, str]]
"""By the numbers of events their first and last days as the table of events has them, in the order of the first days, those
whose last is empty behind all: no day is known of them."""
Named = Mapping[int, Sequence[str]]
"""By the numbers of events the people in them, or the places, each once."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A number of events, and the first and last of their days: ISO days, months or years as far as they are known, empty
    where none is."""

    events: int = 0
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody, and the events with a part in them."""

    name: str
    extent: Extent


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people with a part in the same events, or one and a place where events were; `deeds` are their numbers."""

    names: tuple[str, str]
    extent: Extent
    deeds: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """What it is sorted by."""
        return "\n".join(self.names)


@dataclass(frozen=True, slots=True)
class Visited:
    """A place, the events there, how many people had a part in them, and who most often."""

    name: str
    extent: Extent
    people: int = 0
    foremost: tuple[Counted, ...] = ()
    deeds: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Who had a part in a number of events, and who with whom, those of most events first.

    `crowded` says how many events have too many people to make pairs of them, `days` when each was.
    """

    people: tuple[Met, ...] = ()
    pairs: tuple[Pair, ...] = ()
    crowded: int = 0
    days: Days = field(default_factory=dict)

    def around(self, names: Iterable[str]) -> tuple[Pair, ...]:
        """The pairs that one of these people is of; all pairs where no names are given."""
        some = frozenset(names)
        return tuple(pair for pair in self.pairs if not some.isdisjoint(pair.names)) if some else self.pairs


@dataclass(frozen=True, slots=True)
class Places:
    """Where a number of events were, those places first where most were; `people` are those of each event."""

    places: tuple[Visited, ...] = ()
    days: Days = field(default_factory=dict)
    people: Named = field(default_factory=dict)

    def stays(self) -> Iterator[Pair]:
        """Each person with each place where that person was, by place."""
        for place in self.places:
            at: defaultdict[str, list[int]] = defaultdict(list)
            for deed in place.deeds:
                for name in self.people.get(deed, ()):
                    at[name].append(deed)
            for name, deeds in sorted(at.items()):
                yield Pair((name, place.name), _extent(self.days, deeds), tuple(deeds))


class By(StrEnum):
    """How people, pairs or places are sorted; equals by what comes first in `OFTEN`."""

    OFTEN = "often"
    RECENT = "recent"
    EARLY = "early"
    NAME = "name"


_Listed = TypeVar("_Listed", Met, Pair, Visited)


def ordered(listed: Sequence[_Listed], by: By) -> list[_Listed]:
    """In that order; what has no known day comes last."""
    found = sorted(listed, key=lambda one: (-one.extent.events, sort_key(one.name)))
    if by is By.NAME:
        found.sort(key=lambda one: sort_key(one.name))
    if by is By.RECENT:
        found.sort(key=lambda one: one.extent.last, reverse=True)
    if by is By.EARLY:
        found.sort(key=lambda one: (not one.extent.first, one.extent.first))
    return found


def network(days: Days, people: Named) -> Network:
    """Who had a part in these events, and who with whom."""
    deeds: defaultdict[str, list[int]] = defaultdict(list)
    together: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    crowded = 0
    for deed in days:
        names = sorted(people.get(deed, ()))
        for name in names:
            deeds[name].append(deed)
        if len(names) > CROWDED:
            crowded += 1
            continue
        for two in combinations(names, 2):
            together[two].append(deed)
    met = [Met(name, _extent(days, own)) for name, own in deeds.items()]
    pairs = [Pair(two, _extent(days, own), tuple(own)) for two, own in together.items()]
    return Network(tuple(ordered(met, By.OFTEN)), tuple(ordered(pairs, By.OFTEN)), crowded, days)


def places(days: Days, people: Named, where: Named) -> Places:
    """Where these events were. Places that differ in width or case alone are one, by the wording met first."""
    deeds: defaultdict[str, list[int]] = defaultdict(list)
    called = _Called()
    for deed in days:
        for place in dict.fromkeys(called[place] for place in where.get(deed, ()) if place):
            deeds[place].append(deed)
    visited = [_visited(place, days, people, own) for place, own in deeds.items()]
    return Places(tuple(ordered(visited, By.OFTEN)), days, people)


def told(first: str, last: str) -> str:
    """The ISO year, month or day that lasts from one day to the other, as the table of events has them: a month's last is its
    31st, were there such a day or not. The first of them where they are the ends of none."""
    if first[:4] == last[:4] and (first[4:], last[4:]) == ("-01-01", "-12-31"):
        return first[:4]
    return first[:7] if (first[7:], last) == ("-01", f"{first[:7]}-31") else first


class _Called(dict[str, str]):
    """How a place is called, by any wording of it."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}

    def __missing__(self, place: str) -> str:
        self[place] = self._folded.setdefault(fold(place), place)
        return self[place]


def _visited(place: str, days: Days, people: Named, deeds: Sequence[int]) -> Visited:
    often: Counter[str] = Counter()
    for deed in deeds:
        often.update(people.get(deed, ()))
    most = sorted(often.items(), key=lambda item: (-item[1], sort_key(item[0])))[:FOREMOST]
    foremost = tuple(Counted(name, count) for name, count in most)
    return Visited(place, _extent(days, deeds), len(often), foremost, tuple(deeds))


def _extent(days: Days, deeds: Sequence[int]) -> Extent:
    """Of events that come in the order of their days."""
    first = days[deeds[0]]
    if not first[1]:
        return Extent(len(deeds))
    last = max(map(days.__getitem__, deeds), key=itemgetter(1, 0))
    return Extent(len(deeds), told(*first), _until(*last))


def _until(first: str, last: str) -> str:
    """The last day, month or year of an event."""
    whole = told(first, last)
    if len(whole) < len(first):
        return whole
    return last if last[5:] not in _NEVER else last[:7]


_NEVER = ("02-31", "04-31", "06-31", "09-31", "11-31")
"""How a month ends in the table of events that has no such day."""
