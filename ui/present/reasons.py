"""The library's own lines, which are English, in a few words of the reader's language."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from rag import Language
from ui.present.escape import escaped
from ui.present.places import without_places
from ui.strings import say


def reason(language: Language, line: str) -> str:
    """A line about a file in words of the page; empty for a line nobody foresaw."""
    return _said(language, line, "reasons.tsv")


def file_detail(language: Language, line: str) -> str:
    """A line about a file as text: the library's own; for a reader of Chinese in the page's words, as far as they are there."""
    return (reason(language, line) if language is Language.ZH else "") or detail(language, line)


def detail(language: Language, line: str) -> str:
    """What the library says of what was asked or wanted of it, as text: its own line; for a reader of Chinese in the page's
    words, as far as they are there for it."""
    return _detail(language, line) or without_places(line)


def detail_line(language: Language, line: str) -> str:
    """The same as HTML."""
    if words := _detail(language, line):
        return f'<p class="detail">{escaped(words)}</p>'
    return f'<p class="detail" lang="en">{escaped(without_places(line))}</p>' if line else ""


def own_line(language: Language, line: str, words: str) -> str:
    """The library's line itself as HTML: beside the page's `words` for a reader of English, in their place for others."""
    if not line or line.casefold() == words.casefold() or (words and language is Language.ZH):
        return ""
    return f'<span class="own" lang="en">{escaped(without_places(line))}</span>'


def _detail(language: Language, line: str) -> str:
    return _said(language, line, "details.tsv") if language is Language.ZH else ""


def _said(language: Language, line: str, table: str) -> str:
    """The words of the first row that the line holds; {rest} is what stands in it behind that."""
    part, key = next((row for row in _rows(table) if row[0] in line), ("", ""))
    return say(language, key, rest=line.partition(part)[2].strip()) if key else ""


@lru_cache(maxsize=2)
def _rows(table: str) -> tuple[tuple[str, str], ...]:
    text = files("ui").joinpath("static", table).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((part, key) for part, key in rows)
