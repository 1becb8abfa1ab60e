"""Events as files for other programs: a table for spreadsheets, and one JSON line an event."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rag import Deed, Language, Person, event_line
from ui.present.basis import worded
from ui.present.corrected import corrected_words
from ui.present.names import named
from ui.strings import say

BOM = "\ufeff"
"""Without it spreadsheet programs take UTF-8 for the encoding of their country."""
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""A cell that begins with one of these is worked out as a formula by one spreadsheet program or another."""
HANDFUL = 500
"""Deeds written at a time."""
COLUMNS = (
    "date", "basis", "printed", "actors", "action", "type", "target", "places", "participants", "standing",
    "newspaper", "title", "page", "spans", "told_again", "corrected",
)  # fmt: skip


def csv_text(language: Language, deeds: Iterable[Deed]) -> Iterator[str]:
    """The events as CSV with a byte order mark, CRLF line ends, heads in the reader's language, no cell a formula."""
    heads = [say(language, f"sheet.{name}") for name in COLUMNS]
    yield BOM + csv_lines([heads])
    for some in _handfuls(deeds):
        yield csv_lines([harmless(cell) for cell in _cells(language, deed)] for deed in some)


def jsonl_text(language: Language, deeds: Iterable[Deed]) -> Iterator[str]:
    """The events as the lines that `wenzheng show events --jsonl` prints."""
    for some in _handfuls(deeds):
        yield "".join(json.dumps(event_line(deed.event), ensure_ascii=False) + "\n" for deed in some)


def _handfuls(deeds: Iterable[Deed]) -> Iterator[tuple[Deed, ...]]:
    """Some at a time: a piece of text for each deed alone would spend more time on its way than in the making."""
    rest = iter(deeds)
    while some := tuple(islice(rest, HANDFUL)):
        yield some


def csv_lines(rows: Iterable[Sequence[str]]) -> str:
    """Rows as lines of CSV, with CRLF line ends."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet program would run it."""
    return f"'{cell}" if cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA) else cell


def _cells(language: Language, deed: Deed) -> Sequence[str]:
    event = deed.event
    return (
        event.when.value or "",
        worded(language, event.when.basis),
        event.when.printed,
        _all(event.actors),
        event.action,
        say(language, f"activity.{event.activity}"),
        event.target,
        "、".join(event.places),
        _all(event.participants),
        say(language, f"standing.{event.standing}"),
        deed.newspaper,
        deed.title,
        event.page,
        " ".join(f"{s.start}–{s.end}" for s in event.spans),  # a hyphen would make a day of 4-17
        "；".join(dict.fromkeys(other.page for other in deed.told_again)),
        corrected_words(language, deed.corrected),
    )


def _all(people: Iterable[Person]) -> str:
    return "、".join(map(named, people))
