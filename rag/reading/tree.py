"""A web page's tree made ready to be read: what is hidden goes, a table's cells share a line, a picture may be a character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rag.script import HAN

CELL = 40
"""Characters of a cell in a table of facts; a longer one is a column of a page that a table lays out."""

HIDDEN_MOST = 0.5
"""Share of a page's text above which what is hidden will be shown by a script, and is the page."""

_HIDDEN = re.compile(r"(?:^|;)\s*display\s*:\s*none", re.I)
_CHARACTER = re.compile(rf"[{HAN}]")
_NO_CHARACTER = frozenset("图照")
"""What stands for a picture itself."""


def prepare(root: Any) -> None:
    """Change the tree so that its text, in order, is what a reader sees."""
    _without_hidden(root)
    for picture in root.iter("img"):
        alt = (picture.get("alt") or "").strip()
        if _CHARACTER.fullmatch(alt) and alt not in _NO_CHARACTER:
            picture.text = alt
    for link in root.iter("a"):
        after = link.getnext()
        if not link.tail and after is not None and after.tag == "a":
            link.tail = " "  # ways to other pages stand apart by their style alone
    for kept in root.iter("pre", "textarea"):
        for element in kept.iter():
            _lines(element)
    for row in root.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) > 1 and all(map(_short, cells)):
            for cell in cells:
                _inline(cell, last=cell is cells[-1])


def _without_hidden(root: Any) -> None:
    hidden = [e for e in root.iter() if e.get("hidden") is not None or _HIDDEN.search(e.get("style") or "")]
    if hidden:
        size = _size(root)
        for element in hidden:
            if element.getparent() is not None and _size(element) < HIDDEN_MOST * size:
                element.drop_tree()


def _size(element: Any) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _short(cell: Any) -> bool:
    """Whether a cell holds a few words and at most one paragraph."""
    return _size(cell) <= CELL and sum(child.tag in ("p", "div", "table", "ul", "br") for child in cell.iter()) <= 1


def _inline(cell: Any, last: bool) -> None:
    """The cell on the line of its row, a space's width from its neighbour."""
    for element in _all(cell):
        element.tag = "span"
    cell.tail = "" if last else "\u3000"


def _all(cell: Any) -> Iterator[Any]:
    return iter(list(cell.iter("td", "th", "p", "div", "table", "tbody", "tr", "ul", "li", "br")))


def _lines(element: Any) -> None:
    """Line ends that are shown as such, as elements that do the same."""
    from lxml import html

    if element.text and "\n" in element.text:
        first, *rest = element.text.splitlines()
        element.text = first
        for k, line in enumerate(rest):
            element.insert(k, _break(html, line))
    if (
        element.getparent() is not None
        and element.tail
        and "\n" in element.tail
        and element.tag not in ("pre", "textarea")
    ):
        first, *rest = element.tail.splitlines()
        element.tail = first
        for k, line in enumerate(rest):
            element.getparent().insert(element.getparent().index(element) + 1 + k, _break(html, line))


def _break(html: Any, line: str) -> Any:
    made = html.Element("br")
    made.tail = line
    return made
