"""What a script of the page sent, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping

LONGEST = 200
"""Characters of a filter; no name, place or search is longer."""
DIGITS = 8
"""Of the number of a leaf."""


def fields_of(sent: object) -> dict[str, str]:
    """The fields as strings of bounded length; anything else than fields is none at all."""
    if not isinstance(sent, Mapping):
        return {}
    return {str(name): str(value)[:LONGEST] for name, value in sent.items() if isinstance(value, str | int)}


def text_of(sent: object, name: str, longest: int) -> str:
    """One field that may be longer than any filter: a question, or the name of a page."""
    value = sent.get(name) if isinstance(sent, Mapping) else None
    return value[:longest] if isinstance(value, str) else ""


def leaf_of(fields: Mapping[str, str]) -> int:
    """Which leaf of a list is asked for, from 1; the first for anything that is no number."""
    page = fields.get("page", "")
    return max(1, int(page)) if page.isdecimal() and len(page) <= DIGITS else 1
