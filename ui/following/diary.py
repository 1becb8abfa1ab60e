"""The log of what was decided about the folder: a line each, for people to read, which is only ever added to."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import Lock

from ui.problems import say_line
from ui.terminal import printable

FILE = "folder.log"
LARGEST = 5 << 20
"""Bytes after which the log goes on in a new file; the old one is kept beside it, the one before that is not."""
SHOWN = 50
"""Lines that are read back to be shown."""
_TAIL = 64 << 10


class Decision(StrEnum):
    """What was decided about a file, or that something keeps the folder from being followed."""

    ADDED = "added"
    REPLACED = "replaced"
    RENAMED = "renamed"
    THERE = "there"
    SAME = "same"
    BINNED = "binned"
    RETURNED = "returned"
    DELETED = "deleted"
    KEPT = "kept"
    FAILED = "failed"
    NO_PAGE = "no page"
    PROBLEM = "problem"
    WELL = "well"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: when (local time), what, which file (empty where it is about the folder), and why in one line."""

    at: str
    decision: Decision
    name: str
    why: str


class Diary:
    """Appends to the log in the folder of an index. What cannot be written is said once and stops nothing."""

    def __init__(self, index: Path) -> None:
        self.path = index / FILE
        self._turn = Lock()
        self._mute = False

    def note(self, decision: Decision, name: str = "", why: str = "") -> None:
        """Something was decided."""
        at = datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
        line = "\t".join((at, decision.value, shown(name), shown(why))).rstrip("\t")
        try:
            with self._turn:
                self._turn_over()
                with self.path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                    file.write(f"{line}\n")
            self._mute = False
        except OSError as error:
            if not self._mute:
                say_line(f"{self.path} cannot be written ({error.strerror}); the folder is followed all the same")
            self._mute = True

    def last(self, most: int = SHOWN) -> tuple[Entry, ...]:
        """The last lines, the newest first; none where there is no log."""
        try:
            with self.path.open("rb") as file:
                file.seek(max(0, self.path.stat().st_size - _TAIL))
                lines = deque(file.read().decode("utf-8", "replace").splitlines(), most)
        except OSError:
            return ()
        return tuple(entry for line in reversed(lines) if (entry := _entry(line)))

    def _turn_over(self) -> None:
        if self.path.is_file() and self.path.stat().st_size > LARGEST:
            os.replace(self.path, self.path.with_name(f"{FILE}.1"))


def shown(text: str) -> str:
    """The text as a field of a line."""
    return printable(text).replace("\t", " ").replace("\n", " ")


def _entry(line: str) -> Entry | None:
    at, *fields = line.split("\t")
    decision, name, why = (*fields, "", "", "")[:3]
    return Entry(at, Decision(decision), name, why) if decision in set(Decision) else None
