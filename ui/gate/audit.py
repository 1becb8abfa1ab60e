"""The log of who came in and who changed what: a JSON object a line with its digest, which is only ever added to.

A deed has two lines with one number under `deed`: one before it is done, whose `outcome` is "asked", and one after it, "done",
"refused" or "failed". Where the second is missing the program ended meanwhile, and the deed may have been done or not.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from rag import is_whole, sealed
from ui.gate.accounts import ONLY_OURS
from ui.problems import report

AUDIT = "audit.jsonl"
"""Its name, beside the file of accounts."""

LONGEST = 300
"""Characters that are kept of anything a client names."""


class Deed:
    """Something that `who` does to `what`, as long as it is being done."""

    def __init__(self, who: str, what: str) -> None:
        self.who, self.what, self.refused = who, what, False

    def told(self, parts: dict[str, str]) -> dict[str, str]:
        """What the page is told of it, as it is; under `wrong` stands whether it was refused."""
        self.refused = bool(parts.get("wrong"))
        return parts


class Audit:
    """Appends to a file; None keeps nothing. What cannot be written is reported and stops nobody."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._turn = Lock()

    @contextmanager
    def deed(self, who: str, did: str, what: str = "", where: str = "") -> Iterator[Deed]:
        """Note before what is done inside, and after it what came of it."""
        deed, number = Deed(who, what), secrets.token_hex(4)
        self.note(who, did, what, where, deed=number, outcome="asked")
        outcome = "failed"
        try:
            yield deed
            outcome = "refused" if deed.refused else "done"
        finally:
            self.note(who, did, deed.what, where, deed=number, outcome=outcome)

    def note(self, who: str, did: str, what: str = "", where: str = "", **more: str) -> None:
        """`who` (empty where no names are asked for) `did` something to `what`, from an address."""
        if self.path is None:
            return
        at = datetime.now(UTC).isoformat(timespec="seconds")
        line = {"at": at, "who": who[:LONGEST], "did": did, "what": what[:LONGEST], "from": where} | more
        try:
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND
            with self._turn, open(os.open(self.path, flags, ONLY_OURS), "a+b", buffering=0) as file:
                file.write(_end(file) + sealed(json.dumps(line, ensure_ascii=False)))
        except OSError as error:
            report(error)

    def damaged(self) -> tuple[int, int]:
        """How many lines are not as they were written, and how many there are. OSError where the file cannot be read."""
        if self.path is None or not self.path.exists():
            return 0, 0
        with self.path.open("rb") as file:
            told = [_is_line(line.rstrip(b"\n")) for line in file if line.strip()]
        return told.count(False), len(told)


def _end(file: BinaryIO | FileIO) -> bytes:
    """The end that the last line lacks, if it was cut: the next one must not be part of it."""
    size = file.seek(0, os.SEEK_END)
    if not size:
        return b""
    file.seek(size - 1)
    return b"" if file.read(1) == b"\n" else b"\n"


def _is_line(line: bytes) -> bool:
    try:
        return is_whole(line) and isinstance(json.loads(line), dict)
    except ValueError:
        return False
