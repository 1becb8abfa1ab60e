"""How an answer was found: what was understood, what was searched, which leg found what, how long it took."""

from __future__ import annotations

from collections import Counter

from rag import Answer, Hit, Language
from ui.ask.answer import searched_line
from ui.links import article_link
from ui.present.escape import escaped
from ui.present.understood import understood
from ui.strings import say, table

HITS_SHOWN = 5
"""Sentences listed; enough to see why the first won, few enough to read."""


def trail(language: Language, answer: Answer) -> str:
    """A part of the page that opens on demand; it may be read by whoever doubts an answer or tunes the search."""
    elapsed = say(language, "trail.milliseconds", ms=round(answer.seconds * 1000))
    return (
        f'<details class="trail"><summary>{say(language, "trail.heading")}'
        f' <span class="elapsed">{elapsed}</span></summary>'
        f"{understood(language, answer.query)}{_searched(language, answer)}{_hits(language, answer.hits)}</details>"
    )


def _searched(language: Language, answer: Answer) -> str:
    """How much was searched, and how many of the sentences that were weighed each way of searching had found."""
    found = Counter(rank.leg for hit in answer.hits for rank in hit.ranks)
    rows = ((_leg(language, leg), say(language, "trail.found", count=count)) for leg, count in found.most_common())
    items = "".join(f"<dt>{name}</dt><dd>{count}</dd>" for name, count in rows)
    legs = f"<dl>{items}</dl>" if items else ""
    line = searched_line(language, answer.searched)
    return f'<h3>{say(language, "trail.searched")}</h3><p class="extent">{line}</p>{legs}'


def _hits(language: Language, hits: tuple[Hit, ...]) -> str:
    items = "".join(_hit(language, hit) for hit in hits[:HITS_SHOWN])
    return f'<h3>{say(language, "trail.hits")}</h3><ol class="hits">{items}</ol>' if items else ""


def _hit(language: Language, hit: Hit) -> str:
    """The sentence opens where it stands; behind it each way of searching and the rank that it gave."""
    passage = hit.passage
    link = escaped(article_link(passage.page, passage.article, passage.spans))
    legs = " · ".join(f"{_leg(language, r.leg)} {r.rank}" for r in hit.ranks)
    return f'<li><a href="{link}" lang="zh">{escaped(passage.text)}</a> <span class="legs">{legs}</span></li>'


def _leg(language: Language, leg: str) -> str:
    """The name of a way of searching; one that is not known goes by its own."""
    key = f"lookup.rank.{leg}"
    return say(language, key) if key in table() else escaped(leg)
