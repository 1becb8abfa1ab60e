"""From what is pressed on the tab "Pages" to what it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rag import Kept, Language, RagError
from ui.handlers.sent import leaf_of, text_of
from ui.keeping.folder import DELETED, own_file
from ui.keeping.job import Indexing
from ui.keeping.state import BusyError
from ui.ports import Asked
from ui.present.fates import job_html
from ui.present.nothing import problem
from ui.present.pager import Pages
from ui.present.pages import COLUMNS, LEAF, Leaf, deleted_html, pages_table, question_of_deleting
from ui.problems import one_line, report

Fields = Mapping[str, str]
Parts = dict[str, str]
"""From the name of a part of the tab to what it now shows."""

_DIGITS = re.compile(r"(\d+)")
LONGEST_NAME = 1024
"""Characters of a page's name: a path inside a folder."""


def listed(assistant: Asked, language: Language, fields: Fields) -> Parts:
    """The leaf of the list that `text`, `by`, `falling` and `page` ask for, as the part `rows`."""
    try:
        return {"rows": _table(assistant, language, fields)}
    except RagError as error:
        return {"rows": problem(language, "pages.failed_list", str(error))}
    except Exception as error:
        report(error)
        return {"rows": problem(language, "problem.other")}


def state(indexing: Indexing, language: Language) -> Parts:
    """How reading is going: the part `job`, and `running`, which is empty when nothing runs."""
    job = indexing.job()
    return {"job": job_html(language, job), "running": "yes" if job.running else ""}


def begun(indexing: Indexing, language: Language, again: bool) -> Parts:
    """Start reading what arrived, or the folder again; the state after that."""
    if again:
        indexing.forget()
    indexing.begin(again)
    return state(indexing, language)


def sure(assistant: Asked, indexing: Indexing, language: Language, name: str) -> Parts:
    """What is asked before the page of that name is deleted: `name` and `lines`, both text; none for an unknown page."""
    kept = next((page for page in assistant.pages() if page.name == name), None)
    if kept is None:
        return {}
    has_file, folder = own_file(indexing.folder, name) is not None, indexing.folder
    lines = question_of_deleting(language, kept, str(folder / DELETED) if has_file else "", str(folder))
    return {"name": name, "lines": "\n".join(lines)}


def deleted(indexing: Indexing, language: Language, name: str) -> Parts:
    """Delete the page; what is said of it, as the part `said`."""
    try:
        gone = indexing.delete(name)
    except BusyError:
        return {"said": problem(language, "pages.busy")}
    except RagError as error:
        return {"said": problem(language, "pages.not_deleted", one_line(error))}
    return {"said": deleted_html(language, gone)}


def name_of(sent: object) -> str:
    """The name of a page as a script of the page sent it."""
    return text_of(sent, "name", LONGEST_NAME)


def _table(assistant: Asked, language: Language, fields: Fields) -> str:
    words = fields.get("text", "").casefold().split()
    found = [page for page in assistant.pages() if all(word in _searched(page) for word in words)]
    by = fields["by"] if fields.get("by") in COLUMNS else COLUMNS[0]
    falling = bool(fields.get("falling"))
    ordered = _sorted(found, by, falling)
    articles = sum(page.articles for page in found)
    number = min(leaf_of(fields), Pages(len(found), LEAF, 1).last)
    rows = tuple(ordered[(number - 1) * LEAF : number * LEAF])
    return pages_table(language, Leaf(rows, len(found), articles, by, falling, number), bool(words))


def _searched(page: Kept) -> str:
    return f"{page.name} {page.newspaper} {page.issued or ''}".casefold()


def _sorted(pages: list[Kept], by: str, falling: bool) -> list[Kept]:
    """By that column, what is unknown at the end either way, equals by name."""
    known = [page for page in pages if getattr(page, by) not in ("", None)]
    known.sort(key=lambda page: _natural(page.name))
    known.sort(key=lambda page: _natural(str(getattr(page, by))), reverse=falling)
    return known + [page for page in pages if getattr(page, by) in ("", None)]


def _natural(text: str) -> tuple[int | str, ...]:
    """To sort by: case left aside, and page 2 before page 10."""
    return tuple(int(piece) if piece.isdecimal() else piece for piece in _DIGITS.split(text.casefold()))
