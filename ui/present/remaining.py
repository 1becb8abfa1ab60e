"""How much longer something takes, in words."""

from __future__ import annotations

from rag import Language
from ui.strings import say

_MINUTE, _HOUR = 60, 3600
_MOMENT, _TENS = 10, 10
"""Seconds below which none are counted, and to which they are rounded: the time left is a guess."""


def time_left(language: Language, seconds: float) -> str:
    """About how long, in words."""
    if seconds < _MOMENT:
        return say(language, "pages.left_moment")
    if seconds < _MINUTE:
        return say(language, "pages.left_seconds", n=round(seconds / _TENS) * _TENS)
    if seconds < 1.5 * _HOUR:
        return say(language, "pages.left_minutes", n=round(seconds / _MINUTE))
    return say(language, "pages.left_hours", n=round(seconds / _HOUR))
