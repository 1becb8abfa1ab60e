"""Bytes for as long as one likes: `python -m tests.fuzz.long --seconds 3600 [--seed N] [--into FOLDER]`.

Says how many files of each kind came to what. Small files that went a new way go into FOLDER; faults go there too, under
`faults/`, to be looked at and never to be added. Exit code 1 where there was one.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.fuzz.bytes import Fuzz, name_of

SMALL = 10_000
"""Bytes of a file that is worth keeping: none of Word of old is smaller than 9,728."""


def main() -> int:
    """The command above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=3600.0)
    parser.add_argument("--files", type=int, default=10**9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--into", type=Path)
    given = parser.parse_args()
    fuzz = Fuzz(given.seed)

    def keep(suffix: str, data: bytes) -> None:
        if given.into and len(data) <= SMALL:
            given.into.mkdir(parents=True, exist_ok=True)
            (given.into / name_of(suffix, data)).write_bytes(data)

    try:
        told = fuzz.many(given.files, given.seconds, keep)
    finally:
        fuzz.close()
    for (suffix, what), count in sorted(told.counts.items()):
        sys.stdout.write(f"{suffix}: {what}: {count}\n")
    sys.stdout.write(f"{told.files} files, {len(told.faults)} faults\n")
    for suffix, fact, data in told.faults:
        sys.stdout.write(f"{name_of(suffix, data)}: {fact}\n")
        if given.into:
            (given.into / "faults").mkdir(parents=True, exist_ok=True)
            (given.into / "faults" / name_of(suffix, data)).write_bytes(data)
    return 1 if told.faults else 0


if __name__ == "__main__":
    sys.exit(main())
