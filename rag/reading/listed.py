"""Lines that are whole without a stop: rows and items of a list, what governs them, and who signs a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.reading.cues import has_cue
from rag.reading.issueline import bare_day

PAUSES = ("；", ";")
"""What an item of a list ends with (某某为县应急管理局副局长；), and no headline."""

LONGEST = 60
"""Characters of a line that governs a list; a longer one is a paragraph that leads up to it."""

MOST = 12
"""Points that a line announces at most."""

_POINT = 40
"""Characters of one of them."""

_COUNT = re.compile(
    r"(?:([两二三四五六七八九十])|(?<!\d)(\d{1,2}))[ 　]?(?:个|项|条|点|方面|大|类|件|种|份)[^，,。；;：:]{0,12}[：:]$"
)
_NUMERALS = "〇一二三四五六七八九十"
_OPENING = ("governs", "list_title")
_STOP = "。"
_MANY = "、"
"""Between the items of a row; a line with a colon and none of them may be a headline."""


def whole_lines(lines: Sequence[str]) -> list[bool]:
    """For each line whether it is one of a list, or a signature: whole as it stands, and no headline."""
    under = governed(lines)
    rows = _rows(lines)
    heads = set(_announced(lines).values())
    return [
        under[k] is not None
        or k in heads
        or rows[k]
        or any(has_cue(cue, line) for cue in _OPENING)
        or _signed(k, lines)
        for k, line in enumerate(lines)
    ]


def governed(lines: Sequence[str]) -> list[int | None]:
    """For each line the one that governs it, as 二、决定免去： governs the names below; None where none does.

    What is governed is an appointment or removal without its verb, an item that ends with a semicolon, and the one behind
    it, or a point that a line announces (会议确定四项重点：).
    """
    announced = _announced(lines)
    found: list[int | None] = []
    head: int | None = None
    pausing = False
    for k, line in enumerate(lines):
        opens = len(line) <= LONGEST and has_cue("governs", line)
        item = head is not None and not opens and (pausing or line.endswith(PAUSES) or has_cue("filled", line))
        found.append(head if item else announced.get(k))
        head = k if opens else head if item else None
        pausing = item and line.endswith(PAUSES)
    return found


def _announced(lines: Sequence[str]) -> dict[int, int]:
    """Each point that a line before it announces, and that line: as many short lines without a stop as it counts, or, where
    it does not count them, all up to a line that goes on with the article."""
    found: dict[int, int] = {}
    for k, line in enumerate(lines):
        if len(line) <= LONGEST and _STOP not in line:
            found |= dict.fromkeys(range(k + 1, k + 1 + _points(k, lines)), k)
    return found


def _points(at: int, lines: Sequence[str]) -> int:
    """How many points the line announces that stand behind it."""
    counted = _COUNT.search(lines[at])
    if counted is None and not has_cue("announces", lines[at]):
        return 0
    end = at + 1
    while end < len(lines) and end - at <= MOST and _is_point(lines[end]):
        end += 1
    run = end - at - 1
    if counted is not None:
        told = int(counted[2]) if counted[2] else max(_NUMERALS.find(counted[1]), 2)
        return told if 1 < told <= run else 0
    goes_on = end < len(lines) and lines[end].endswith(_STOP) and not has_cue("lead", lines[end])
    return run if run > 1 and goes_on else 0


def _is_point(line: str) -> bool:
    closed = _STOP in line or line.endswith((":", "："))
    return len(line) <= _POINT and not closed and not any(has_cue(cue, line) for cue in ("lead", "source", "closing"))


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
