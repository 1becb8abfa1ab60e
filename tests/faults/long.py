"""The faults in numbers, and many more of them than the tests try: `python -m tests.faults.long [--most N] [--kills N]`.

Each line says how many of a kind were tried; it ends with an error at the first that does not hold.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.faults import beside, cases, commands, files, power, rulings, watching
from tests.faults.acts import ACTS, Act


def main() -> None:
    """Try as many as the options say, all writes of every act by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=10_000, help="writes of an act at which a fault is tried")
    parser.add_argument("--kills", type=int, default=40, help="random moments of each act at which it is killed")
    parser.add_argument("--flips", type=int, default=200, help="bytes altered in each file")
    parser.add_argument("--cuts", type=int, default=200, help="moments of each act at which the power is cut")
    parser.add_argument("--commands", type=int, default=12, help="times that a real indexing command is killed")
    given = parser.parse_args()
    logging.disable(logging.WARNING)  # what is mended is told each time
    _told("faults of the disk", lambda place: _each(place, lambda act, p: cases.failing_disk(act, p, given.most)))
    _told("kills at a write", lambda place: _each(place, lambda act, p: cases.killed_at_writes(act, p, given.most)))
    _told("kills at any moment", lambda place: _each(place, lambda act, p: cases.killed_at_random(act, p, given.kills)))
    _told("power cuts", lambda place: _each(place, lambda act, p: power.power_cuts(act, p, given.cuts)))
    _told("commands killed", lambda place: commands.killed(place, given.commands))
    _told("damaged files", lambda place: files.damaged(place, given.flips))
    _told("damaged files of a backup", files.backups_damaged)
    _told("faults and kills of a look of watches", lambda place: sum(watching.stopped(place / "watching")))
    _told("faults of the disk while ruling", rulings.failing_writes)
    _told("kills at a write of ruling", rulings.killed_at_writes)
    _told("kills while ruling", lambda place: rulings.killed(place, 5 * given.kills))
    _told("damaged files beside an index", lambda place: beside.databases_damaged(place, given.flips))
    _told("damaged files of accounts", lambda place: beside.accounts_damaged(place, given.flips))
    _told("damaged logs", lambda place: beside.log_damaged(place, given.flips))
    _told("damaged files of the ledger", lambda place: rulings.damaged(place, given.flips))


def _each(place: Path, tried: Callable[[Act, Path], int]) -> int:
    return sum(tried(act, place / act.name) for act in ACTS)


def _told(what: str, tried: Callable[[Path], int]) -> None:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        count = tried(Path(place))
    sys.stdout.write(f"{what}: {count}, none lost, none wrong ({time.monotonic() - began:.0f} s)\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
