"""What was understood of a question, by name."""

from __future__ import annotations

from collections.abc import Iterable

from rag import Frame, Language, Period
from ui.present.carried import carried_line
from ui.present.escape import escaped
from ui.strings import say

_NAMES = ("people", "excluded", "strangers", "offices", "places", "focus", "quoted", "words")
"""Fields of a Frame that are plain words, in the order in which they are shown."""


def understood(language: Language, query: Frame) -> str:
    """What of the question was understood, by name; what it does not have is left out."""
    rows = [("asks", say(language, f"asks.{query.asks}"))]
    rows += [(name, _listed(getattr(query, name))) for name in _NAMES]
    chinese = set(_NAMES) if language is Language.EN else set()
    rows.append(("carried", carried_line(language, query.carried) if query.carried else ""))
    rows.append(("activities", _listed(say(language, f"activity.{a}") for a in query.activities)))
    rows.append(("periods", _listed(map(_period, query.periods))))
    items = "".join(
        f"<dt>{say(language, f'trail.{name}')}</dt><dd{' lang=zh' if name in chinese else ''}>{escaped(value)}</dd>"
        for name, value in rows
        if value
    )
    return f"<h3>{say(language, 'trail.understood')}</h3><dl>{items}</dl>"


def _period(period: Period) -> str:
    return period.first if period.first == period.last else f"{period.first} – {period.last}"


def _listed(words: Iterable[str]) -> str:
    return "、".join(words)
