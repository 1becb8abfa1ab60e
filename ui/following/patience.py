"""Files that could not be read are tried again, ever more seldom: a disk may have been away, but garbage stays garbage."""

from __future__ import annotations

from collections.abc import Mapping

from ui.following.listing import Mark

FIRST, LONGEST = 60.0, 24 * 3600.0
"""Seconds until a file is tried again, doubled each time up to the longest."""


class Patience:
    """Remembers since when a file fails, as it is."""

    def __init__(self) -> None:
        self._next: dict[str, tuple[Mark, float, float]] = {}

    def failed(self, name: str, mark: Mark, now: float) -> bool:
        """It could not be read; whether that is new."""
        known = self._next.get(name)
        pause = min(known[2] * 2, LONGEST) if known and known[0] == mark else FIRST
        self._next[name] = (mark, now + pause, pause)
        return not known or known[0] != mark

    def waiting(self, files: Mapping[str, Mark], now: float) -> set[str]:
        """Files that are not to be tried yet, since they are as they were."""
        self._next = {name: told for name, told in self._next.items() if files.get(name) == told[0]}
        return {name for name, (_, later, _) in self._next.items() if later > now}
