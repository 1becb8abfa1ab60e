"""A file name from a browser, made safe to be a file on this disk and the name of a page."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePath

LONGEST = 180
"""Bytes of UTF-8 a name may take. Disks allow 255; a number may have to be added, and a folder put before it."""

_PATHS = re.compile(r"[/\\]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
"""What Windows allows in no name; a folder of pages may be copied there."""

_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_NOT_READ = re.compile(r"readme|licen[cs]e", re.IGNORECASE)
"""Names of files about a folder: reading the folder again would pass them over."""

_DIGEST = 8
"""Hexadecimal digits that keep two long names apart when both are cut."""


def safe_name(given: str) -> str:
    """`given` without path, invisible characters, reserved words and excess length; its suffix is kept.

    The same name always gives the same; two names that differ only in what was cut off for length stay two.
    """
    last = _PATHS.split(given)[-1]
    visible = "".join(c for c in unicodedata.normalize("NFC", last) if not unicodedata.category(c).startswith("C"))
    name = _FORBIDDEN.sub("_", visible).strip(" .") or "page"
    if _DEVICES.fullmatch(name) or _NOT_READ.match(name):
        name = f"_{name}"
    return _shortened(name)


def numbered(name: str, number: int) -> str:
    """`name` as the `number`-th of several: page.txt, page-2.txt, page-3.txt."""
    path = PurePath(name)
    return name if number == 1 else f"{path.stem}-{number}{path.suffix}"


def _shortened(name: str) -> str:
    if len(name.encode()) <= LONGEST:
        return name
    path = PurePath(name)
    end = f"-{hashlib.sha256(name.encode()).hexdigest()[:_DIGEST]}{path.suffix[:_DIGEST]}"
    return path.stem.encode()[: LONGEST - len(end.encode())].decode(errors="ignore").strip(" .") + end
