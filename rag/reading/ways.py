"""Lists of ways to other articles on a web page: left out where the page has something to read besides.

Told by how the page is built: elements that hold links, days and marks and nothing else, or behind a heading that
announces other articles (相关阅读) entries that each begin with a link. A link in a sentence, a file to take away, the points
that a paragraph announces and links among an article's paragraphs stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from rag.reading.furniture import Furniture, furniture_kind
from rag.tables import any_of

ENTRY = 8
"""Characters of an entry of a menu; a headline has more."""

LEAST = 20
"""Characters of a sentence that shows a page to have something to read."""

TITLED = 12
"""Characters of a heading over a list in a box of its own; a longer one may be an article's."""

NEAR = 8
"""Elements behind a heading among which what it heads begins; templates put a few empty ones between."""

_STOP = "。"
_OPEN = ("：", ":")
_DAY = re.compile(r"[\[（(]?(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s\d\d:\d\d(?::\d\d)?)?[\]）)]?")
_MARKS = re.compile(r"[^\w\u3400-\u9fff]{0,40}\d{0,3}[^\w\u3400-\u9fff]{0,40}")
"""Bullets, numbers of a ranking, rules."""
_FILE = re.compile(rf"\.(?:{any_of('linked_files')})(?:[?#]|$)", re.I)
_WHOLE = frozenset(("html", "body"))
_PARAGRAPH = frozenset(("p", "blockquote"))


@dataclass(slots=True)
class _Told:
    """What an element holds: links to other pages, and how many of them are as long as headlines; days; whether a heading of
    related articles, words of its own, or something to read; and whether its first words are such a link."""

    ways: int = 0
    headlines: int = 0
    days: int = 0
    related: bool = False
    words: bool = False
    prose: bool = False
    begins: bool | None = None

    def add(self, other: _Told) -> None:
        """What stands behind it is there too."""
        self.ways += other.ways
        self.headlines += other.headlines
        self.days += other.days
        self.related |= other.related
        self.words |= other.words
        self.prose |= other.prose
        self.begins = other.begins if self.begins is None else self.begins

    @property
    def only_ways(self) -> bool:
        """Whether it is a list of other articles. One day among several links may be the page's own."""
        if self.words or self.prose or not self.ways:
            return False
        return self.related or (self.headlines > 1 and self.days != 1)


@dataclass(slots=True)
class _Page:
    """What each element of a page holds, and the words that stand right before it with the element that has them."""

    told: dict[Any, _Told] = field(default_factory=dict)
    before: dict[Any, tuple[Any, str]] = field(default_factory=dict)
    paragraphs: dict[Any, bool] = field(default_factory=dict)
    title: str = ""

    def has_paragraphs(self, parent: Any) -> bool:
        """Whether something to read stands in the element itself, and not only in boxes of their own."""
        if parent not in self.paragraphs:
            loose = (text for text in (parent.text, *(e.tail for e in parent)) if text)
            told = (self.told[e].prose for e in parent if e.tag in _PARAGRAPH)
            self.paragraphs[parent] = any(told) or any(map(_is_prose, loose))
        return self.paragraphs[parent]


def without_ways(root: Any) -> None:
    """Leave the lists of other articles out of the tree; nothing where they are all that the page has."""
    page = _weighed(root)
    if not page.told[root].prose:
        return
    left = [root]
    dropped: list[Any] = []
    while left:
        element = left.pop()
        told = page.told[element]
        if element.tag not in _WHOLE and told.only_ways:
            dropped += _listed(page, element)
        elif element.tag not in _WHOLE and _titled(page, element):
            dropped.append(element)
        elif told.related and not told.ways and not told.words:
            dropped += _abstracts(page, element)
        else:
            left.extend(element)
    for element in dropped:
        if element.getparent() is not None:
            element.drop_tree()


def _listed(page: _Page, element: Any) -> Iterator[Any]:
    """The list, and the heading before it; neither where it belongs to the article."""
    holder, said = page.before.get(element, (None, ""))
    related = furniture_kind(said) is Furniture.RELATED
    if not (related or page.told[element].related) and (
        said.endswith(_OPEN) or page.has_paragraphs(element.getparent())
    ):
        return
    yield element
    if related and holder is not None and not page.told[holder].ways and not page.told[holder].words:
        yield holder


def _titled(page: _Page, box: Any) -> bool:
    """Whether a box is a short heading and a list of other articles, and nothing else."""
    parts = [part for part in box if page.told[part].words or page.told[part].ways]
    if len(parts) != 2 or (box.text or "").strip() or any((part.tail or "").strip() for part in parts):
        return False
    heading, listed = parts
    text = "".join(heading.itertext()).strip()
    if heading.tag == "h1" or len(text) > TITLED or text.endswith(_OPEN) or text in page.title:
        return False
    return not page.told[heading].ways and page.told[listed].only_ways


def _abstracts(page: _Page, heading: Any) -> Iterator[Any]:
    """The entries behind a heading of related articles that each begin with a link, and the heading."""
    while heading.tag not in _WHOLE and not any(
        page.told[e].begins is not None for e in islice(heading.itersiblings(), NEAR)
    ):
        parent = heading.getparent()
        if parent is None or page.told[parent].ways or page.told[parent].words:
            return
        heading = parent
    found = []
    for entry in heading.itersiblings():
        told = page.told[entry]
        another = told.related and not told.ways
        if told.begins is False or another or (entry.getprevious().tail or "").strip():
            break
        found += [entry] if told.ways else []
    if found:
        yield from (heading, *found)


def _weighed(root: Any) -> _Page:
    page = _Page(title="".join("".join(e.itertext()) for e in root.iter("title")))
    for element in reversed(list(root.iter())):
        told = _Told()
        if element.tag == "a" and element.get("href") and not _FILE.search(element.get("href")):
            told = _way("".join(element.itertext()).strip())
        else:
            told.add(_said(element.text))
            for child in element:
                told.add(page.told[child])
                told.add(_said(child.tail))
        page.told[element] = told
    _remember(page, root)
    return page


def _remember(page: _Page, root: Any) -> None:
    """Note for each element the words before it, in the order of the page."""
    last: tuple[Any, str] = (None, "")
    left: list[tuple[Any, bool]] = [(root, False)]
    while left:
        element, over = left.pop()
        if over:
            last = (element.getparent(), element.tail.strip())
            continue
        page.before[element] = last
        if element.tail and element.tail.strip():
            left.append((element, True))
        if element.text and element.text.strip():
            last = (element, element.text.strip())
        left.extend((child, False) for child in reversed(element))


def _way(text: str) -> _Told:
    if _STOP in text:
        return _Told(words=True, prose=len(text) >= LEAST, begins=False)
    return _Told(ways=bool(text), headlines=len(text) > ENTRY, begins=True if text else None)


def _said(text: str | None) -> _Told:
    text = (text or "").strip()
    if not text or _MARKS.fullmatch(text):
        return _Told()
    if _DAY.fullmatch(text):
        return _Told(days=1)
    kind = furniture_kind(text)
    if kind in (Furniture.RELATED, Furniture.CHROME):
        return _Told(related=kind is Furniture.RELATED)
    return _Told(words=True, prose=_is_prose(text), begins=False)


def _is_prose(text: str) -> bool:
    return _STOP in text and len(text.strip()) >= LEAST
