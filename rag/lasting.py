"""Files that are there, and whole, after a power cut too: what the system keeps in memory only is written out first."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def put_in_place(part: Path, path: Path) -> None:
    """Give a file that was written aside its name, in the place of another; both lie in one folder.

    Whoever looks finds the one or the other whole, at any moment; once this returns, the new one. OSError as the system
    raises it.
    """
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(part, path)
    keep_names(path.parent)


def keep_names(folder: Path) -> None:
    """Write out which files the folder has; Windows does so by itself."""
    if sys.platform == "win32":
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
