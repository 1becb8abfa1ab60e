"""The folder of pages on this disk: where dropped files arrive, where they stay, and where deleted ones go.

What is dropped becomes a file of the folder, so that an index built anew from the folder holds it too. The two folders
for coming and going begin with a dot: reading the folder passes them over.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from uuid import uuid4

from rag import SettingError, put_in_place
from ui.keeping.names import numbered, safe_name

ARRIVING = ".arriving"
"""Holds a folder a drop, with the files that came whole and were not read yet."""

DELETED = ".deleted"
"""Holds the files of pages deleted in the browser; moving one back and reading the folder again restores the page."""

_UNFINISHED = ".part"


def new_part(folder: Path, drop: str) -> Path:
    """A file that does not exist yet, to write what is arriving into."""
    arriving = folder / ARRIVING / drop
    arriving.mkdir(parents=True, exist_ok=True)
    return arriving / f".{uuid4().hex}{_UNFINISHED}"


def landed(part: Path, given: str) -> Path:
    """Give a file that came whole its name, for good: a safe one, with a number where its drop has another of that name."""
    name = safe_name(given)
    whole = next(free for free in _places(part.with_name(name)) if not free.exists())
    put_in_place(part, whole)
    return whole


def arrived(folder: Path) -> list[Path]:
    """Files that came whole and wait to be read, the earliest first; none where the folder may not be entered."""
    try:
        whole = [path for path in (folder / ARRIVING).glob("*/*") if path.is_file() and path.suffix != _UNFINISHED]
        return sorted(whole, key=lambda path: (path.stat().st_mtime_ns, path.name))
    except OSError:
        return []


def keep(folder: Path, path: Path) -> bool:
    """Move what arrived into the folder; whether it took the place of a different file. SettingError where it cannot go
    there."""
    kept = folder / path.name
    try:
        different = kept.exists() and not filecmp.cmp(kept, path, shallow=False)
        os.replace(path, kept)
    except OSError as error:
        fact = f"{path.name} cannot be put into {folder} ({error.strerror})"
        raise SettingError(
            fact, "make room there, or take away what bears its name; then read the folder again"
        ) from error
    _tidy(path.parent)
    return different


def discard(path: Path) -> None:
    """Remove a file that arrived, whole or not."""
    path.unlink(missing_ok=True)
    _tidy(path.parent)


def sweep(folder: Path) -> None:
    """Remove what never came whole: pieces of uploads that ended with an earlier server. SettingError where the folder may
    not be entered."""
    try:
        with suppress(FileNotFoundError, NotADirectoryError):
            (folder / ARRIVING).stat()  # which says what a search for files may pass over
        for part in list((folder / ARRIVING).glob(f"*/.*{_UNFINISHED}")):
            discard(part)
    except PermissionError as error:
        raise SettingError(
            f"the folder of pages {folder} may not be entered", "allow it, or give another one with --pages"
        ) from error


def own_file(folder: Path, name: str) -> Path | None:
    """The file of the folder that is the page of that name; None where it is not there."""
    inside = PurePosixPath(name)
    if inside.is_absolute() or ".." in inside.parts:
        return None
    path = folder / inside
    try:
        return path if S_ISREG(path.stat().st_mode) else None
    except PermissionError:  # it may well be there
        return path
    except (OSError, ValueError):
        return None


def set_aside(folder: Path, name: str) -> Path | None:
    """Move the page's file to where deleted ones are kept; its new place, or None where there was no file."""
    path = own_file(folder, name)
    if path is None:
        return None
    place = next(free for free in _places(folder / DELETED / name) if not free.exists())
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(path, place)
    return place


def put_aside(folder: Path, name: str, text: str) -> Path:
    """Keep what a page says where deleted ones are kept, as a text file; its place."""
    place = next(free for free in _places(folder / DELETED / f"{name}.txt") if not free.exists())
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="")
    return place


def _places(wanted: Path) -> Iterator[Path]:
    return (wanted.with_name(numbered(wanted.name, number)) for number in count(1))


def _tidy(drop: Path) -> None:
    """Remove the folders for arriving once they are empty."""
    for empty in (drop, drop.parent):
        try:
            empty.rmdir()
        except OSError:
            return
