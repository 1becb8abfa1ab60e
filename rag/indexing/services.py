"""The offices of a person, each with the sentences that print it with the name, the earliest and the latest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rag.corrections import concerning
from rag.indexing.corrected import rulings_of
from rag.indexing.namesakes import namesakes
from rag.indexing.store import Store
from rag.listings import Attested, Service
from rag.records import Passage, PassageKind
from rag.ruled import Ruled, Thing
from rag.text import sort_key

TRIES = 8
"""Articles of one office in which its sentence is looked for; one whose offices are read otherwise today may lack it."""

_PRINTING = """SELECT p.role, a.date, g.name, a.number FROM people p JOIN articles a ON a.id = p.article
JOIN pages g ON g.id = a.page WHERE p.name = ? AND p.role <> '' ORDER BY a.date IS NULL, a.date, g.name, a.number"""
_CLAUSES = re.compile("[，,。；;！!？?\n]")
_DEPUTY = "副"
_APART = 2
"""The distance of an office and a name that are not printed of each other."""

_Where = tuple[str | None, str, int]
"""The day of an article, its page and its number."""


def services(store: Store, name: str) -> tuple[Service, ...]:
    """The offices of whoever has exactly this name, by the day that is told first; none of nobody.

    An office that no sentence prints with the name is left out.
    """
    articles: defaultdict[str, list[_Where]] = defaultdict(list)
    for role, *where in store.listed.execute(_PRINTING, (name,)):
        articles[role].append(tuple(where))
    several = namesakes(store, [name]).get(name, ())
    found = (_service(store, name, role, own, several) for role, own in articles.items())
    return tuple(sorted(filter(None, found), key=_by_first))


def _service(
    store: Store, name: str, role: str, articles: Sequence[_Where], several: Sequence[Sequence[str]]
) -> Service | None:
    dated = [where for where in articles if where[0]]
    first = _attested(store, name, role, dated or articles)
    last = _attested(store, name, role, dated[::-1]) or first
    holders = [number for number, own in enumerate(several, start=1) if role in own]
    return Service(role, first, last, holders[0] if len(holders) == 1 else 0) if first and last else None


def _attested(store: Store, name: str, role: str, articles: Iterable[_Where]) -> Attested | None:
    """The first of some articles that prints the office with the name, and where."""
    for _, (day, page, number) in zip(range(TRIES), articles, strict=False):
        ruled = rulings_of(store.db, page, number)
        if passage := _printing(store.passages_of(page, number), name, _wordings(name, role, ruled)):
            return Attested(passage, day, concerning(ruled, passage.spans, passage.text))
    return None


def _wordings(name: str, role: str, ruled: Iterable[Ruled]) -> list[str]:
    """The office, and what the page prints where somebody corrected it to that."""
    was = (r.was.removesuffix(name) for r in ruled if r.thing is Thing.OFFICE and r.now == f"{role}{name}")
    return [role, *filter(None, was)]


def _printing(passages: Sequence[Passage], name: str, roles: Sequence[str]) -> Passage | None:
    """The passage that prints an office most closely with the name, a sentence before a headline."""
    fitting = [
        (distance, p.kind is PassageKind.TITLE, at)
        for at, p in enumerate(passages)
        if (distance := min(_distance(p.text, name, role) for role in roles)) < _APART
    ]
    return passages[min(fitting)[-1]] if fitting else None


def _distance(text: str, name: str, role: str) -> int:
    """0 where they stand side by side, or the name before the rank of the office; 1 in one clause, as in a list; else 2."""
    if any(_stands(text, role[:at] + name + role[at:]) for at in range(len(role), -1, -1)):
        return 0
    together = any(name in clause and _stands(clause, role) for clause in _CLAUSES.split(text))
    return 1 if together else _APART


def _stands(text: str, words: str) -> bool:
    """Whether they stand there, and not as the end of a deputy's office."""
    at = text.find(words)
    while at > 0 and text[at - 1] == _DEPUTY:
        at = text.find(words, at + 1)
    return at >= 0


def _by_first(service: Service) -> tuple[bool, str, bytes]:
    day = service.first.day
    return day is None, day or "", sort_key(service.role)
