"""A page in traditional characters is read in simplified ones: what it prints stays, what is understood is one script.

Offsets are the same in both, so every span holds for the page as printed. Names, headlines and passages of the index are
in simplified characters; what is cited is cut out of the page.
"""

from __future__ import annotations

from dataclasses import replace

from rag.records import Layout, Page
from rag.text import is_traditional, simplified


def in_simplified(page: Page) -> Page:
    """The page as it is understood; the page itself where it is not printed in traditional characters."""
    if not is_traditional(page.text):
        return page
    return replace(page, text=simplified(page.text), newspaper=simplified(page.newspaper))


def as_printed(layout: Layout, page: Page) -> Layout:
    """The layout over the words that the page prints, under the newspaper's name as it is understood."""
    return replace(layout, page=replace(layout.page, text=page.text))
