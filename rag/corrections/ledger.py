"""The file of rulings: read as far as it has grown, added to by one process at a time, never written over."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from uuid import uuid4

from rag.config import Config
from rag.corrections.entries import Entry, entry_of, line_of
from rag.errors import RagError
from rag.lasting import keep_names
from rag.records import Spans
from rag.ruled import Ruling, Thing

FOLDER = ".corrections"
"""Behind the name of the index: the folder beside it in which the ledger lies."""
FILE = "corrections.jsonl"
LOCK = "writing.lock"
PATIENCE = 10
"""Seconds that somebody else may take to write a line."""


class ChangedError(RagError):
    """What is to be corrected is not as it was shown."""

    def __init__(self, fact: str = "this is not as it was shown any more") -> None:
        super().__init__(fact, "look at it again, then correct that")


class ConflictError(RagError):
    """Somebody else has ruled on the same thing meanwhile; `other` is their line."""

    def __init__(self, other: Entry) -> None:
        self.other = other
        who = other.who or "somebody else"
        super().__init__(f"{who} has ruled on this already, at {other.at}", "look at it again, then correct that")


@dataclass(slots=True)
class _Read:
    """What was read of the file so far: which file, up to which byte, the lines, and how many of them are none."""

    file: int = 0
    upto: int = 0
    entries: list[Entry] = field(default_factory=list)
    unread: int = 0


class Ledger:
    """The rulings of one index. Any number of threads and processes may read and add."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / FILE
        self._read, self._turn = _Read(), Lock()

    def entries(self) -> list[Entry]:
        """Every line that can be read, the earliest first. RagError where the file cannot be opened."""
        with self._turn:
            self._catch_up()
            return list(self._read.entries)

    def unread(self) -> int:
        """How many lines are none, as one that a broken disk or an editor left: they are passed over, and stay."""
        with self._turn:
            self._catch_up()
            return self._read.unread

    def active(self) -> list[Entry]:
        """The rulings that hold: neither undone nor ruled over by one that holds."""
        return active(self.entries())

    def add(self, entry: Entry) -> Entry:
        """Write a line, and only then return it, with its id and its moment.

        ConflictError where somebody has ruled on the same thing since, or undone what this one is over. RagError where the
        folder cannot be written or the disk is full: then nothing was added.
        """
        return self.add_all([entry])[0]

    def add_all(self, given: Sequence[Entry]) -> list[Entry]:
        """Write several lines, all or none, as `add` does one."""
        with self._writing():
            now, known = datetime.now(UTC).isoformat(timespec="seconds"), self.active()
            made = [replace(e, id=e.id or uuid4().hex[:12], at=e.at or now) for e in given]
            for entry in made:
                _check(entry, known)
            self._append(made)
        return made

    def undo(self, entry_id: str, who: str = "") -> Entry:
        """Take back a ruling that holds; an undoing is undone by ruling again. RagError where no such ruling holds."""
        found = next((e for e in self.active() if e.id == entry_id), None)
        if found is None:
            raise RagError(f"there is no correction {entry_id} that holds", "wenzheng corrections lists them")
        return self.add(Entry(found.thing, Ruling.UNDO, found.page, found.digest, over=(found.id,), who=who))

    def take_over(self, other: Ledger) -> int:
        """Add the lines that another ledger has and this one lacks, as they are; how many."""
        with self._writing():
            known = {e.id for e in self.entries()}
            new = [e for e in other.entries() if e.id not in known]
            self._append(new)
        return len(new)

    def _catch_up(self) -> None:
        """Read what was added since; all of it where another file stands there, or an earlier state of it."""
        try:
            found = self.path.stat()
            if found.st_size < self._read.upto or found.st_ino != self._read.file:
                self._read = _Read(found.st_ino)
            if found.st_size == self._read.upto:
                return
            with self.path.open("rb") as file:
                file.seek(self._read.upto)
                told = file.read()
        except FileNotFoundError:
            self._read = _Read()
            return
        except OSError as error:
            raise RagError(f"the corrections in {self.path} cannot be read ({error.strerror})", "allow it") from error
        whole, _, _ = told.rpartition(b"\n")  # what has no end yet is being written, or never was
        self._read.upto += len(whole) + 1 if whole else 0
        for line in whole.split(b"\n") if whole else ():
            entry = entry_of(line.decode("utf-8", "replace"))
            self._read.unread += bool(line.strip()) and entry is None
            self._read.entries += [entry] if entry else []

    def _append(self, entries: Sequence[Entry]) -> None:
        if not entries:
            return
        told = "".join(f"{line_of(entry)}\n" for entry in entries).encode()
        file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666)
        try:
            began = os.fstat(file).st_size
            told = b"\n" + told if began and not _ended(self.path) else told
            try:
                while told:
                    told = told[os.write(file, told) :]
                os.fsync(file)
            except OSError:
                os.ftruncate(file, began)  # half a line would be taken for one of the next
                raise
        finally:
            os.close(file)
        if not began:
            keep_names(self.folder)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One process at a time; SQLite's file lock goes when the process does, however it ends."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.folder / LOCK, timeout=PATIENCE, isolation_level=None)) as lock:
                lock.execute("BEGIN EXCLUSIVE")
                yield
        except (OSError, sqlite3.Error) as error:
            fact = f"the correction could not be kept in {self.folder} ({error})"
            raise RagError(
                fact, "see that the folder can be written and the disk has room; nothing was changed"
            ) from error


def active(entries: Sequence[Entry]) -> list[Entry]:
    """Those of the lines that hold. A line is off where a later one that holds is over it: so an undoing can be undone."""
    off: set[str] = set()
    found = []
    for entry in reversed(entries):
        if entry.id in off:
            continue
        off.update(entry.over)
        if entry.ruling is not Ruling.UNDO:
            found.append(entry)
    return found[::-1]


@lru_cache(maxsize=16)
def _ledger(folder: Path) -> Ledger:
    return Ledger(folder)


def ledger_of(config: Config) -> Ledger:
    """The ledger of an index: in a folder beside it, so that it stays when the index is deleted.

    A backup, which is an index too, brings its own inside; that is taken over where there is none beside it.
    """
    index = config.index.resolve()
    ledger = _ledger(index.with_name(f"{index.name}{FOLDER}"))
    if not ledger.path.exists() and (index / FILE).is_file():
        with suppress(RagError):  # a backup on a disk that cannot be written is not changed either
            ledger.take_over(Ledger(index))
    return ledger


def _check(entry: Entry, known: Sequence[Entry]) -> None:
    holding = {e.id for e in known}
    for other in known:
        if other.id not in entry.over and entry.ruling is not Ruling.UNDO and _same(entry, other):
            raise ConflictError(other)
    if entry.ruling is not Ruling.UNDO and not holding.issuperset(entry.over):
        raise ChangedError("the correction that this one follows was undone or replaced meanwhile")


def _same(one: Entry, other: Entry) -> bool:
    """Whether two rulings are on the same thing of the same page."""
    if (one.thing, one.digest, one.of) != (other.thing, other.digest, other.of):
        return False
    if one.thing is Thing.ARTICLE:  # of which several may hold: merged, and then parted elsewhere
        return (one.ruling, one.anchors) == (other.ruling, other.anchors)
    if one.thing is Thing.EVENT:
        events = [set(zip(_spots(e), e.found, strict=True)) for e in (one, other)]
        return bool(events[0] & events[1])
    here = bool({a.spans for a in one.anchors} & {a.spans for a in other.anchors})
    return here and (bool(set(one.was) & set(other.was)) or one.was == other.was)


def _spots(entry: Entry) -> list[Spans]:
    """Where each of the events stands that were found."""
    return [anchor.spans for anchor in entry.anchors][: len(entry.found)]


def _ended(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
