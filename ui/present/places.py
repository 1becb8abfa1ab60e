"""What a visitor is told of this disk: names, never where they lie."""

from __future__ import annotations

import re
from pathlib import Path

_PLACE = re.compile(r"(?:(?<![\w/\\:.])|\b[A-Za-z]:)[/\\]+(?:[^\s/\\:;,，；。'\"()]++[/\\]++(?=[^\s/\\]))++")
"""The way from the root of a disk to a file, without the file's own name."""


def without_places(line: str) -> str:
    """`line` with every path that begins at the root of a disk cut to its last name."""
    return _PLACE.sub("", line)


def called(folder: Path, inside: Path | None = None) -> str:
    """What a folder of this disk, or something inside it, is called: from the folder's own name on."""
    name = folder.resolve().name or "pages"
    if inside is None:
        return f"{name}/"
    return f"{name}/{inside.relative_to(folder).as_posix()}" if inside.is_relative_to(folder) else inside.name
