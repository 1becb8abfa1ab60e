"""The faults in numbers, and many more of them than the tests try: `python -m tests.faults.long [--most N] [--kills N]`.

Each line says how many of a kind were tried, and the last one how long all took; the exit code is 1 where one does not hold.
What one act undergoes of one kind is a process of its own, as many of them at once as there are cores.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.faults import beside, cases, commands, files, power, rulings, watching
from tests.faults.acts import ACTS, Act

Options = argparse.Namespace

OF_AN_ACT: Mapping[str, Callable[[Act, Path, Options], int]] = {
    "faults of the disk": lambda act, place, given: cases.failing_disk(act, place, given.most),
    "kills at a write": lambda act, place, given: cases.killed_at_writes(act, place, given.most),
    "kills at any moment": lambda act, place, given: cases.killed_at_random(act, place, given.kills),
    "power cuts": lambda act, place, given: power.power_cuts(act, place, given.cuts),
}
OF_ALL: Mapping[str, Callable[[Path, Options], int]] = {
    "commands killed": lambda place, given: commands.killed(place, given.commands),
    "damaged files": lambda place, given: files.damaged(place, given.flips),
    "damaged files of a backup": lambda place, given: files.backups_damaged(place),
    "faults and kills of a look of watches": lambda place, given: sum(watching.stopped(place / "watching")),
    "faults of the disk while ruling": lambda place, given: rulings.failing_writes(place),
    "kills at a write of ruling": lambda place, given: rulings.killed_at_writes(place),
    "kills while ruling": lambda place, given: rulings.killed(place, 5 * given.kills),
    "damaged files beside an index": lambda place, given: beside.databases_damaged(place, given.flips),
    "damaged files of accounts": lambda place, given: beside.accounts_damaged(place, given.flips),
    "damaged logs": lambda place, given: beside.log_damaged(place, given.flips),
    "damaged files of the ledger": lambda place, given: rulings.damaged(place, given.flips),
}


def main() -> int:
    """Try as many as the options say, all writes of every act by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=10_000, help="writes of an act at which a fault is tried")
    parser.add_argument("--kills", type=int, default=40, help="random moments of each act at which it is killed")
    parser.add_argument("--flips", type=int, default=200, help="bytes altered in each file")
    parser.add_argument("--cuts", type=int, default=200, help="moments of each act at which the power is cut")
    parser.add_argument("--commands", type=int, default=12, help="times that a real indexing command is killed")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, help="processes")
    given = parser.parse_args()
    began = time.monotonic()
    with ProcessPoolExecutor(given.at_once, mp_context=get_context("spawn")) as pool:
        parts: dict[str, list[Future[tuple[int, float]]]] = {
            kind: [pool.submit(_part, kind, number, given) for number in range(len(ACTS))] for kind in OF_AN_ACT
        }
        parts |= {kind: [pool.submit(_part, kind, None, given)] for kind in OF_ALL}
        held = [_told(kind, of_kind) for kind, of_kind in parts.items()]
    sys.stdout.write(f"all in {(time.monotonic() - began) / 60:.0f} minutes\n")
    return 0 if all(held) else 1


def _part(kind: str, number: int | None, given: Options) -> tuple[int, float]:
    """How many were tried of one kind, on one act where it is about acts, and in how many seconds."""
    logging.disable(logging.WARNING)  # what is mended is told each time
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        if number is None:
            count = OF_ALL[kind](Path(place), given)
        else:
            count = OF_AN_ACT[kind](ACTS[number], Path(place) / ACTS[number].name, given)
    return count, time.monotonic() - began


def _told(kind: str, parts: list[Future[tuple[int, float]]]) -> bool:
    """Say how many of a kind were tried, or what did not hold."""
    faults = [error for part in parts if (error := part.exception())]
    done = [part.result() for part in parts if not part.exception()]
    held = "none lost, none wrong" if not faults else f"DOES NOT HOLD: {'; '.join(map(repr, faults))}"
    sys.stdout.write(f"{kind}: {sum(n for n, _ in done)}, {held} ({sum(s for _, s in done):.0f} s of a process)\n")
    sys.stdout.flush()
    return not faults


if __name__ == "__main__":
    sys.exit(main())
