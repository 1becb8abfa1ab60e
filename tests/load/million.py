"""A server that holds a million passages: how long it takes to fill, how much it takes up, and how long its answers take
beside those of a folder that holds the same.

    python -m tests.load.million INDEX QUESTIONS.txt --times 8 --set maintenance_work_mem=4GB

scales the index in the folder INDEX by itself (`tests.load.scaled` says how its copies differ), moves that to a PostgreSQL
server of its own as `wenzheng move` does it, and puts each question to both in turn. It prints one JSON object as soon as
there is a figure, each holding those of the one before. Seconds that end in `_s` are by the clock, in `_cpu_s` the processor's, which
a busy machine changes less; `server_mb` is the memory of all the server's processes, what they share counted once.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from rag import Assistant, Config, move_index
from tests.engines.postgres import Server
from tests.load.scaled import scaled

WARM = 5
"""Questions that are put once before time is taken: what is loaded on first use is loaded."""


class Asker:
    """One who asks in a process of its own, so that its memory is its own."""

    def __init__(self, config: Config) -> None:
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_answering, args=(config, theirs), daemon=True)
        self._process.start()
        self.opened: float = self._line.recv()

    def seconds(self, question: str) -> tuple[float, float, str]:
        """How long the answer took by the clock and of this process's processor, and the answer."""
        self._line.send(question)
        told: tuple[float, float, str] = self._line.recv()
        return told

    def closed(self) -> int:
        """MB that it held at most."""
        most = held(self._process.pid or 0, "VmHWM", "status")
        self._line.send(None)
        self._process.join()
        return most


def _answering(config: Config, line: Connection) -> None:
    began = time.perf_counter()
    with Assistant.open(config) as assistant:
        line.send(time.perf_counter() - began)
        while (question := line.recv()) is not None:
            began, busy = time.perf_counter(), time.process_time()
            answer = assistant.ask(question)
            line.send((time.perf_counter() - began, time.process_time() - busy, answer.text))


def compared(folder: Config, server: Config, questions: Sequence[str], rounds: int) -> dict[str, Any]:
    """Every question to both in turn, and what they held."""
    askers = {"folder": Asker(folder), "server": Asker(server)}
    told: dict[str, Any] = {f"{name}_opened_s": round(asker.opened, 2) for name, asker in askers.items()}
    for question in questions[:WARM]:
        for asker in askers.values():
            asker.seconds(question)
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in askers}
    differed = set()
    for number in range(rounds * len(questions)):
        question = questions[number % len(questions)]
        turns = list(askers) if (number + number // len(questions)) % 2 else list(reversed(askers))
        said = {name: askers[name].seconds(question) for name in turns}
        for name, (seconds, busy, _) in said.items():
            taken[name].append((seconds, busy))
        if said["folder"][-1] != said["server"][-1]:
            differed.add(question)
    for name, both in taken.items():
        seconds, busy = zip(*both, strict=True)
        told[f"{name}_p50_ms"] = round(1000 * statistics.median(seconds))
        told[f"{name}_p95_ms"] = round(1000 * statistics.quantiles(seconds, n=20)[-1])
        told[f"{name}_cpu_p50_ms"] = round(1000 * statistics.median(busy))
    told["differed"] = f"{len(differed)} of {len(questions)}"
    return told | {f"{name}_asker_mb": asker.closed() for name, asker in askers.items()}


def held(process: int, field: str, file: str) -> int:
    """MB of one process by a line of /proc; 0 where there is none."""
    try:
        found = re.search(rf"^{field}:\s+(\d+) kB", Path(f"/proc/{process}/{file}").read_text("ascii"), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) >> 10 if found else 0


def of_server(first: int) -> int:
    """MB of a server's first process and its children."""
    children = Path(f"/proc/{first}/task/{first}/children").read_text("ascii").split()
    return sum(held(int(process), "Pss", "smaps_rollup") for process in (first, *children))


def spent_by_server(first: int) -> float:
    """Seconds of the processor of a server's processes, those that ended too."""
    children = Path(f"/proc/{first}/task/{first}/children").read_text("ascii").split()
    ticks = 0
    for process in (first, *children):
        behind_name = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
        ticks += sum(map(int, behind_name[11:15]))  # its own and of children it has waited for, as user and as system
    return ticks / os.sysconf("SC_CLK_TCK")


def size_of(folder: Path) -> int:
    """MB of the files in a folder and below."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) >> 20


def main() -> int:
    """The command above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--times", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a setting of the server")
    parser.add_argument("--place", type=Path, help="a folder on a disk with room; others may look into it")
    given = parser.parse_args()
    questions = [q for q in given.questions.read_text(encoding="utf-8").splitlines() if q.strip()]
    told: dict[str, Any] = {"times": given.times, "set": given.set}

    def tell(**figures: Any) -> None:
        told.update(figures)
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()

    with tempfile.TemporaryDirectory(dir=given.place) as place:
        Path(place).chmod(0o755)
        folder = Config(index=Path(place) / "index")
        began, busy = time.monotonic(), time.process_time()
        passages = scaled(given.index, folder.index, given.times)
        tell(
            passages=passages,
            scaled_s=round(time.monotonic() - began),
            scaled_cpu_s=round(time.process_time() - busy),
            folder_mb=size_of(folder.index),
        )
        server = Server(Path(place) / "data")
        try:
            for name, value in (setting.split("=", 1) for setting in given.set):
                server.run(f"ALTER SYSTEM SET {name} = '{value}'")
            server.run("SELECT pg_reload_conf()")
            there = replace(folder, index=Path(place) / "beside", store=server.fresh())
            began, busy, theirs = time.monotonic(), time.process_time(), spent_by_server(server.process)
            move_index(folder, there)
            tell(
                moved_s=round(time.monotonic() - began),
                moved_cpu_s=round(time.process_time() - busy),
                moved_server_cpu_s=round(spent_by_server(server.process) - theirs),
                server_disk_mb=size_of(Path(place) / "data" / "base"),
            )
            theirs = spent_by_server(server.process)
            figures = compared(folder, there, questions, given.rounds)
            asked = given.rounds * len(questions) + WARM
            figures["server_ms_a_question"] = round(1000 * (spent_by_server(server.process) - theirs) / asked)
            tell(**figures, server_mb=of_server(server.process))
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
