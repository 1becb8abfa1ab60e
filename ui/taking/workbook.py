"""A dossier as an Excel workbook: a row for each quotation, every cell text, so that none is worked out as a formula."""

from __future__ import annotations

import io

from rag import Language
from ui.present.corrected import corrected_words
from ui.present.gloss import gloss_words
from ui.strings import say
from ui.taking.dossier import Dossier, Entry, Quoted, Section

COLUMNS = (
    ("number", 6), ("section", 12), ("said", 40), ("quote", 70), ("footnote", 50),
    ("newspaper", 16), ("issued", 12), ("title", 36), ("page", 24), ("spans", 14), ("corrected", 40),
)  # fmt: skip
"""Names of the columns and how many characters wide they are."""
GLOSS = ("gloss", 60)
"""The column with names and terms of a quotation in English, the last, for whoever reads English."""
SHEET = "Wenzheng"
LONGEST = 32_767
"""Characters that a cell may hold."""


def workbook(language: Language, dossier: Dossier) -> bytes:
    """An .xlsx whose first row are heads in the reader's language. A cell's text that is too long for one is cut."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": dossier.title[:255]})
        sheet = book.add_worksheet(SHEET)
        sheet.freeze_panes(1, 0)
        head, body = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for column, (name, width) in enumerate(_columns(language)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, say(language, f"taking.{name}"), head)
        for row, cells in enumerate(_rows(language, dossier), start=1):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell[:LONGEST], body)
    return file.getvalue()


def _rows(language: Language, dossier: Dossier) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for section in dossier.sections:
        for entry in section.entries:
            for quote in entry.quotes or (None,):
                rows.append(_row(language, len(rows) + 1, section, entry, quote))
    if dossier.left_out:
        rows.append(("", "", say(language, "taking.left_out", count=dossier.left_out)))
    return rows


def _row(language: Language, number: int, section: Section, entry: Entry, quote: Quoted | None) -> tuple[str, ...]:
    told = (str(number), section.heading, entry.said)
    if quote is None:
        return told
    page = quote.reading.page
    spans = " ".join(f"{s.start}–{s.end}" for s in quote.spans)
    corrected = corrected_words(language, quote.corrected)
    where = (page.newspaper, quote.reading.issued or "", quote.reading.article.title, page.name, spans)
    gloss = (gloss_words(language, quote.glosses),) if GLOSS in _columns(language) else ()
    return (*told, quote.words, quote.footnote(language), *where, corrected, *gloss)


def _columns(language: Language) -> tuple[tuple[str, int], ...]:
    return (*COLUMNS, GLOSS) if language is Language.EN else COLUMNS
