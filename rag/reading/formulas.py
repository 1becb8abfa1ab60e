"""Formulas that word processors keep as a code (`EQ`), for what print does and type does not: names with their reading over them."""

from __future__ import annotations

import re

from rag.reading.plain import LOST

_FORMULA = re.compile(r"\s{0,9}EQ\b", re.I)
_OVER = re.compile(
    r'\s{0,9}EQ\s{1,9}(?:\\\*\s{0,9}(?:"[^"]{0,60}"|\w{1,20})\s{0,9}){0,9}\\o(?:\\\w{1,4})?\s{0,9}\(', re.I
)
"""Characters printed over one another: a circle over a number, or how a name is read over the name."""


def drawn(code: str) -> str:
    """What is seen of a field by its code: of things printed over one another the last, which stands on the line; U+FFFD for
    other formulas, and nothing for any other field, whose result follows.
    """
    if not _FORMULA.match(code):
        return ""
    over = _OVER.match(code)
    return (over and _last(code[over.end() :])) or LOST


def _last(parts: str) -> str:
    """The last of some things apart by commas, up to the bracket that ends them; empty where it is a formula itself, or more
    follows.
    """
    depth, begins = 1, 0
    for at, sign in enumerate(parts):
        if sign in "(（":
            depth += 1
        elif sign in ")）":
            depth -= 1
            if not depth:
                last = parts[begins:at].strip()
                return "" if "\\" in last or parts[at + 1 :].strip() else last
        elif sign in ",;" and depth == 1:
            begins = at + 1
    return ""
