"""How often a password may be tried: by name and by address, and with longer and longer pauses."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

FREE = 5
"""Wrong passwords that cost nothing but themselves."""

FIRST, LONGEST = 30.0, 3600.0
"""Seconds after the next one, twice as many after each that follows, and never more."""

KEPT = 10_000
"""Names and addresses remembered; whoever sends more pushes out the oldest, whose pause is over soonest."""


class Attempts:
    """Counts wrong passwords. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def pause(self, *who: str) -> float:
        """Seconds until any of these may try again; 0 for now."""
        ends = (self._ends(*self._wrong.get(one, (0, 0.0))) for one in who)
        return max(0.0, max(ends, default=0.0) - self._clock())

    def wrong(self, *who: str) -> None:
        """A wrong password was given."""
        for one in who:
            count, _ = self._wrong.pop(one, (0, 0.0))
            self._wrong[one] = (count + 1, self._clock())
        while len(self._wrong) > KEPT:
            self._wrong.popitem(last=False)

    def right(self, *who: str) -> None:
        """A right one was given: what went before is forgotten."""
        for one in who:
            self._wrong.pop(one, None)

    def _ends(self, count: int, last: float) -> float:
        return last + min(LONGEST, FIRST * 2.0 ** min(count - FREE, 10)) if count >= FREE else 0.0
