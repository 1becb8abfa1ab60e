"""The thread that looks at the folder as long as the page is served."""

from __future__ import annotations

import time
from functools import partial
from threading import Event, Thread

from ui.following.follower import Follower
from ui.keeping.job import Indexing

OFTEN = 1.0
"""Seconds between two looks at least."""
SHARE = 20
"""Times as long as a look took is the pause after it: looking at a large folder, or over a slow network, takes no more than
a twentieth of the time."""


class Watcher:
    """Looks until it is closed; the work goes to the one place that changes the index."""

    def __init__(self, follower: Follower, indexing: Indexing, often: float = OFTEN, share: float = SHARE) -> None:
        self.follower, self._indexing, self._often, self._share = follower, indexing, often, share
        self._ended = Event()
        self._thread = Thread(target=self._watch, name="following", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """End, after what is being done."""
        self._ended.set()
        self._thread.join(timeout=60)

    def _watch(self) -> None:
        pause = 0.0
        while not self._ended.wait(pause):
            began = time.monotonic()
            seen = self.follower.look()
            pause = max(self._often, self._share * (time.monotonic() - began))
            if seen and not self._ended.is_set():
                self._indexing.follow(partial(self.follower.carry_out, seen))
