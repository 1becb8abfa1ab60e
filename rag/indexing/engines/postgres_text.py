"""How texts and rows travel to PostgreSQL and back.

PostgreSQL's text holds every character but NUL, which pages may have: it goes as two private ones, and so does the first of
these. What comes back is what was sent, to the letter.
"""

from __future__ import annotations

from collections.abc import Sequence

ESCAPE = "\ue8a0"
"""A private character, which no printed text has; `ESCAPE` 0 stands for NUL, `ESCAPE` 1 for itself."""
_COPY = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def sent(text: str) -> str:
    """A text as the server can hold it."""
    if "\0" in text or ESCAPE in text:
        return text.replace(ESCAPE, ESCAPE + "1").replace("\0", ESCAPE + "0")
    return text


def received(text: str) -> str:
    """What was sent."""
    return text.replace(ESCAPE + "0", "\0").replace(ESCAPE + "1", ESCAPE) if ESCAPE in text else text


def copied(row: Sequence[object]) -> str:
    """A row as COPY reads it: a line of values with tabs between them."""
    return "\t".join(map(_value, row)) + "\n"


def _value(value: object) -> str:
    if value is None:
        return "\\N"
    return "\\\\x" + value.hex() if isinstance(value, bytes) else sent(str(value)).translate(_COPY)
