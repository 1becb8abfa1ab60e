"""The sheets of the PDF that a page was read of, one below the other, for whoever asks to see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from rag import Language, RagError, sheet_sizes
from ui.keeping.original import Original, is_printed, original, original_path
from ui.ports import Asked
from ui.present.escape import escaped
from ui.present.reasons import file_detail
from ui.problems import one_line
from ui.sheets import sheet_link
from ui.strings import say

LONGEST = 1024
"""Characters of a page's name: a path inside a folder."""


def place_of_sheets(language: Language, page: str) -> str:
    """Where the sheets of that page's file come once they are looked at: nobody else waits until the file was opened."""
    return f'<div data-sheets="{escaped(page)}"><p class="pending" role="status">{say(language, "evidence.opening")}</p></div>'


def sheets_of(assistant: Asked, language: Language, sent: object, folder: Path) -> str:
    """The sheets of the `page` that a script of the page names, each drawn when it comes into view; a line where the file was
    changed since it was read, or cannot be shown."""
    page = sent.get("page") if isinstance(sent, Mapping) else None
    if not isinstance(page, str) or len(page) > LONGEST:
        return ""
    try:
        found, sizes = _found(assistant, page, folder)
    except RagError as error:
        return _line(file_detail(language, one_line(error)))
    return _shown(language, found, sizes) if found else _line(say(language, "original.gone"))


def _found(assistant: Asked, page: str, folder: Path) -> tuple[Original | None, Sequence[tuple[int, int]]]:
    """The file, and how large its sheets are; nothing of what is no page of the index, or has no PDF in the folder."""
    path = original_path(folder, page) if is_printed(page) else None
    digest = assistant.files([page]).get(page) if path else None
    if path is None or digest is None:
        return None, ()
    sizes = sheet_sizes(path, page)
    return original(folder, page, digest), sizes


def _shown(language: Language, found: Original, sizes: Sequence[tuple[int, int]]) -> str:
    changed = _line(say(language, "original.changed")) if found.changed else ""
    larger = (
        f'<p><button type="button" data-enlarge aria-pressed="false">{say(language, "evidence.enlarge")}</button></p>'
    )
    return changed + larger + "".join(_sheet(language, found.page, k, size) for k, size in enumerate(sizes))


def _sheet(language: Language, page: str, number: int, size: tuple[int, int]) -> str:
    label = escaped(say(language, "seen.sheet", n=number + 1))
    wide, high = size
    return (
        f'<div class="sheet" role="group" tabindex="0" aria-label="{label}"><img src="{escaped(sheet_link(page, number))}" '
        f'width="{wide}" height="{high}" alt="{label}" loading="lazy" data-undrawn="{say(language, "evidence.undrawn")}"></div>'
    )


def _line(words: str) -> str:
    return f'<p class="warning" role="alert">{escaped(words)}</p>'
