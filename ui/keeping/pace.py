"""How far an indexing run is and how long it will take, from what it reports of itself."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable

LOADING = 3.0
"""Seconds it takes to load the models; part of every run that reads something new, and most of a short one."""

A_FILE = 0.3
"""Seconds to read and understand a page, as long as none was measured: what two cores need."""

A_PASSAGE = 1 / 150
"""Seconds to encode a passage, likewise."""

PASSAGES = 40
"""Passages on a printed page, likewise."""

BATCH = 1024
"""Passages that a build gathers before it encodes them: as long as it does not, those of the pages read are fewer."""

BELIEF = 128
"""Passages that the guess of `A_PASSAGE` counts for once real ones are measured: one step of the encoder."""


READING = "reading"
"""The stage that files are counted in; recognising what is on pictures is a part of it."""


class Pace:
    """Told each stage as the build reports it; the time between two reports belongs to the stage told first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = self._since = clock()
        self._stage = ""
        self._spent: dict[str, float] = defaultdict(float)
        self._read = self._files = 0
        self._batched = 0
        self._encoded = self._before = self._waiting = 0
        self._furthest = 0.0

    def tell(self, stage: str, done: int, total: int) -> None:
        """The build says that `done` of `total` files or passages are through this stage."""
        now = self._clock()
        self._spent[self._stage] += now - self._since
        self._since, self._stage = now, READING if stage == "recognising" else stage
        if stage == READING:
            self._read, self._files = done, total
        elif stage == "encoding":
            self._encoding(done, total)

    def _encoding(self, done: int, total: int) -> None:
        if done == 0:
            self._before, self._batched = self._encoded, self._read
        self._encoded, self._waiting = self._before + done, total - done

    def left(self) -> float:
        """Seconds until the end, about."""
        loading = 0.0 if self._encoded else max(0.0, LOADING - (self._clock() - self._began))
        a_file = (self._spent[READING] + A_FILE) / (self._read + 1)
        a_passage = (self._spent["encoding"] + A_PASSAGE * BELIEF) / (self._encoded + BELIEF)
        known = self._encoded + self._waiting
        on_a_file = min((known + PASSAGES) / (self._batched + 1), (known + BATCH) / (self._read + 1))
        unread = self._files - self._read
        passages = self._waiting + on_a_file * (self._files - self._batched)
        since = self._clock() - self._since
        return max(0.0, unread * a_file + passages * a_passage - since) + loading

    def share(self) -> float:
        """How much of the whole is done, from 0 to 1; it never falls."""
        elapsed = self._clock() - self._began
        whole = elapsed + self.left()
        self._furthest = max(self._furthest, elapsed / whole if whole else 0.0)
        return self._furthest
