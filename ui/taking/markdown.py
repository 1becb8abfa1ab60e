"""A dossier as Markdown with footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag import Language
from ui.taking.dossier import Dossier

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LINE_BEGINS = re.compile(r"^([^\S\n]*)([-+=]|\d+[.)])", re.MULTILINE)
"""What would begin a list or underline a heading."""
_MARKS = {"heading": "## ", "said": "", "quote": "> ", "corrected": "", "gloss": ""}


def markdown(language: Language, dossier: Dossier) -> bytes:
    """UTF-8. What the newspaper prints shows as it is printed, whatever signs it holds."""
    return "\n".join((*_body(language, dossier), "", *_notes(language, dossier), "")).encode()


def escaped(text: str) -> str:
    """`text` on one line so that Markdown shows exactly it."""
    return _LINE_BEGINS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", " ".join(text.split("\n"))))


def _body(language: Language, dossier: Dossier) -> Iterator[str]:
    yield f"# {escaped(dossier.title)}"
    for block in dossier.blocks(language):
        note = f"[^{block.number}]" if block.number else ""
        yield f"\n{_MARKS[block.kind]}{escaped(block.text)}{note}"


def _notes(language: Language, dossier: Dossier) -> Iterator[str]:
    for number, quote in enumerate(dossier.quotes(), start=1):
        yield f"[^{number}]: {escaped(quote.footnote(language))}"
