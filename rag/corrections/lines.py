"""One file of lines, each with a digest of itself: read as far as it has grown, and told apart from what is damaged."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from rag.corrections.entries import Entry
from rag.lasting import keep_names, put_in_place

Read = Callable[[bytes], Entry | None]
"""From a line to its record; None where it is none."""


class StayedError(OSError):
    """Lines could not be kept for sure, nor taken away."""


class Lines:
    """The lines of a file, and its records among them; `bad` is how many are none, `tail` what stands behind the last one that
    has an end: it is being written, or never was."""

    def __init__(self, path: Path, read: Read) -> None:
        self.path = path
        self._read = read
        self._begin(0)

    def _begin(self, file: int) -> None:
        self._file, self.upto, self.bad, self.tail = file, 0, 0, b""
        self.entries: list[Entry] = []

    def catch_up(self) -> bool:
        """Read what was added since; all of it where another file stands there, or an earlier state of it. Whether anything
        is otherwise now. OSError where it cannot be read."""
        try:
            found = self.path.stat()
            begins_anew = found.st_size < self.upto or found.st_ino != self._file
            if begins_anew:
                self._begin(found.st_ino)
            if found.st_size == self.upto:
                self.tail = b""
                return begins_anew
            with self.path.open("rb") as file:
                file.seek(self.upto)
                told = file.read()
        except FileNotFoundError:
            was = self._file
            self._begin(0)
            return bool(was)
        whole, end, self.tail = told.rpartition(b"\n")
        self.upto += len(whole) + len(end)
        for line in whole.split(b"\n") if end else ():
            entry = self._read(line) if line.strip() else None
            self.bad += bool(line.strip()) and entry is None
            self.entries += [entry] if entry else []
        return True

    def append(self, told: bytes) -> int:
        """Add lines, which are on the disk when this returns, all or none; how many bytes there were before. StayedError where
        they were added but perhaps not written out, and could not be taken away again."""
        file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666)
        try:
            began = os.fstat(file).st_size
            try:
                while told:
                    told = told[os.write(file, told) :]
                os.fsync(file)
                if not began:
                    keep_names(self.path.parent)
            except OSError as error:
                _cut(file, began, error)
                raise
        finally:
            os.close(file)
        return began

    def cut(self, size: int, why: OSError) -> None:
        """Take what was added last away again, because of an error. StayedError where that cannot be."""
        file = os.open(self.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            _cut(file, size, why)
        finally:
            os.close(file)

    def end_tail(self) -> None:
        """What has no end gets one where it is a record, and goes where it is none: nobody was told of it."""
        if self.tail and self._read(self.tail):
            self.append(b"\n")
        elif self.tail:
            self.cut(self.upto, OSError("a line without an end"))

    def write_anew(self, told: Iterable[bytes]) -> None:
        """Put other lines in the place of all of them."""
        part = self.path.with_name(f"{self.path.name}.part")
        part.write_bytes(b"".join(told))
        put_in_place(part, self.path)


def _cut(file: int, size: int, why: OSError) -> None:
    try:
        if os.fstat(file).st_size > size:
            os.ftruncate(file, size)
    except OSError as error:
        raise StayedError(why.errno, why.strerror) from error
