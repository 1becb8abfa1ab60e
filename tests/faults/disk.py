"""A disk that fails at a chosen write: SQLite's own writes through a file system laid over its usual one, the program's
through `os`.

SQLite takes file systems as tables of functions. This one hands every call on, counts those that change something, and at
the chosen one gives an error, or ends the process as SIGKILL does, before the write or in its middle.
"""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from ctypes import CFUNCTYPE, POINTER, Structure, addressof, c_char_p, c_int, c_int64, c_void_p, cast, memmove
from enum import Enum
from typing import Any


class Failing(Enum):
    """What happens at the chosen write: the code SQLite is given, and the one the program is."""

    FULL = (13, errno.ENOSPC)
    BROKEN = (10 | 3 << 8, errno.EIO)
    READ_ONLY = (8, errno.EROFS)
    KILLED = (0, 0)
    TORN = (0, -1)
    """Killed when half of the write is done."""


class Disk:
    """Counts writes, and fails at number `at`, or with `lasting` at that and all later ones; 0 never does."""

    def __init__(self, how: Failing = Failing.FULL, at: int = 0, lasting: bool = False) -> None:
        self.how, self.at, self.lasting = how, at, lasting
        self.writes = 0

    def fails(self) -> bool:
        """One more write: whether it is to fail."""
        self.writes += 1
        return bool(self.at) and (self.writes == self.at or (self.lasting and self.writes > self.at))

    def done(self, what: str, path: str, *more: Any) -> None:
        """That was done, and did not fail: `write` (its place, its bytes), `cut` (to a size), `sync`, `delete` (whether the
        folder was written out too), `rename` (to another path)."""

    @property
    def kills(self) -> bool:
        """Whether the process is to end."""
        return self.how in (Failing.KILLED, Failing.TORN)


class _Vfs(Structure):
    _fields_ = [
        ("version", c_int),
        ("size", c_int),
        ("longest", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        ("delete", c_void_p),
        ("others", c_void_p * 16),
    ]


class _Methods(Structure):
    _fields_ = [
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", c_void_p),
        ("truncate", c_void_p),
        ("sync", c_void_p),
        ("others", c_void_p * 13),
    ]


_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class _Layer:
    """The file system over SQLite's usual one. `disk` may be changed at any time."""

    def __init__(self, library: Any) -> None:
        library.sqlite3_vfs_find.restype = POINTER(_Vfs)
        library.sqlite3_vfs_find.argtypes = [c_char_p]
        library.sqlite3_vfs_register.argtypes, library.sqlite3_vfs_unregister.argtypes = [c_void_p, c_int], [c_void_p]
        self.library, self.disk = library, Disk()
        self.usual = library.sqlite3_vfs_find(None)
        self.own = _Vfs()
        memmove(addressof(self.own), self.usual, ctypes.sizeof(_Vfs))
        self.own.name = b"failing"
        self._kept: list[Any] = []
        self._tables: dict[int, _Methods] = {}
        self._paths: dict[int, str] = {}
        usual_open, usual_delete = _OPEN(self.usual.contents.open), _DELETE(self.usual.contents.delete)

        def opened(_: int, name: int, file: int, flags: int, given: int) -> int:
            code = usual_open(addressof(self.usual.contents), name, file, flags, given)
            self._paths[file] = os.fsdecode(ctypes.string_at(name)) if name else ""
            table = cast(file, POINTER(c_void_p))
            if table[0]:
                table[0] = addressof(self._table(table[0]))
            return int(code)

        def deleted(_: int, name: int, synced: int) -> int:
            code = self._code() or int(usual_delete(addressof(self.usual.contents), name, synced))
            if not code:
                self.disk.done("delete", os.fsdecode(ctypes.string_at(name)), bool(synced))
            return code

        self.own.open, self.own.delete = self._function(_OPEN, opened), self._function(_DELETE, deleted)

    def _table(self, usual: int) -> _Methods:
        """The functions of a file: those that change it fail with the disk."""
        if usual not in self._tables:
            table = _Methods()
            memmove(addressof(table), usual, ctypes.sizeof(_Methods))
            write, cut, sync = _WRITE(table.write), _TRUNCATE(table.truncate), _SYNC(table.sync)

            def half(file: int, data: int, size: int, at: int) -> Callable[[], object]:
                return lambda: write(file, data, size // 2, at)

            def written(file: int, data: int, size: int, at: int) -> int:
                code = self._code(half(file, data, size, at)) or int(write(file, data, size, at))
                return code or self._done("write", file, at, ctypes.string_at(data, size))

            table.write = self._function(_WRITE, written)
            table.truncate = self._function(
                _TRUNCATE, lambda file, size: self._code() or int(cut(file, size)) or self._done("cut", file, size)
            )
            table.sync = self._function(
                _SYNC, lambda file, flags: self._code() or int(sync(file, flags)) or self._done("sync", file)
            )
            self._tables[usual] = table
        return self._tables[usual]

    def _done(self, what: str, file: int, *more: Any) -> int:
        if path := self._paths.get(file):
            self.disk.done(what, path, *more)
        return 0

    def _function(self, kind: Any, function: Callable[..., int]) -> int | None:
        made = kind(function)
        self._kept.append(made)
        return cast(made, c_void_p).value

    def _code(self, half: Callable[[], object] = lambda: None) -> int:
        if not self.disk.fails():
            return 0
        if self.disk.how is Failing.TORN:
            half()
        if self.disk.kills:
            os.kill(os.getpid(), signal.SIGKILL)
        return int(self.disk.how.value[0])


_layers: list[_Layer] = []


def layer() -> _Layer | None:
    """The file system; None where Python's SQLite is not a library of its own, so that none can be laid over it."""
    if not _layers:
        for name in ("libsqlite3.so.0", "libsqlite3.dylib"):
            with suppress(OSError, AttributeError):
                made = _Layer(ctypes.CDLL(name))
                made.library.sqlite3_libversion.restype = c_char_p
                if made.library.sqlite3_libversion().decode() == sqlite3.sqlite_version:
                    _layers.append(made)
                    break
    return _layers[0] if _layers else None


CALLS = ("write", "ftruncate", "fsync", "replace", "mkdir")
"""What of `os` changes a disk; writing into a pipe is none of it."""


@contextmanager
def failing(disk: Disk) -> Iterator[Disk]:
    """All that is opened and written inside goes to this disk. Files opened inside must be closed inside."""
    laid = layer()
    assert laid
    laid.disk = disk
    laid.library.sqlite3_vfs_register(addressof(laid.own), 1)
    usual = {name: getattr(os, name) for name in CALLS}
    for name, call in usual.items():
        setattr(os, name, _failing(disk, call))
    try:
        yield disk
    finally:
        for name, call in usual.items():
            setattr(os, name, call)
        laid.library.sqlite3_vfs_unregister(addressof(laid.own))
        laid.library.sqlite3_vfs_register(addressof(laid.usual.contents), 1)
        laid.disk = Disk()


def path_of(descriptor: int) -> str:
    """Of an open file or folder; empty where the system does not tell."""
    try:
        return os.readlink(f"/proc/self/fd/{descriptor}")
    except OSError:
        return ""


def _failing(disk: Disk, call: Callable[..., Any]) -> Callable[..., Any]:
    def called(*given: Any, **others: Any) -> Any:
        of_file = call.__name__ in ("write", "ftruncate")
        if of_file and not stat.S_ISREG(os.fstat(given[0]).st_mode):
            return call(*given, **others)
        if disk.fails():
            if disk.how is Failing.TORN and call.__name__ == "write":
                call(given[0], given[1][: len(given[1]) // 2])
            if disk.kills:
                os.kill(os.getpid(), signal.SIGKILL)
            code = disk.how.value[1]
            raise OSError(code, os.strerror(code))
        at = os.fstat(given[0]).st_size if of_file else 0
        found = call(*given, **others)
        if call.__name__ == "replace":
            disk.done("rename", os.fspath(given[0]), os.fspath(given[1]))
        elif call.__name__ == "fsync":
            disk.done("sync", path_of(given[0]))
        elif call.__name__ == "write":  # files opened here are only added to
            disk.done("write", path_of(given[0]), at, bytes(given[1][:found]))
        elif call.__name__ == "ftruncate":
            disk.done("cut", path_of(given[0]), given[1])
        return found

    return called
