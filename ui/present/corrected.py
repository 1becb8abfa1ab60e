"""That something was corrected or confirmed, said wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterable

from rag import Language, Ruled, Ruling
from ui.strings import say

MOST = 6
"""Corrections of one article that are named; the form lists all."""


def state(language: Language, ruling: Ruling | None) -> str:
    """已更正 or 已核实 as a small mark; nothing on what nobody looked at."""
    if ruling is None:
        return ""
    key = "corrected" if ruling.changes else "confirmed"
    return f'<span class="ruled {key}">{say(language, f"correcting.{key}")}</span>'


def corrected_lines(language: Language, ruled: Iterable[Ruled]) -> list[str]:
    """What was corrected, from what to what, as text."""
    told = [r for r in ruled if r.changed]
    lines = [_line(language, r) for r in told[:MOST]]
    return [*lines, *(["……"] if len(told) > MOST else [])]


def corrected_words(language: Language, ruled: Iterable[Ruled]) -> str:
    """The same as one line of text, for files; empty where nothing was corrected."""
    return "；".join(corrected_lines(language, ruled))


def _line(language: Language, ruled: Ruled) -> str:
    thing = say(language, f"correcting.{ruled.thing}_is")
    if ruled.was == ruled.now:
        return say(language, "correcting.thing", thing=thing)
    return say(language, "correcting.was", thing=thing, was=ruled.was or "—", now=ruled.now or "—")
