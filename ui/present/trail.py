"""How an answer was found: what was understood, what was searched, which leg found what, how long it took."""

from __future__ import annotations

from collections.abc import Iterable

from rag import Answer, Hit, Language, Period, Query
from ui.present.escape import escaped
from ui.strings import say

HITS_SHOWN = 5
"""Sentences listed; enough to see why the first won, few enough to read."""

_NAMES = ("people", "excluded", "strangers", "offices", "places", "focus", "quoted", "carried", "words")
"""Fields of a Query that are plain words, in the order in which they are shown."""


def trail(language: Language, answer: Answer) -> str:
    """A part of the page that opens on demand; it may be read by whoever doubts an answer or tunes the search."""
    elapsed = say(language, "trail.milliseconds", ms=round(answer.seconds * 1000))
    return (
        f'<details class="trail"><summary>{say(language, "trail.heading")}'
        f' <span class="elapsed">{elapsed}</span></summary>'
        f"{understood(language, answer.query)}{_hits(language, answer.hits)}</details>"
    )


def understood(language: Language, query: Query) -> str:
    """What of the question was understood, by name; what it does not have is left out."""
    rows = [("asks", say(language, f"asks.{query.asks}"))]
    rows += [(name, _listed(getattr(query, name))) for name in _NAMES]
    rows.append(("activities", _listed(say(language, f"activity.{a}") for a in query.activities)))
    rows.append(("periods", _listed(map(_period, query.periods))))
    items = "".join(
        f"<dt>{say(language, f'trail.{name}')}</dt><dd>{escaped(value)}</dd>" for name, value in rows if value
    )
    return f"<h4>{say(language, 'trail.understood')}</h4><dl>{items}</dl>"


def _hits(language: Language, hits: tuple[Hit, ...]) -> str:
    items = "".join(_hit(language, hit) for hit in hits[:HITS_SHOWN])
    return f'<h4>{say(language, "trail.hits")}</h4><ol class="hits">{items}</ol>' if items else ""


def _hit(language: Language, hit: Hit) -> str:
    legs = " · ".join(f"{r.leg} {r.rank}" for r in hit.ranks)
    label = escaped(say(language, "trail.leg"))
    return f'<li><span lang="zh">{escaped(hit.passage.text)}</span> <span class="legs" title="{label}">{escaped(legs)}</span></li>'


def _period(period: Period) -> str:
    return period.first if period.first == period.last else f"{period.first} – {period.last}"


def _listed(words: Iterable[str]) -> str:
    return "、".join(words)
