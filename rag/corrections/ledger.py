"""The rulings, in a file that is only added to, by one process at a time, and a copy of it beside it.

Every line has a digest and is written twice before anybody is told that it is kept. So one file that is cut, altered or gone
costs nothing: what it lacks is read from the other, and it is mended when somebody writes; the damaged file stays aside.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from uuid import uuid4

from rag.config import Config
from rag.corrections.entries import Entry, entry_of, line_of
from rag.corrections.lines import Lines, StayedError
from rag.corrections.missed import is_twice
from rag.counting import Count
from rag.errors import RagError
from rag.records import Spans
from rag.ruled import Ruling, Thing
from rag.sums import is_whole, sealed

FOLDER = ".corrections"
"""Behind the name of the index: the folder beside it in which the ledger lies."""
FILE, COPY = "corrections.jsonl", "corrections.copy.jsonl"
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


class Ledger:
    """The rulings of one index. Any number of threads and processes may read and add."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / FILE
        self._known: dict[bytes, Entry] = {}
        self._main, self._copy = Lines(self.path, self._record), Lines(folder / COPY, self._record)
        self._all: list[Entry] = []
        self._turn = Lock()

    def entries(self) -> list[Entry]:
        """Every line that can be read, the earliest first. RagError where the file cannot be opened."""
        with self._turn:
            self._catch_up()
            return list(self._all)

    def unread(self) -> int:
        """How many lines are none in both files, at least: they are passed over, and stay."""
        with self._turn:
            self._catch_up()
            return 0 if self._main_is_whole() or self._copy_is_whole() else max(1, min(self._main.bad, self._copy.bad))

    def damage(self) -> str:
        """What is wrong with the files and what to do, in one line; empty if nothing is."""
        if unread := self.unread():
            fact = f"{Count(unread):# line|# lines} of the corrections in {self.path} cannot be read, nor in their copy"
            return f"{fact}; put {FILE} of a backup in its place: what is newer stays"
        if not self._main_is_whole():
            return f"{self.path} is damaged; it is read from its copy, and mended with the next correction"
        return f"{self._copy.path} is damaged; it is mended with the next correction" if self._copy.bad else ""

    def mend(self) -> None:
        """Make both files whole, if one of them is. RagError where they cannot be written."""
        with self._writing():
            pass

    def text(self) -> bytes:
        """All lines that can be read, as they are in the file."""
        return b"".join(map(_line, self.entries()))

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

    def _record(self, line: bytes) -> Entry | None:
        """Of a line that stands in both files it is made once."""
        if line not in self._known and is_whole(line) and (entry := entry_of(line.decode("utf-8", "replace"))):
            self._known[line] = entry
        return self._known.get(line)

    def _catch_up(self) -> None:
        try:
            grown = [
                lines.catch_up() for lines in (self._copy, self._main)
            ]  # which is written last, lest it seem ahead
        except OSError as error:
            raise RagError(f"the corrections in {self.path} cannot be read ({error.strerror})", "allow it") from error
        if any(grown):
            extra = _lacking(self._main.entries, self._copy.entries)
            missing = _lacking(self._copy.entries, self._main.entries)
            self._all = [*self._copy.entries, *extra] if missing else self._main.entries

    def _main_is_whole(self) -> bool:
        return not self._main.bad and len(self._main.entries) == len(self._all)

    def _copy_is_whole(self) -> bool:
        copy = self._copy
        return bool(copy.upto) and not copy.bad and len(copy.entries) == len(self._all)

    def _append(self, entries: Sequence[Entry]) -> None:
        told = b"".join(map(_line, entries))
        if not told:
            return
        began = self._main.append(told)
        try:
            self._copy.append(told)
        except OSError as error:
            self._main.cut(began, error)
            raise

    def _level(self) -> None:
        """Let both files have the same lines; nothing is thrown away that is only there."""
        self._catch_up()
        for lines in (self._main, self._copy):
            lines.end_tail()
        self._catch_up()
        whole, told = self._main_is_whole(), self._all
        if not whole and self._copy_is_whole():
            self._keep_aside()
            self._main.write_anew(map(_line, told))
        elif not whole:
            self._add(self._main)
        if self._copy.entries == told[: len(self._copy.entries)] and not self._copy.bad:
            self._add(self._copy)
        elif whole or self._copy_is_whole():
            self._copy.write_anew(map(_line, told))
        else:
            self._add(self._copy)

    def _add(self, lines: Lines) -> None:
        if new := b"".join(map(_line, _lacking(self._all, lines.entries))):
            lines.append(new)

    def _keep_aside(self) -> None:
        if self.path.is_file():
            stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
            shutil.copyfile(self.path, self.path.with_name(f"{self.path.stem}.{stamp}.damaged"))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One process at a time; SQLite's file lock goes when the process does, however it ends."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.folder / LOCK, timeout=PATIENCE, isolation_level=None)) as lock:
                lock.execute("BEGIN EXCLUSIVE")
                with self._turn:
                    self._level()
                yield
        except StayedError as error:
            fact = f"the correction could not be kept for sure in {self.folder} ({error})"
            raise RagError(fact, "see to the disk, then look whether it is listed") from error
        except (OSError, sqlite3.Error) as error:
            fact = f"the correction could not be kept in {self.folder} ({error})"
            remedy = "see that the folder can be written and the disk has room; nothing was changed"
            raise RagError(fact, remedy) from error


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
        if is_twice(one, other):
            return True
        events = [set(zip(_spots(e), e.found, strict=True)) for e in (one, other)]
        return bool(events[0] & events[1])
    here = bool({a.spans for a in one.anchors} & {a.spans for a in other.anchors})
    return here and (bool(set(one.was) & set(other.was)) or one.was == other.was)


def _spots(entry: Entry) -> list[Spans]:
    """Where each of the events stands that were found."""
    return [anchor.spans for anchor in entry.anchors][: len(entry.found)]


def _line(entry: Entry) -> bytes:
    return sealed(line_of(entry))


def _lacking(entries: Sequence[Entry], known: Sequence[Entry]) -> list[Entry]:
    """Those that are not among the known ones."""
    if len(entries) <= len(known) and entries == known[: len(entries)]:
        return []
    ids = {e.id for e in known}
    return [e for e in entries if e.id not in ids]
