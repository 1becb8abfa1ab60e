"""Fifty readers at once over a real index while a folder is read into it, as the command does it, and how much memory it takes.

    python -m tests.load.long INDEX QUESTIONS.txt FOLDER --users 50 --seconds 600

works on a copy of INDEX and prints one JSON object. Each question is asked alone before and after: where new pages rightly
change an answer, that question is told under `left out` and compared with neither; of all others every answer must be the same.
The readers begin a tenth of the time before the folder is read, so that memory is compared with that of a server in full use.
`indexing` tells for how many of the seconds pages were read. What must not be (`wrong`) is said, and the exit code is 1 then.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from tests.load.users import ask, crowd

COMMAND = (sys.executable, "-c", "import sys; from ui.cli import entry; sys.exit(entry())")
STARTS = 300.0
"""Seconds in which a server must answer."""

WARM_UP = 0.1
"""Of the time: how long the readers ask before anything is compared with what they cost."""

GROWN = 1.5
"""How many times its memory a server may hold at the end. The index grows too, and what is searched is held."""

LEFT_OUT = 0.5
"""Share of the questions that may be left out: with more, too little is compared."""

_MB = re.compile(r"^(VmRSS|VmHWM):\s+(\d+) kB", re.MULTILINE)


def under_indexing(index: Path, questions: Sequence[str], folder: Path, users: int, seconds: float) -> dict[str, Any]:
    """What the readers saw, with the memory of the server and what became of the indexing."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "index"
        shutil.copytree(index, copy)
        with serving(copy) as (address, server):
            before = {question: ask(address, question) for question in questions}
            warm = crowd(address, questions, users, WARM_UP * seconds, before)
            begins, began = memory(server.pid), time.monotonic()
            reading = subprocess.Popen(
                [*COMMAND, "index", str(folder), "--index", str(copy)], stdout=subprocess.PIPE, text=True
            )
            with ThreadPoolExecutor(1) as waiting:
                ended = waiting.submit(_ended, reading)
                told = crowd(address, questions, users, seconds, before)
                asked_for = time.monotonic() - began
            said, end = ended.result()
            after = {question: ask(address, question) for question in questions}
            changed = [question for question in questions if before[question] != after[question]]
            ends = memory(server.pid)
    differed = [*warm["differed"], *(question for question in told["differed"] if question not in changed)]
    return told | {
        "differed": differed,
        "failed": warm["failed"] + told["failed"],
        "questions": {"asked": len(questions), "left out": len(changed)},
        "memory": {"warm": begins, "end": ends},
        "indexing": {
            "code": reading.returncode,
            "seconds": round(min(end - began, asked_for)),
            "of": round(asked_for),
            "went on to the end": end - began >= asked_for,
            "told": said.strip().split("\n")[-1],
        },
    }


def wrong(told: Mapping[str, Any]) -> list[str]:
    """What must not be in what was told, a line each."""
    asked, left_out = told["questions"]["asked"], told["questions"]["left out"]
    warm, end = (told["memory"][when].get("now", 0) for when in ("warm", "end"))
    lines = {
        f"{len(told['differed'])} answers differed": told["differed"],
        f"{len(told['failed'])} requests failed": told["failed"],
        "the folder was not read": told["indexing"]["code"],
        f"{left_out} of {asked} questions were left out": left_out > LEFT_OUT * asked,
        f"the server held {warm} MB in full use, and {end} MB at the end": end > GROWN * warm,
    }
    return [line for line, is_so in lines.items() if is_so]


def _ended(process: subprocess.Popen[str]) -> tuple[str, float]:
    """What a process said, and when it had ended."""
    said, _ = process.communicate()
    return said, time.monotonic()


@contextmanager
def serving(index: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of `wenzheng serve` over an index, and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    pages = index.with_name("pages")
    pages.mkdir(exist_ok=True)
    given = ("serve", "--index", str(index), "--pages", str(pages), "--port", str(port))
    server = subprocess.Popen([*COMMAND, *given], stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/"
    try:
        until = time.monotonic() + STARTS
        while not _answers(address):
            if server.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the server did not start")
            time.sleep(0.5)
        yield address, server
    finally:
        server.terminate()
        server.wait(30)


def memory(process: int) -> dict[str, int]:
    """MB that a process holds now (`now`) and has held at most (`peak`); none where the system does not tell."""
    try:
        found = dict(_MB.findall(Path(f"/proc/{process}/status").read_text(encoding="ascii")))
    except OSError:
        return {}
    return {"now": int(found["VmRSS"]) >> 10, "peak": int(found["VmHWM"]) >> 10}


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5):
            return True
    except (URLError, OSError):
        return False


def main() -> int:
    """The command above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=600.0)
    given = parser.parse_args()
    questions = [q for q in given.questions.read_text(encoding="utf-8").splitlines() if q.strip()]
    told = under_indexing(given.index, questions, given.folder, given.users, given.seconds)
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    for line in (lines := wrong(told)):
        sys.stderr.write(line + "\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
