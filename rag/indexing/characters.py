"""A page is read in one script, whole characters and one kind of dot: what it prints stays.

Offsets are the same in both, so every span holds for the page as printed. Names, headlines and passages of the index are
in the characters as read; what is cited is cut out of the page.
"""

from __future__ import annotations

from dataclasses import replace

from rag.records import Layout, Page
from rag.script import as_read


def in_characters_read(page: Page) -> Page:
    """The page as it is understood; the page itself where that is how it is printed."""
    text = as_read(page.text)
    return page if text == page.text else replace(page, text=text, newspaper=as_read(page.newspaper))


def as_printed(layout: Layout, page: Page) -> Layout:
    """The layout over the words that the page prints, under the newspaper's name as it is understood."""
    return replace(layout, page=replace(layout.page, text=page.text))
