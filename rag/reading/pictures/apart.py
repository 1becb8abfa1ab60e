"""Sheets recognised in a process of their own: one that takes too long, or brings it down, costs that sheet alone."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from typing import Any

from rag.confined import Limits, Meter, Room
from rag.errors import PageError
from rag.reading.pictures.glyphs import Glyph, Row, Sheet

LIMITS = Limits(seconds=120, memory=3 << 30)
"""For a sheet: a full one takes some four seconds of the processor, and half a GB of three GB of addresses."""

A_SHEET = 25.0
"""Seconds of the processor that a file gets for each of its sheets, beyond LIMITS for one. No sheet of it is begun once they
are used up, so that 64 sheets hold up all other reading for half an hour and not for two: they are lost, the others kept. The
dearest broadsheets that were measured take 11, so that a machine of half the speed reads an issue of 64 of them."""

Told = Callable[[int, int], None]
"""Told how many sheets of how many are done."""

Found = dict[int, Sheet | PageError]

_ROOM = Room("rag.reading.pictures.look:look", LIMITS)


def recognise(data: bytes, is_pdf: bool, wanted: Sequence[int] | None = None, told: Told | None = None) -> Found:
    """Each wanted sheet of a file, all where none are named, by its number from 0; an error for one that failed, or to which
    it did not come in the time that the whole file has.

    Raises PageError, as a fact without the file's name, for a file of which no sheet can be read.
    """
    numbers = range(_ROOM.run(data, is_pdf=is_pdf)["sheets"]) if wanted is None else wanted
    found: Found = {}
    taken, most = Meter(), seconds_for(len(numbers))
    for done, number in enumerate(numbers):
        if told:
            told(done, len(numbers))
        try:
            if taken.seconds >= most:
                raise PageError(f"has sheets that take more than {most:,.0f} seconds together", "split it into pages")
            found[number] = _sheet(_ROOM.run(data, taken, is_pdf=is_pdf, sheet=number))
        except PageError as error:
            found[number] = error
    errors = [one for one in found.values() if isinstance(one, PageError)]
    if errors and len(errors) == len(found):
        raise errors[0]
    return found


def seconds_for(sheets: int) -> float:
    """Seconds of the processor after which no sheet of a file with so many is begun."""
    return LIMITS.seconds + A_SHEET * sheets


def _sheet(told: dict[str, Any]) -> Sheet:
    rows = tuple(Row(tuple(Glyph(*glyph) for glyph in row["glyphs"]), row["size"], row["tall"]) for row in told["rows"])
    return Sheet(told["width"], told["height"], base64.b64decode(told["jpeg"]), rows)
