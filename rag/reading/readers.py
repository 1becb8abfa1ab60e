"""Which kinds of file hold a page, what turns the bytes of each into text, and what it tells beside that."""

from __future__ import annotations

from collections.abc import Callable

from rag.reading.beside import Beside, beside_markdown, beside_web
from rag.reading.markdown import read_markdown
from rag.reading.pdf import read_pdf
from rag.reading.plain import decode
from rag.reading.web import read_web
from rag.reading.word import read_word

READERS: dict[str, Callable[[bytes], str]] = {
    ".txt": decode,
    ".md": read_markdown,
    ".html": read_web,
    ".htm": read_web,
    ".pdf": read_pdf,
    ".docx": read_word,
}
"""File suffix -> reader. Each raises PageError with the fact (the file's name comes before it) and the remedy."""

BESIDE: dict[str, Callable[[bytes], Beside]] = {".html": beside_web, ".htm": beside_web, ".md": beside_markdown}
"""File suffix -> what such a file tells of its issue beside its text; other kinds tell nothing."""

SUFFIXES = frozenset(READERS)
