"""What lies in a folder now: every file by its name, with what tells whether it changed since.

The folder is looked at again and again. The notices that systems give of changes would not spare it: they do not come from
network disks or out of containers, get lost when many come at once, and say nothing of what was changed while nobody listened.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

Mark = str
"""Size, time of the last change of the content, and of the file itself: a file with the same mark was not touched."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Files by name (posix, relative to the folder); `shut` are folders in it that could not be looked into, and why.

    `bare` says that there was nothing at all, as where a disk is not mounted.
    """

    files: Mapping[str, Mark] = field(default_factory=dict)
    shut: Mapping[str, str] = field(default_factory=dict)
    bare: bool = False

    def may_hold(self, name: str) -> bool:
        """Whether a file of that name may be there, unseen."""
        return any(name == folder or name.startswith(f"{folder}/") for folder in self.shut)


def look(folder: Path) -> Listing:
    """What lies there now but for what is hidden, as reading the folder takes it. OSError where the folder itself cannot be
    looked into."""
    files: dict[str, Mark] = {}
    shut: dict[str, str] = {}
    bare, left = True, [""]
    while left:
        inside = left.pop()
        try:
            with os.scandir(folder / inside) as entries:
                for entry in entries:
                    bare = False
                    if not entry.name.startswith("."):
                        _add(entry, f"{inside}/{entry.name}" if inside else entry.name, files, left)
        except OSError as error:
            if not inside:
                raise
            if not isinstance(error, FileNotFoundError):  # it went away meanwhile
                shut[inside] = error.strerror or str(error)
    return Listing(files, shut, bare)


def mark_at(path: Path) -> Mark | None:
    """That of a file; None where it is not there."""
    try:
        return mark_of(path.stat())
    except (OSError, ValueError):
        return None


def mark_of(found: os.stat_result) -> Mark:
    """What is compared of a file."""
    return f"{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}"


def _add(entry: os.DirEntry[str], name: str, files: dict[str, Mark], folders: list[str]) -> None:
    try:
        if entry.is_dir(follow_symlinks=False):
            folders.append(name)
        elif _can_be_written_down(name):
            files[name] = mark_of(entry.stat())
    except FileNotFoundError:  # it went away meanwhile, or is a link to nothing
        return
    except OSError as error:
        files[name] = f"unseen: {error.strerror}"


def _can_be_written_down(name: str) -> bool:
    """Bytes that are no text are no name of a page."""
    return name.isprintable() or not any("\ud800" <= c <= "\udfff" for c in name)
