"""Files made up by chance, read one after another in the process apart, with the limits that every file has."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from rag.confined import Room
from rag.errors import RagError
from rag.reading.apart import LIMITS
from tests.fuzz.changed import changed
from tests.fuzz.seeds import seeds

WELL = frozenset(("read", "read, and holds nothing", "refused", "decoded", "not read"))
"""What may become of a file within its limits."""

Kept = Callable[[str, bytes], None]


@dataclass
class Told:
    """How many files of each kind came to what; those that nothing of ours may come to, as what was said and the file."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[tuple[str, str, bytes]] = field(default_factory=list)

    @property
    def files(self) -> int:
        """How many there were."""
        return sum(self.counts.values())


class Fuzz:
    """Makes files up and has them read. `seed` makes the same ones again."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.pool = seeds()
        self.room = Room("tests.fuzz.tried:tried", LIMITS)
        self.told = Told()

    def close(self) -> None:
        """End the process apart."""
        self.room.close()

    def many(self, count: int, seconds: float = float("inf"), keep: Kept = lambda suffix, data: None) -> Told:
        """So many files, each kind in turn, until the time is over; `keep` hears of those that went a new way."""
        until = time.monotonic() + seconds
        kinds = sorted(self.pool)
        for suffix in kinds:
            for data in self.pool[suffix]:
                self._one(suffix, data)
        for number in range(count):
            if time.monotonic() > until:
                break
            suffix = kinds[number % len(kinds)]
            pool = self.pool[suffix]
            data = changed(self.dice.choice(pool), self.dice.choice(pool), self.dice)
            if self._one(suffix, data):
                pool.append(data)
                keep(suffix, data)
        return self.told

    def _one(self, suffix: str, data: bytes) -> bool:
        """Whether it went a new way."""
        try:
            found = self.room.run(data, suffix=suffix)
        except RagError as error:
            held = "takes more" in error.fact or "break off" in error.fact
            self.told.counts[suffix, "held by the limits" if held else "fault"] += 1
            if not held:
                self.told.faults.append((suffix, error.fact, data))
            return False
        self.told.counts[suffix, found["told"]] += 1
        if found["told"] not in WELL:
            self.told.faults.append((suffix, found["told"], data))
        return bool(found["new"])


def name_of(suffix: str, data: bytes) -> str:
    """What a file is kept as."""
    return f"{hashlib.sha256(data).hexdigest()[:12]}{suffix}"
