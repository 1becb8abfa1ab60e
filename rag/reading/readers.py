"""Which kinds of file hold a page, what turns the bytes of each into text, and what it tells beside that.

The module of a reader is loaded for the first file that needs it: most folders hold files of one kind, and the process that
reads them begins anew for each folder.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from rag.reading.pictures.known import PICTURES, is_installed

if TYPE_CHECKING:
    from rag.reading.beside import Beside


def _in(module: str, name: str) -> Callable[[bytes], Any]:
    """The function of that name in a module of this room."""
    return lambda data: getattr(import_module(f"rag.reading.{module}"), name)(data)


TEXT = (".txt", ".text")

WEB = (".html", ".htm", ".xhtml", ".shtml", ".shtm")
"""Web pages by the names that servers of newspapers and governments give them."""

SAVED = (".mhtml", ".mht")

OLD_WORD = (".doc", ".dot", ".wps", ".wpt")
"""Documents and templates of Word before 2007 and of WPS Writer, which keeps to the same form."""

PRINTED = (".pdf", ".ofd")
"""Kinds that are read by where letters stand on their sheets."""

READERS: dict[str, Callable[[bytes], str]] = {
    **dict.fromkeys(TEXT, _in("plain", "decode")),
    **dict.fromkeys((".md", ".markdown"), _in("markdown", "read_markdown")),
    **dict.fromkeys(WEB, _in("web", "read_web")),
    **dict.fromkeys(SAVED, _in("saved", "read_saved")),
    ".ofd": _in("ofd", "read_ofd"),
    **dict.fromkeys((".docx", ".docm"), _in("word", "read_word")),
    **dict.fromkeys(OLD_WORD, _in("oldword", "read_old_word")),
    ".rtf": _in("richtext", "read_rich_text"),
}
"""File suffix -> reader. Each raises PageError with the fact (the file's name comes before it) and the remedy."""

BESIDE: dict[str, Callable[[bytes], Beside]] = {
    **dict.fromkeys(WEB, _in("beside", "beside_web")),
    **dict.fromkeys(SAVED, _in("saved", "beside_saved")),
    **dict.fromkeys((".md", ".markdown"), _in("beside", "beside_markdown")),
}
"""File suffix -> what such a file tells of its issue beside its text; other kinds tell nothing."""

AS_WRITTEN = frozenset((*TEXT, ".md", ".markdown"))
"""Kinds whose text is the file as it is written, whatever it looks like."""

SUFFIXES = frozenset((*READERS, ".pdf", *(PICTURES if is_installed() else ())))
"""Kinds that hold a page; pictures only where they can be read here."""
