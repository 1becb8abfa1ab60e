"""What waits for its clients, by their addresses, so that where there is too much of it whoever has most gives way."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

_Thing = TypeVar("_Thing")


class Lines(Generic[_Thing]):
    """For each address the things that wait, in the order in which they came."""

    def __init__(self) -> None:
        self._of: dict[str, OrderedDict[_Thing, None]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._of.values()))

    def of(self, address: str) -> int:
        """How many are of this address."""
        return len(self._of.get(address, ()))

    def add(self, address: str, thing: _Thing) -> None:
        """It waits from now on, behind all others of its address; one that waits already keeps its place."""
        self._of.setdefault(address, OrderedDict())[thing] = None

    def drop(self, address: str, thing: _Thing) -> None:
        """It waits no more, if it did."""
        line = self._of.get(address, OrderedDict())
        line.pop(thing, None)
        if not line:
            self._of.pop(address, None)

    def take_oldest(self, address: str | None = None) -> _Thing | None:
        """The one that has waited for longest, which is dropped: of this address, or of that which has most; None where there
        is none."""
        if address is None:
            address = max(self._of, key=self.of, default="")
        oldest = next(iter(self._of.get(address, ())), None)
        if oldest is not None:
            self.drop(address, oldest)
        return oldest
