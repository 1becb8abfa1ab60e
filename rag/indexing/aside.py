"""What is damaged is kept beside what takes its place, for whoever wants to know what happened; one of each file."""

from __future__ import annotations

import os
from pathlib import Path

SUFFIX = ".damaged"


def set_aside(path: Path) -> Path:
    """Give a damaged file another name, in the place of an earlier one; where it is now. OSError where it cannot be moved."""
    place = path.with_name(path.name + SUFFIX)
    os.replace(path, place)
    return place


def forget_damaged(folder: Path) -> None:
    """Remove what was kept aside: it may hold what is to be forgotten."""
    for path in folder.glob(f"*{SUFFIX}"):
        path.unlink(missing_ok=True)
