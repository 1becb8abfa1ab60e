"""What watches found, and where names are printed, as CSV for a spreadsheet: no cell is worked out as a formula."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rag import Language, Printed, Spans
from ui.present.corrected import corrected_words
from ui.present.sheet import BOM, csv_lines, harmless
from ui.strings import say
from ui.watches.showing import Shown

HITS = ("found", "date", "newspaper", "title", "page", "quote", "spans", "corrected")
NAMES = ("name", "times", "date", "newspaper", "title", "page", "quote", "spans", "corrected")
HANDFUL = 500
"""Rows written at a time."""


def hits_csv(language: Language, shown: Iterable[Shown]) -> Iterator[str]:
    """A row for each hit, the newest first."""
    return _sheet(language, HITS, (_hit(language, one) for one in shown))


def names_csv(language: Language, names: Sequence[str], found: Sequence[Printed]) -> Iterator[str]:
    """For each name, in the order given, a row for each sentence and headline that holds it, with how many there are; one row
    for a name that is printed nowhere."""
    times = Counter(printed.name for printed in found)
    of_name: dict[str, list[Printed]] = {name: [] for name in names}
    for printed in found:
        of_name[printed.name].append(printed)
    rows = (row for name, own in of_name.items() for row in _name(language, name, times[name], own))
    return _sheet(language, NAMES, rows)


def _hit(language: Language, one: Shown) -> Sequence[str]:
    where = (one.page.newspaper, one.title, one.page.name, one.quote, _spans(one.hit.spans))
    return one.hit.found, one.date, *where, corrected_words(language, one.corrected)


def _name(language: Language, name: str, times: int, found: Sequence[Printed]) -> Iterator[Sequence[str]]:
    if not found:
        yield (name, "0", *[""] * (len(NAMES) - 2))
    for one in found:
        p = one.passage
        where = (one.newspaper, p.heading, p.page, p.text, _spans(p.spans))
        yield name, str(times), p.date or "", *where, corrected_words(language, one.corrected)


def _spans(spans: Spans) -> str:
    return " ".join(f"{s.start}–{s.end}" for s in spans)  # a hyphen would make a day of 4-17


def _sheet(language: Language, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield BOM + csv_lines([[say(language, f"watches.column.{name}") for name in columns]])
    some: list[Sequence[str]] = []
    for row in rows:
        some.append([harmless(cell) for cell in row])
        if len(some) == HANDFUL:
            yield csv_lines(some)
            some = []
    if some:
        yield csv_lines(some)
