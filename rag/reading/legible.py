"""How much of a page could be read: a garbled font, a shell that scripts would fill or a lone footer is no page."""

from __future__ import annotations

from functools import cache

from rag.counting import Count
from rag.errors import PageError
from rag.reading.cues import has_cue
from rag.reading.ordinary import ordinary
from rag.reading.plain import LOST
from rag.records import Article, Layout, Page
from rag.spans import quote

SCRAP = 2
"""Characters of a line that tells nothing by itself: a headline has more."""

NAME = 10
"""Characters of the name of a body, over a page that scripts would fill."""

LEAST = 0.7
"""Share of readable characters below which a page is not taken in. Pages of newspapers have over 0.97."""

_MARKS = frozenset(" .,:;!?-/()[]%\"'&+*")
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") | _MARKS
"""What of ASCII stands in prose; a font whose codes are taken for letters yields the rest as well."""

_HAN = (
    range(0x4E00, 0xA000),
    range(0x3400, 0x4DC0),
    range(0x20000, 0x323B0),
    range(0x2E80, 0x2FE0),
    range(0xF900, 0xFB00),
)
_LATIN_ENDS = "\u0250"
"""Behind the letters of Latin with their accents, those of pinyin too."""

_FEW = 0.1
"""Share of rare Chinese characters that names and places account for; more are a wrong decoding's."""


def require_readable(layout: Layout) -> None:
    """Raise PageError, with the share of readable text, where little of a page could be read or no article is on it."""
    share, size = readable(layout.page.text)
    if share < LEAST:
        raise PageError(
            f"{layout.page.name} could hardly be read: {share:.0%} of its {size:,} characters are readable text",
            "if it can be read where you open it, copy its text into a .txt file; else run text recognition over it",
        )
    if not any(_tells(layout.page, article) for article in layout.articles):
        raise PageError(
            f"{layout.page.name} holds no article: 0% of its {size:,} characters are more than headings and notices",
            "open it, wait until all of it shows, and save it again, or copy its text into a .txt file",
        )


def _tells(page: Page, article: Article) -> bool:
    """Whether an article is more than scraps of a line and the name of a body."""
    texts = [*article.titles, *(quote(page.text, spans) for spans in article.paragraphs)]
    return any(len(t) > SCRAP and not (len(t) <= NAME and has_cue("issuer", t)) for t in map(str.strip, texts))


def readable(text: str) -> tuple[float, int]:
    """Of the visible characters, the share that prose is made of (1.0 where there are none), and how many they are."""
    size, rare, odd = len(text), 0, 0
    for char in set(text) - _known():
        count = text.count(char)
        if char.isspace():
            size -= count
        elif _is_han(char):
            rare += count
        elif not (char.isalpha() and char < _LATIN_ENDS):
            odd += count
    lost = odd + max(0, rare - int(_FEW * size))
    return 1 - lost / size if size else 1.0, size


@cache
def _known() -> frozenset[str]:
    """What is readable and seen."""
    return frozenset(char for char in _PLAIN | ordinary() if not char.isspace())


def remark(page: Page) -> str:
    """What is to be told of a page that was taken in; empty where all of it could be read."""
    told = []
    if lost := page.text.count(LOST):
        told.append(f"{lost} of its characters could not be read and {Count(lost):stands|stand} as {LOST}")
    if page.scan and page.scan.pictures:
        doubted = len(page.scan.doubted([(0, len(page.text))]))
        told.append(f"recognised from a picture, {doubted} of its characters uncertain")
    if page.scan and page.scan.lost:
        numbers, lost_sheets = ", ".join(map(str, page.scan.lost)), Count(len(page.scan.lost))
        told.append(
            f"{lost_sheets:sheet|sheets} {numbers} {lost_sheets:is a picture and was|are pictures and were} not read: {page.scan.why}"
        )
    return "; ".join(told)


def _is_han(char: str) -> bool:
    return any(ord(char) in part for part in _HAN)
