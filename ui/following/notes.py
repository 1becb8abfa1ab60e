"""What is noted of the folder from one look to the next, and over the end of the program: files, what they became, the bin.

It lies beside the index and is no part of it: an index that is built anew or restored leaves it alone. It is written after
the index was, so that what is noted of a file is true, or the file is looked at again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ui.filed import Filed
from ui.following.listing import Mark, mark_at

FILE = "folder.db"
KEPT = "what is known of the folder of pages"

_TABLES = """
CREATE TABLE IF NOT EXISTS files(
    name TEXT PRIMARY KEY, mark TEXT NOT NULL, became TEXT NOT NULL, page TEXT NOT NULL, digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS bin(name TEXT PRIMARY KEY, since REAL NOT NULL);
CREATE TABLE IF NOT EXISTS brought(name TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS folder(path TEXT NOT NULL);
"""


class Became(StrEnum):
    """What a file became when it was last read."""

    PAGE = "page"
    SAME = "same"
    NOTHING = "nothing"
    FAILED = "failed"
    TAKEN_OUT = "taken out"
    UNREAD = "unread"

    @property
    def may_have_page(self) -> bool:
        """Whether the file may have a page of its own: one that cannot be read any more leaves its page as it was, and of one
        that was about to be read when the program ended, nobody knows."""
        return self in (Became.PAGE, Became.FAILED, Became.UNREAD)


@dataclass(frozen=True, slots=True)
class Note:
    """`mark` is the file's when it was read, empty where it is not known. `page` is the page with its content, and `digest`
    that page's, where it became one or is the same as one; empty where not known. `TAKEN_OUT` is a file whose page
    somebody deleted: it stays so until the file changes."""

    mark: Mark
    became: Became
    page: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """All of it: files by name, since when (seconds since 1970) pages are in the bin, pages brought in the browser."""

    files: Mapping[str, Note]
    bin: Mapping[str, float]
    brought: frozenset[str]


class Notes:
    """The notes in the folder of an index, on one folder of pages. Errors of the disk are SettingError.

    Where they were on another folder, nothing is known of this one: no page of that one is missing here.
    """

    def __init__(self, index: Path, folder: Path | None = None) -> None:
        """Without a folder the notes are on whichever they were on last."""
        self.path = index / FILE
        self._folder = folder
        self.file = Filed(self.path, _TABLES, KEPT, self._of_one_folder)

    def read(self) -> Noted:
        """What is noted; nothing where nothing ever was."""
        if not self.file.there():
            return Noted({}, {}, frozenset())
        with self.file.opened() as db:
            files = db.execute("SELECT name, mark, became, page, digest FROM files").fetchall()
            binned = db.execute("SELECT name, since FROM bin").fetchall()
            brought = db.execute("SELECT name FROM brought").fetchall()
        told = {name: Note(mark, Became(became), page, digest) for name, mark, became, page, digest in files}
        return Noted(told, dict(binned), frozenset(name for (name,) in brought))

    def put(self, notes: Mapping[str, Note]) -> None:
        """Note what files became."""
        rows = [(name, n.mark, n.became.value, n.page, n.digest) for name, n in notes.items()]
        if rows:
            with self.file.opened() as db:
                db.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", rows)

    def about_to_read(self, names: Iterable[str], noted: Noted) -> None:
        """Files whose pages come into the index now: if the program ends before it is noted what they became, and they are
        gone when it begins again, their pages are known to be theirs."""
        unknown = (n for n in names if n not in noted.files or not noted.files[n].became.may_have_page)
        self.put(dict.fromkeys(unknown, Note("", Became.UNREAD)))

    def forget(self, names: Iterable[str]) -> None:
        """Files that are gone."""
        self._each("DELETE FROM files WHERE name = ?", names if self.file.there() else ())

    def into_bin(self, names: Iterable[str], since: float) -> None:
        """Pages whose files are gone; those that are in the bin already stay there since they were put in."""
        self._each("INSERT OR IGNORE INTO bin VALUES (?, ?)", names, since)

    def out_of_bin(self, names: Iterable[str]) -> None:
        """Pages that are in it no more, whatever became of them."""
        self._each("DELETE FROM bin WHERE name = ?", names if self.file.there() else ())

    def brought(self, names: Iterable[str]) -> None:
        """Pages that somebody brought in the browser."""
        self._each("INSERT OR IGNORE INTO brought VALUES (?)", names)

    def not_brought(self, names: Iterable[str]) -> None:
        """Pages that came to nothing, or were deleted."""
        self._each("DELETE FROM brought WHERE name = ?", names if self.file.there() else ())

    @contextmanager
    def taking_out(self, names: Iterable[str]) -> Iterator[None]:
        """Pages that somebody deletes inside: their files, if they stay, are not read again as long as they are as they are.

        It is noted first, so that what was deleted does not come back, and taken back where deleting fails.
        """
        given, before = list(names), self.read()
        marks = self._marks(given)
        self.put({name: Note(mark, Became.TAKEN_OUT) for name, mark in marks.items()})
        try:
            yield
        except BaseException:
            self.put({name: before.files[name] for name in marks if name in before.files})
            self.forget(name for name in marks if name not in before.files)
            raise
        self.not_brought(given)
        self.out_of_bin(given)

    def _marks(self, names: Iterable[str]) -> dict[str, Mark]:
        folder = self._folder or self._known_folder()
        return {name: mark for name in names if folder and (mark := mark_at(folder / name))}

    def _known_folder(self) -> Path | None:
        if not self.file.there():
            return None
        with self.file.opened() as db:
            row = db.execute("SELECT path FROM folder").fetchone()
        return Path(row[0]) if row else None

    def _of_one_folder(self, db: sqlite3.Connection) -> None:
        if self._folder is None:
            return
        known, ours = db.execute("SELECT path FROM folder").fetchone(), str(self._folder.resolve())
        if known != (ours,):
            for table in ("files", "bin", "folder"):
                db.execute(f"DELETE FROM {table}")
            db.execute("INSERT INTO folder VALUES (?)", (ours,))

    def _each(self, sql: str, names: Iterable[str], *others: object) -> None:
        rows = [(name, *others) for name in names]
        if rows:
            with self.file.opened() as db:
                db.executemany(sql, rows)
