"""A web page's tree made ready to be read: what is hidden goes, a table's cells share a line, a picture may be a character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rag.reading.softbreaks import LINE_END
from rag.reading.ways import ENTRY, without_ways
from rag.script import HAN

CELL, TELLING = 40, 200
"""Characters of a cell in a table of facts, and of the one cell of a row that may say more; what is longer, or has several
paragraphs, is a column of a page that a table lays out.
"""

HIDDEN_MOST = 0.5
"""Share of a page's text above which what is hidden will be shown by a script, and is the page."""

HOME = frozenset(("首页", "网站首页", "返回首页", "主页", "首頁", "Home"))

_MOMENT = re.compile(
    r"(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d\d:\d\d(?::\d\d)?)?|年\d{1,2}月\d{1,2}日 ?\d\d:\d\d(?::\d\d)?)"
)
_FEED = re.compile(r"[\v\f]")
_NO_XML = re.compile(r"[\x00-\x08\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What lxml reads, written or as a reference, and does not write back: no text that has it can be changed or moved."""
_HIDDEN = re.compile(r"(?:^|;)\s*display\s*:\s*none", re.I)
_CHARACTER = re.compile(rf"[{HAN}]")
_NO_CHARACTER = frozenset("图照")
"""What stands for a picture itself."""


def prepare(root: Any) -> None:
    """Change the tree so that its text, in order, is what a reader sees."""
    _only_text(root)
    _without_hidden(root)
    _without_menus(root)
    without_ways(root)
    for element in root.iter("em", "i", "span", "time", "label"):
        if element.text and _MOMENT.fullmatch(element.text.strip()) and not len(element):
            element.text = f" {element.text} "  # set apart by its style alone
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
            element.text = (element.text or "").replace("\n", LINE_END)
            if element is not kept:
                element.tail = (element.tail or "").replace("\n", LINE_END)
    for row in root.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) > 1 and all(map(_plain, cells)) and facts([_size(cell) for cell in cells]):
            for cell in cells:
                _inline(cell, last=cell is cells[-1])


def _only_text(root: Any) -> None:
    """Leave out what is no text; a form feed is a line's end of the file."""
    for element in root.iter():
        if element.text and _NO_XML.search(element.text):
            element.text = _written(element.text)
        if element.tail and _NO_XML.search(element.tail):
            element.tail = _written(element.tail)


def _written(text: str) -> str:
    return _NO_XML.sub("", _FEED.sub("\n", text))


def _without_hidden(root: Any) -> None:
    """Drop what is hidden; of elements inside one another the outer one decides."""
    size = 0
    left = [root]
    while left:
        element = left.pop()
        if not (element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")):
            left.extend(element)
            continue
        size = size or _size(root)
        if element is not root and _size(element) < HIDDEN_MOST * size:
            element.drop_tree()
        else:
            left.extend(element)


def _without_menus(root: Any) -> None:
    """Drop the lists of ways to other pages that begin at the way home; what holds other words is no such list."""
    known: dict[Any, bool] = {}
    for link in [a for a in root.iter("a") if "".join(a.itertext()).strip() in HOME]:
        menu, around = None, link.getparent()
        while around is not None:
            if around not in known:
                known[around] = _only_links(around)
            if not known[around]:
                break
            menu, around = around, around.getparent()
        if menu is not None and menu.getparent() is not None and menu.tag != "body" and _several(menu.iter("a")):
            menu.drop_tree()


def _several(found: Iterator[Any]) -> bool:
    return next(found, None) is not None and next(found, None) is not None


def _only_links(element: Any) -> bool:
    links = ["".join(a.itertext()).strip() for a in element.iter("a")]
    return max(map(len, links)) <= ENTRY and _size(element) == sum(map(len, links))


def _size(element: Any) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def facts(sizes: Sequence[int]) -> bool:
    """Whether cells of these sizes are a row of facts, to be read on one line."""
    *few, most = sorted(sizes)
    return most <= TELLING and all(size <= CELL for size in few)


def _plain(cell: Any) -> bool:
    """Whether a cell has at most one paragraph."""
    return sum(child.tag in ("p", "div", "table", "ul", "br") for child in cell.iter()) <= 1


def _inline(cell: Any, last: bool) -> None:
    """The cell on the line of its row, a space's width from its neighbour."""
    for element in _all(cell):
        element.tag = "span"
    cell.tail = "" if last else "\u3000"


def _all(cell: Any) -> Iterator[Any]:
    return iter(list(cell.iter("td", "th", "p", "div", "table", "tbody", "tr", "ul", "li", "br")))
