"""Which files hold still: one that is being written changes from look to look, and waits until it does not."""

from __future__ import annotations

from collections.abc import Mapping

from ui.following.listing import Mark

STILL = 2.0
"""Seconds for which a file must look the same. No disk in use tells times less finely, so what was read of a file that held
still so long is what its mark stands for."""


class Settling:
    """Remembers since when each file looks as it does."""

    def __init__(self, still: float = STILL) -> None:
        self.still = still
        self._since: dict[str, tuple[Mark, float]] = {}

    def settled(self, files: Mapping[str, Mark], now: float) -> set[str]:
        """The names of files that have held still. `now` are seconds of a clock that only goes forward."""
        since = self._since
        self._since = {
            name: kept if (kept := since.get(name)) and kept[0] == mark else (mark, now) for name, mark in files.items()
        }
        return {name for name, (_, began) in self._since.items() if now - began >= self.still}
