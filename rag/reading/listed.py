"""Lines that are whole without a stop: rows and items of a list, what governs them, and who signs a letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.reading.cues import has_cue
from rag.reading.issueline import bare_day

PAUSES = ("；", ";")
"""What an item of a list ends with (某某为县应急管理局副局长；), and no headline."""

LONGEST = 60
"""Characters of a line that governs a list; a longer one is a paragraph that leads up to it."""

_OPENING = ("governs", "list_title")
_STOP = "。"
_MANY = "、"
"""Between the items of a row; a line with a colon and none of them may be a headline."""


def whole_lines(lines: Sequence[str]) -> list[bool]:
    """For each line whether it is one of a list, or a signature: whole as it stands, and no headline."""
    under = governed(lines)
    rows = _rows(lines)
    return [
        under[k] is not None or rows[k] or any(has_cue(cue, line) for cue in _OPENING) or _signed(k, lines)
        for k, line in enumerate(lines)
    ]


def governed(lines: Sequence[str]) -> list[int | None]:
    """For each line the one that governs it, as 二、决定免去： governs the names below; None where none does.

    What is governed is an appointment or removal without its verb, or an item that ends with a semicolon, and the one
    behind it.
    """
    found: list[int | None] = []
    head: int | None = None
    pausing = False
    for k, line in enumerate(lines):
        opens = len(line) <= LONGEST and has_cue("governs", line)
        item = head is not None and not opens and (pausing or line.endswith(PAUSES) or has_cue("filled", line))
        found.append(head if item else None)
        head = k if opens else head if item else None
        pausing = item and line.endswith(PAUSES)
    return found


def _signed(at: int, lines: Sequence[str]) -> bool:
    """Whether a line says who wrote what stands above it: a reader, or a body under its announcement and over its day."""
    issued = 0 < at < len(lines) - 1 and lines[at - 1].endswith(_STOP) and bare_day(lines[at + 1])
    return has_cue("signed", lines[at]) or (issued and has_cue("issuer", lines[at]))


def _rows(lines: Sequence[str]) -> list[bool]:
    """For each line whether it is a row of a list, a label and what it is given to: two rows or more stand together."""
    shaped = [has_cue("row", line) and not has_cue("source", line) for line in lines]
    return [
        shaped[k] and any(shaped[n] and _MANY in lines[k] + lines[n] for n in _beside(k, lines))
        for k in range(len(lines))
    ]


def _beside(at: int, lines: Sequence[str]) -> Iterator[int]:
    return (n for n in (at - 1, at + 1) if 0 <= n < len(lines))
