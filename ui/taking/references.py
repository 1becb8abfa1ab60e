"""The articles of a dossier for programs that keep references: BibTeX, RIS, CSL-JSON. Each article once, with a note of its file
and of what somebody corrected of what is cited."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from rag import Language, Reading
from ui.present.corrected import corrected_words
from ui.taking.dossier import Dossier, Quoted

_GAPS = re.compile(r"\s+")
_BRACES = str.maketrans("{}\\", "｛｝＼")
"""Signs that BibTeX counts or takes for commands, even inside a title, in their full width."""
_JOINT = "；"
"""Between notes where there is room for one."""


def bibtex(language: Language, dossier: Dossier) -> bytes:
    """UTF-8, for biber and bibtex8 alike."""
    from pybtex.database import BibliographyData, Entry, Person

    entries = {}
    for key, reading, notes in _articles(language, dossier):
        fields = {name: value.translate(_BRACES) for name, value in _bibtex_fields(reading, notes).items() if value}
        people = [Person(last=f"{{{name.translate(_BRACES)}}}") for name in reading.article.reporters]
        entries[key] = Entry("article", fields=fields, persons={"author": people} if people else {})
    return str(BibliographyData(entries).to_string("bibtex")).encode()


def ris(language: Language, dossier: Dossier) -> bytes:
    """UTF-8, type NEWS."""
    import rispy

    class Plain(rispy.RisWriter):  # type: ignore[misc]
        def set_header(self, count: int) -> str:
            """None: a number before each reference is no RIS, and not every program skips it."""
            return ""

    entries = [_ris_fields(*article) for article in _articles(language, dossier)]
    return str(rispy.dumps(entries, implementation=Plain)).encode()


def csl(language: Language, dossier: Dossier) -> bytes:
    """UTF-8 JSON as citation processors and Zotero read it."""
    items = [_csl_item(*article) for article in _articles(language, dossier)]
    return json.dumps(items, ensure_ascii=False, indent=1).encode()


def _articles(language: Language, dossier: Dossier) -> Iterator[tuple[str, Reading, list[str]]]:
    """Each article that is quoted, under a key of letters and digits, with the notes on it: its file, and what was corrected of
    any of its quotations."""
    quoted: defaultdict[tuple[str, int], list[Quoted]] = defaultdict(list)
    for quote in dossier.quotes():
        quoted[quote.reading.page.name, quote.reading.article.number].append(quote)
    for (page, number), quotes in quoted.items():
        corrected = corrected_words(language, dict.fromkeys(ruled for quote in quotes for ruled in quote.corrected))
        notes = [_line(note) for note in (page, corrected) if note]
        yield f"wenzheng{quotes[0].reading.page.digest[:8]}n{number}", quotes[0].reading, notes


def _line(text: str) -> str:
    return _GAPS.sub(" ", text).strip()


def _date(reading: Reading) -> list[int]:
    """Year, month and day as far as they are printed; derived days are no part of a reference."""
    return [int(part) for part in (reading.issued or "").split("-") if part.isdecimal()]


def _bibtex_fields(reading: Reading, notes: list[str]) -> dict[str, str]:
    page = reading.page
    year, month, day = ([str(part) for part in _date(reading)] + [""] * 3)[:3]
    return {
        "title": _line(reading.article.title),
        "journal": _line(page.newspaper),
        "year": year,
        "month": month,
        "day": day,
        "pages": page.edition,
        "note": _JOINT.join(notes),
        "langid": "chinese",
    }


def _ris_fields(key: str, reading: Reading, notes: list[str]) -> dict[str, Any]:
    page = reading.page
    date = _date(reading)
    fields = {
        "type_of_reference": "NEWS",
        "id": key,
        "title": _line(reading.article.title),
        "secondary_title": _line(page.newspaper),
        "authors": [_line(name) for name in reading.article.reporters],
        "year": str(date[0]) if date else "",
        "date": "/".join(f"{part:02d}" for part in date) if date else "",
        "start_page": page.edition,
        "language": "zh",
        "notes": notes,
    }
    return {name: value for name, value in fields.items() if value}


def _csl_item(key: str, reading: Reading, notes: list[str]) -> dict[str, Any]:
    page = reading.page
    item: dict[str, Any] = {
        "id": key,
        "type": "article-newspaper",
        "title": _line(reading.article.title),
        "container-title": _line(page.newspaper),
        "page": page.edition,
        "language": "zh",
        "note": _JOINT.join(notes),
        "author": [{"literal": name} for name in reading.article.reporters],
    }
    if date := _date(reading):
        item["issued"] = {"date-parts": [date]}
    return {name: value for name, value in item.items() if value}
