"""A Word document (.docx) -> its text, a line a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rag.errors import PageError
from rag.reading.packed import Packed, attribute, local
from rag.reading.saved import read_saved
from rag.reading.softbreaks import PARAGRAPH
from rag.reading.web import read_web
from rag.reading.wordbody import body_text
from rag.reading.wordtext import put_together

MAIN, PART = "officeDocument", "_rels/.rels"
FOREIGN = {".mht": read_saved, ".mhtml": read_saved, ".html": read_web, ".htm": read_web, ".xhtml": read_web}
"""Documents of other kinds that a converter put inside for Word to unfold."""

_DAMAGED = ("is damaged or is not a Word document", "open it in a word processor and save it again as .docx")


def read_word(data: bytes) -> str:
    """What a reader sees of a document: headers first, then text, tables row by row and text boxes where they are
    anchored, then notes and footers; paragraphs apart by an empty line.

    Raises PageError for what is damaged, or unpacks to an absurd size.
    """
    packed = Packed(data, _DAMAGED)
    main = next((target for _, kind, target in _relations(packed, "") if kind == MAIN), "word/document.xml")
    root = packed.tree(main)
    if root is None or local(root) != "document":
        raise PageError(*_DAMAGED)
    related = {number: (kind, target) for number, kind, target in _relations(packed, main)}
    return put_together(
        _margins(packed, root, related, "header"),
        [body_text(root, lambda number: _foreign(packed, related, number))],
        _notes(packed, related),
        _margins(packed, root, related, "footer"),
    )


def _relations(packed: Packed, part: str) -> Iterator[tuple[str, str, str]]:
    """(number, kind, name of the part) of what a part refers to inside the archive."""
    folder, _, name = part.rpartition("/")
    root = packed.tree(f"{folder}/_rels/{name}.rels" if part else PART)
    for one in () if root is None else root:
        target = attribute(one, "Target")
        if attribute(one, "TargetMode") != "External":
            target = target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"
            yield attribute(one, "Id"), attribute(one, "Type").rpartition("/")[2], target


def _margins(packed: Packed, root: Any, related: dict[str, tuple[str, str]], which: str) -> Iterator[str]:
    """The headers or footers that are shown."""
    shown = {"default"}
    settings = next((target for kind, target in related.values() if kind == "settings"), "")
    if any(local(e) == "titlePg" and attribute(e, "val") not in ("0", "false", "off") for e in root.iter()):
        shown.add("first")
    if b"evenAndOddHeaders" in packed.part(settings):
        shown.add("even")
    references = (r for r in root.iter() if local(r) == f"{which}Reference")
    numbers = (attribute(r, "id") for r in references if (attribute(r, "type") or "default") in shown)
    for number in dict.fromkeys(numbers):  # sections share them
        part = packed.tree(related.get(number, ("", ""))[1])
        if part is not None:
            yield body_text(part)


def _notes(packed: Packed, related: dict[str, tuple[str, str]]) -> list[str]:
    """Footnotes and endnotes, without the lines that part them from the text."""
    roots = [packed.tree(target) for kind, target in related.values() if kind in ("footnotes", "endnotes")]
    return [body_text(note) for root in roots if root is not None for note in root if not attribute(note, "type")]


def _foreign(packed: Packed, related: dict[str, tuple[str, str]], number: str) -> str:
    _, target = related.get(number, ("", ""))
    reader = next((reader for suffix, reader in FOREIGN.items() if target.lower().endswith(suffix)), None)
    data = packed.part(target)
    return reader(data).replace("\n\n", PARAGRAPH) if reader and data.strip() else ""
