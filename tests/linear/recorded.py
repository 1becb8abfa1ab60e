"""What the project's own code hands to `re` while something is done, with the line that does it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("rag", "ui")

ANCHORED = frozenset(("match", "fullmatch"))
"""What tries a pattern at one place alone."""


@dataclass(frozen=True, slots=True)
class Made:
    """A pattern as it was handed over: the module's path below the checkout, the line that did it, and whether by that
    function it is only tried at the beginning of a text."""

    place: str
    line: int
    pattern: str | bytes
    flags: int
    anchored: bool = False


@contextmanager
def recorded() -> Iterator[set[Made]]:
    """Fills the set while it lasts, whichever function of `re` is called: all of them compile in one place."""
    found: set[Made] = set()
    usual = re._compile  # type: ignore[attr-defined]

    def compiled(pattern: str | bytes | re.Pattern[str], flags: int) -> re.Pattern[str]:
        if isinstance(pattern, str | bytes):
            _note(found, pattern, int(flags))
        return usual(pattern, flags)  # type: ignore[no-any-return]

    with patch.object(re, "_compile", compiled):
        yield found


def _note(found: set[Made], pattern: str | bytes, flags: int) -> None:
    frame, function = sys._getframe(2), ""
    while frame.f_globals.get("__name__") == "re" and frame.f_back:
        frame, function = frame.f_back, frame.f_code.co_name
    room, _, rest = str(frame.f_globals.get("__name__")).partition(".")
    if room in ROOMS and rest:
        place = Path(frame.f_code.co_filename).resolve().relative_to(ROOT).as_posix()
        found.add(Made(place, frame.f_lineno, pattern, flags, function in ANCHORED))
