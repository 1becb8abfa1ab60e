"""What is printed on a terminal is text: nothing in a page, a question or a name moves the cursor, rings or turns the line round."""

from __future__ import annotations

import re

_MOVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tab and line feed, the marks that turn text round, and halves of characters."""


def printable(text: str) -> str:
    """The text with each such character as its number; all others as they are."""
    return _MOVING.sub(lambda m: m.group().encode("unicode_escape").decode("ascii"), text)
