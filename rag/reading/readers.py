"""Which kinds of file hold a page, what turns the bytes of each into text, and what it tells beside that."""

from __future__ import annotations

from collections.abc import Callable

from rag.reading.beside import Beside, beside_markdown, beside_web
from rag.reading.markdown import read_markdown
from rag.reading.ofd import read_ofd
from rag.reading.oldword import read_old_word
from rag.reading.pictures.apart import PICTURES, is_installed
from rag.reading.plain import decode
from rag.reading.richtext import read_rich_text
from rag.reading.saved import beside_saved, read_saved
from rag.reading.web import read_web
from rag.reading.word import read_word

WEB = (".html", ".htm", ".xhtml", ".shtml", ".shtm")
"""Web pages by the names that servers of newspapers and governments give them."""

SAVED = (".mhtml", ".mht")

OLD_WORD = (".doc", ".dot", ".wps", ".wpt")
"""Documents and templates of Word before 2007 and of WPS Writer, which keeps to the same form."""

READERS: dict[str, Callable[[bytes], str]] = {
    ".txt": decode,
    ".text": decode,
    ".md": read_markdown,
    ".markdown": read_markdown,
    **dict.fromkeys(WEB, read_web),
    **dict.fromkeys(SAVED, read_saved),
    ".ofd": read_ofd,
    ".docx": read_word,
    ".docm": read_word,
    **dict.fromkeys(OLD_WORD, read_old_word),
    ".rtf": read_rich_text,
}
"""File suffix -> reader. Each raises PageError with the fact (the file's name comes before it) and the remedy."""

BESIDE: dict[str, Callable[[bytes], Beside]] = {
    **dict.fromkeys(WEB, beside_web),
    **dict.fromkeys(SAVED, beside_saved),
    ".md": beside_markdown,
    ".markdown": beside_markdown,
}
"""File suffix -> what such a file tells of its issue beside its text; other kinds tell nothing."""

AS_WRITTEN = frozenset((".txt", ".text", ".md", ".markdown"))
"""Kinds whose text is the file as it is written, whatever it looks like."""

SUFFIXES = frozenset((*READERS, ".pdf", *(PICTURES if is_installed() else ())))
"""Kinds that hold a page; pictures only where they can be read here."""
