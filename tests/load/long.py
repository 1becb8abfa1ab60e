"""Fifty readers at once over a real index while a folder is read into it, as the command does it, and how much memory it takes.

    python -m tests.load.long INDEX QUESTIONS.txt FOLDER --users 50 --seconds 600

works on a copy of INDEX and prints one JSON object. Each question is asked alone before and after: where new pages rightly
change an answer, that question is told among `changed` and compared with neither; of all others every answer must be the same.
Exit code 1 where one differed, a request failed, or more than half of the questions changed, so that too little was compared.
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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from tests.load.users import ask, crowd

COMMAND = (sys.executable, "-c", "import sys; from ui.cli import entry; sys.exit(entry())")
STARTS = 300.0
"""Seconds in which a server must answer."""

_MB = re.compile(r"^(VmRSS|VmHWM):\s+(\d+) kB", re.MULTILINE)


def under_indexing(index: Path, questions: Sequence[str], folder: Path, users: int, seconds: float) -> dict[str, Any]:
    """What the readers saw, with the memory of the server and what became of the indexing."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "index"
        shutil.copytree(index, copy)
        with serving(copy) as (address, server):
            before = {question: ask(address, question) for question in questions}
            begins = memory(server.pid)
            reading = subprocess.Popen(
                [*COMMAND, "index", str(folder), "--index", str(copy)], stdout=subprocess.PIPE, text=True
            )
            told = crowd(address, questions, users, seconds, before)
            half_way = reading.poll() is None
            said, _ = reading.communicate()
            after = {question: ask(address, question) for question in questions}
            changed = [question for question in questions if before[question] != after[question]]
            ends = memory(server.pid)
    differed = [question for question in told.pop("differed") if question not in changed]
    indexed = {"ended": reading.returncode, "went on beyond": half_way, "told": said.strip().split("\n")[-1]}
    return told | {
        "differed": differed,
        "changed": len(changed),
        "of": len(questions),
        "memory": [begins, ends],
        "indexing": indexed,
    }


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
    return (
        1
        if told["differed"] or told["failed"] or told["indexing"]["ended"] or 2 * told["changed"] > len(questions)
        else 0
    )


if __name__ == "__main__":
    sys.exit(main())
