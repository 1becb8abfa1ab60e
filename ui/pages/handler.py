"""From what is pressed on the tab "Pages" to what it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from rag import Kept, Language, RagError
from ui.following.follower import Follower, Standing
from ui.following.view import followed_html
from ui.handlers.sent import leaf_of
from ui.keeping.folder import DELETED, own_file
from ui.keeping.job import Indexing
from ui.keeping.original import original
from ui.keeping.state import BusyError
from ui.pages.fates import job_html
from ui.pages.table import COLUMNS, LEAF, Leaf, deleted_html, pages_table, question_of_deleting
from ui.ports import Asked
from ui.present.nothing import problem
from ui.present.pager import Pages
from ui.present.places import called
from ui.problems import one_line, report

Fields = Mapping[str, str]
Parts = dict[str, str]
"""From the name of a part of the tab to what it now shows."""

_DIGITS = re.compile(r"(\d+)")
LONGEST_NAME = 1024
"""Characters of a page's name: a path inside a folder."""
MOST_NAMES = 1000
"""Pages deleted at a time: as many as anybody ticks, leaf after leaf."""
Names = tuple[str, ...]


def listed(assistant: Asked, language: Language, fields: Fields, folder: Path | None = None) -> Parts:
    """The leaf of the list that `text`, `by`, `falling` and `page` ask for, as the part `rows`; the files that are kept of its
    pages lie in `folder`."""
    try:
        return {"rows": _table(assistant, language, fields, folder)}
    except RagError as error:
        return {"rows": problem(language, "pages.failed_list", str(error))}
    except Exception as error:
        report(error)
        return {"rows": problem(language, "problem.other")}


def state(indexing: Indexing, language: Language) -> Parts:
    """How reading is going: the part `job`, and `running`, which is empty when nothing runs."""
    job = indexing.job()
    return {"job": job_html(language, job), "running": "yes" if job.running else ""}


def followed(following: Follower | None, language: Language, folder: Path, may_edit: bool) -> Parts:
    """What following the folder came to: the part `followed`, and `step`, which changes with each decision; no part where
    nobody follows."""
    if following is None:
        return {}
    try:
        standing = following.standing()
    except RagError as error:
        standing = Standing(trouble=one_line(error))
    step = standing.decisions[0].at + standing.decisions[0].name if standing.decisions else "none"
    return {"followed": followed_html(language, standing, folder, may_edit), "step": step}


def kept(following: Follower | None, names: Names) -> None:
    """Pages in the bin stay in the index after all."""
    if following is not None:
        following.keep(names)


def begun(indexing: Indexing, language: Language, again: bool) -> Parts:
    """Start reading what arrived, or the folder again; the state after that."""
    if again:
        indexing.forget()
    indexing.begin(again)
    return state(indexing, language)


def sure(assistant: Asked, indexing: Indexing, language: Language, names: Names) -> Parts:
    """What is asked before the pages of those names are deleted: `title`, `name` and `lines`, all text; none if no page
    has one of the names."""
    kept = [page for page in assistant.pages() if page.name in names]
    if not kept:
        return {}
    folder = indexing.folder
    has_files = any(own_file(folder, page.name) is not None for page in kept)
    return question_of_deleting(
        language,
        kept,
        called(folder, folder / DELETED) if has_files else "",
        called(folder).rstrip("/"),
        indexing.own(),
    )


def deleted(indexing: Indexing, language: Language, names: Names, moved: bool = False) -> Parts:
    """Delete the pages; what is said of them, as the part `said`, and as `wrong` whether they were left. With `moved` files of
    another's folder go as well."""
    try:
        gone = indexing.delete(*names, files=moved or indexing.own())
    except BusyError:
        return {"said": problem(language, "pages.busy"), "wrong": "yes"}
    except RagError as error:
        return {"said": problem(language, "pages.not_deleted", one_line(error)), "wrong": "yes"}
    return {"said": deleted_html(language, gone, indexing.folder), "wrong": ""}


def names_of(sent: object) -> Names:
    """The names of pages as a script of the page sent them, each once."""
    given = sent.get("names") if isinstance(sent, Mapping) else None
    names = (
        [name for name in given if isinstance(name, str) and 0 < len(name) <= LONGEST_NAME]
        if isinstance(given, list)
        else []
    )
    return tuple(dict.fromkeys(names))[:MOST_NAMES]


def _table(assistant: Asked, language: Language, fields: Fields, folder: Path | None) -> str:
    words = fields.get("text", "").casefold().split()
    found = [page for page in assistant.pages() if all(word in _searched(page) for word in words)]
    by = fields["by"] if fields.get("by") in COLUMNS else COLUMNS[0]
    falling = bool(fields.get("falling"))
    ordered = _sorted(found, by, falling)
    articles = sum(page.articles for page in found)
    number = min(leaf_of(fields), Pages(len(found), LEAF, 1).last)
    rows = tuple(ordered[(number - 1) * LEAF : number * LEAF])
    files = assistant.files([page.name for page in rows]) if folder else {}
    kept = {name: one for name, digest in files.items() if (one := original(folder, name, digest))}
    return pages_table(language, Leaf(rows, len(found), articles, by, falling, number, kept), bool(words))


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
