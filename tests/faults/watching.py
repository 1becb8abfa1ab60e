"""Watches under faults: whatever stops a look at new and corrected pages, each find is there once, and says what the events do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import cast

from rag import Activity, Came, Event, Person, SettingError, Span, Wanted
from tests.faults.disk import Disk, Failing, failing
from ui.ports import Asked
from ui.watches.running import add, bring_up, run
from ui.watches.store import Watches

ERRORS = (Failing.FULL, Failing.BROKEN, Failing.READ_ONLY)
KILLS = (Failing.KILLED, Failing.TORN)
WHO = Person("陈志远", "市长")


class Index:
    """Pages by name, each with the places of its events, in the order in which they came."""

    def __init__(self, pages: Mapping[str, Sequence[int]], order: Sequence[str]) -> None:
        self._pages, self._order = pages, order

    def generation(self) -> int:
        return len(self._order)

    def came_since(self, cursor: int, most: int) -> Came:
        """A page that was drawn anew comes again, and then only there."""
        last = {name: at for at, name in enumerate(self._order, 1)}
        came = [name for at, name in enumerate(self._order, 1) if at > cursor and last[name] == at]
        some = came[:most]
        return Came((), {name: f"d{name}" for name in some}, last[some[-1]] if some else cursor, len(came) > most)

    def named(self, digests: Sequence[str]) -> dict[str, str]:
        return {digest: digest[1:] for digest in digests if digest[1:] in self._pages}

    def events(self, wanted: Wanted) -> list[Event]:
        """As the table gives them, so far as a watch looks at it."""
        told = ((name, at) for name in wanted.pages for at in self._pages[name])
        return [Event(name, 1, 1, (WHO,), "检查", Activity.INSPECT, spans=(Span(at, at + 10),)) for name, at in told]


OLD = Index({"a": [0]}, ["a"])
CAME = Index({"a": [0], "b": [0, 20, 40], "c": [0]}, ["a", "b", "c"])
RULED = Index({"a": [0, 20], "b": [20], "c": [0, 60], "d": [5]}, ["a", "b", "c", "b", "c", "a", "d"])
"""One event of b rejected and one withdrawn, one of c added, one of an old page too, and a page that is new."""

STANDING = {("db", 20), ("dc", 0), ("dc", 60), ("dd", 5)}
WITHDRAWN = {("db", 0), ("db", 40)}


def _asked(index: Index) -> Asked:
    return cast(Asked, index)


def _begin(place: Path) -> None:
    """Two watches that found what there was, before the rulings."""
    place.mkdir(parents=True)
    watches = Watches(place)
    for name in ("甲", "乙"):
        add(watches, _asked(OLD), name, "", {"who": WHO.name})
    run(watches, _asked(CAME))


def _look(place: Path) -> None:
    """What a reader and the thread of the page do."""
    watches = Watches(place)
    bring_up(watches, _asked(RULED))
    run(watches, _asked(RULED))


def stopped(place: Path, step: int = 1) -> tuple[int, int]:
    """Every fault, and every kill, at each `step`-th write of a look; how many of either."""
    begins, now = place / "begins", place / "now"
    _begin(begins)
    _again(begins, now)
    with failing(Disk()) as disk:
        _look(now)
    faults = kills = 0
    for at in range(1, disk.writes + 1, step):
        for how in ERRORS:
            _again(begins, now)
            with failing(Disk(how, at, lasting=at % 2 == 0)), suppress(SettingError):
                _look(now)
            _holds(now)
            faults += 1
        for how in KILLS:
            _again(begins, now)
            _killed(now, Disk(how, at))
            _holds(now)
            kills += 1
    return faults, kills


def _killed(place: Path, disk: Disk) -> None:
    child = os.fork()
    if not child:
        with suppress(BaseException), failing(disk):
            _look(place)
        os._exit(0)
    os.waitpid(child, 0)


def _again(begins: Path, now: Path) -> None:
    shutil.rmtree(now, ignore_errors=True)
    shutil.copytree(begins, now)


def _holds(place: Path) -> None:
    """Right after it no find stands twice, and none that was there is lost; after the next look all is as it is to be."""
    for looked in (False, True):
        if looked:
            _look(place)
        watches = Watches(place)
        for watch in watches.all():
            hits = watches.finds.latest(watch.id, 99)
            places = [(hit.digest, hit.spans[0].start) for hit in hits]
            assert len(places) == len(set(places)) == len({hit.id for hit in hits}), "a find is there twice"
            assert {("db", 0), ("db", 20), ("db", 40), ("dc", 0)} <= set(places), "a find is lost"
            if looked:
                standing = {(hit.digest, hit.spans[0].start) for hit in hits if not hit.withdrawn}
                assert (standing, set(places) - standing) == (STANDING, WITHDRAWN)
                assert watches.counts("")[watch.id].hits == len(STANDING)
