"""The thread that puts the watches to new pages as long as the page is served."""

from __future__ import annotations

from threading import Event, Thread

from rag import RagError
from ui.ports import Asked
from ui.problems import report
from ui.watches.running import run
from ui.watches.store import Watches

OFTEN = 5.0
"""Seconds between two looks at whether the index changed, which is a look at one number."""


class Runner:
    """Runs until it is closed; what goes wrong is said once, and tried again."""

    def __init__(self, watches: Watches, asked: Asked, often: float = OFTEN) -> None:
        self._watches, self._asked, self._often = watches, asked, often
        self._ended = Event()
        self._ran: tuple[object, ...] = ()
        self._told = ""
        self._thread = Thread(target=self._run, name="watches", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """End, after the page that is being looked at."""
        self._ended.set()
        self._thread.join(timeout=60)

    def look(self) -> None:
        """Put the watches to new pages, if there are any since the last look."""
        try:
            ids = tuple(watch.id for watch in self._watches.all())
            now = (*ids, self._asked.generation() if ids else 0)
            if ids and now != self._ran:
                run(self._watches, self._asked, self._ended.is_set)
                self._ran = now
            self._told = ""
        except Exception as error:
            if str(error) != self._told or not isinstance(error, RagError):
                report(error)
            self._told = str(error)

    def _run(self) -> None:
        while not self._ended.wait(self._often):
            self.look()
