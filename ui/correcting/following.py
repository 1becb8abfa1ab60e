"""Letting the index follow the corrections: at once where nothing else is done to it, else as soon as that is over.

A correction is kept in the ledger, whatever the index is busy with; somebody must come back to it, for nobody presses twice.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Event, Thread

from rag import RagError
from ui.problems import report

SOON, SELDOM = 1.0, 30.0
"""Seconds until what failed is tried again: at first, when another process is likely to be done soon, and at most."""
OFTEN = 5.0
"""Seconds between two looks at whether somebody else added to the ledger, which is a look at the size of a file."""


class Following:
    """Follows in a thread of its own that ends when there is nothing left to follow."""

    def __init__(self, follow: Callable[[], object], soon: float = SOON) -> None:
        self._follow, self._soon = follow, soon
        self._turn = Condition()
        self._asked = self._tried = self._followed = 0
        self._running = False

    def ask(self, seconds: float = 0.0) -> bool:
        """Follow what is in the ledger now; whether that was done within so many seconds. If not, it is tried until it is."""
        with self._turn:
            self._asked += 1
            mine = self._asked
            if not self._running:
                self._running = True
                Thread(target=self._run, name="correcting", daemon=True).start()
            self._turn.notify_all()  # who waits to try again tries now
            self._turn.wait_for(lambda: self._tried >= mine, seconds)
            return self._followed >= mine

    def _run(self) -> None:
        """Round by round: what was asked for while one went on may have come too late for it."""
        told, pause = "", self._soon
        while True:
            with self._turn:
                upto = self._asked
            error = self._failed()
            if error and not isinstance(error, RagError) and str(error) != told:
                report(error)
                told = str(error)
            with self._turn:
                self._tried = upto
                self._followed, pause = (self._followed, pause) if error else (upto, self._soon)
                self._turn.notify_all()
                if self._followed == self._asked:
                    self._running = False
                    return
                if error:
                    self._turn.wait(pause)
                    pause = min(2 * pause, SELDOM)

    def _failed(self) -> Exception | None:
        try:
            self._follow()
        except Exception as error:
            return error
        return None


class Noticing:
    """Looks, until it is closed, whether a command or another machine that shares the ledger added to it: `made` is how many
    lines it has, `follow` lets the index follow them."""

    def __init__(self, made: Callable[[], int], follow: Callable[[], object], often: float = OFTEN) -> None:
        self._made, self._follow, self._often = made, follow, often
        self._ended = Event()
        self._known = -1
        self._thread = Thread(target=self._run, name="ledger", daemon=True)

    def __enter__(self) -> Noticing:
        self._thread.start()
        return self

    def __exit__(self, *given: object) -> None:
        self._ended.set()
        self._thread.join(timeout=60)

    def look(self) -> None:
        """Follow, if there is more than at the last look; the first one follows whatever there is."""
        try:
            made = self._made()
        except RagError:  # a disk that is away for a while: it is looked at again
            return
        if made != self._known:
            self._follow()
            self._known = made

    def _run(self) -> None:
        self.look()
        while not self._ended.wait(self._often):
            self.look()
