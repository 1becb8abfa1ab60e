"""What it costs to recognise a picture of a page, by this program and by another state of it in turn.

    python -m tests.load.scans PICTURE... [--against FOLDER] [--rounds 3]

Each picture is read by a process of its own, as the program does it: once by a process that begins with it, and again by the same
one, as further pages are. FOLDER is the root of another state of the program: where it is named, every round reads with both, one
behind the other, so that a busy machine is as busy for both. Prints one JSON object: seconds of the processor and of the
clock for a first and for a further page, the median of the rounds, on average over the pictures; the most memory in MB; and
what these are of the other's.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median

OWN = Path(__file__).resolve().parents[2]
MEASURES = ("first", "first by the clock", "further", "further by the clock", "MB")

_READS = """
import json, resource, sys, time
from pathlib import Path
from rag.reading.pictures.apart import _ROOM as room

def told(file, times):
    # seconds of the processor of a process that reads it so often, from beginning to end, and of the clock for each reading
    before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), [time.perf_counter()]
    for _ in range(times):
        room.run(file.read_bytes(), is_pdf=file.suffix == ".pdf", sheet=0)
        clock.append(time.perf_counter())
    room.close()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, [b - a for a, b in zip(clock, clock[1:])], after.ru_maxrss / 1024

file = Path(sys.argv[1])
once, (first,), _ = told(file, 1)
twice, (_, further), memory = told(file, 2)
print(json.dumps([once, first, twice - once, further, memory]))
"""


def spent(program: Path, picture: Path) -> tuple[float, ...]:
    """The `MEASURES` of one picture read by a state of the program."""
    command = (sys.executable, "-c", _READS, str(picture.resolve()))
    place = {**os.environ, "PYTHONPATH": str(program)}
    done = subprocess.run(command, cwd=program, env=place, capture_output=True, text=True, check=True)
    return tuple(json.loads(done.stdout))


def compared(programs: Sequence[Path], pictures: Sequence[Path], rounds: int) -> dict[str, dict[str, float]]:
    """Each program's figures under its folder's name, and what the first's are of the second's."""
    found: dict[Path, list[tuple[float, ...]]] = {program: [] for program in programs}
    for picture in pictures:
        read = [[spent(program, picture) for program in programs] for _ in range(rounds)]
        for program, rows in zip(programs, zip(*read, strict=True), strict=True):
            found[program].append(tuple(map(median, zip(*rows, strict=True))))
    told: dict[str, dict[str, float]] = {}
    for program, figures in found.items():
        *seconds, memory = zip(*figures, strict=True)
        told[program.name] = dict(zip(MEASURES, (*map(mean, seconds), max(memory)), strict=True))
    if len(programs) == 2:
        own, other = (told[program.name] for program in programs)
        told["ratio"] = {measure: own[measure] / other[measure] for measure in MEASURES}
    return told


def main() -> int:
    """The command above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures", nargs="+", type=Path, metavar="PICTURE", help="a picture or a scanned PDF")
    parser.add_argument("--against", type=Path, help="the root of another state of the program")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    programs = [OWN, *([args.against.resolve()] if args.against else [])]
    found = compared(programs, args.pictures, args.rounds)
    told = {name: {measure: round(value, 3) for measure, value in row.items()} for name, row in found.items()}
    sys.stdout.write(json.dumps(told, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
