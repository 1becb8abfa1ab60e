"""How well each sentence of an article answers a question: a few features, a learned weight for each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter, mul

from rag.asked import Frame
from rag.asking.expected.kinds import holds
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.dating import bearings
from rag.asking.matching.terms import SAME, Term, coverage, said
from rag.records import Opinion, Passage, PassageKind, Spans
from rag.spans import overlap
from rag.tables import rows

LIKE_RANGE = 0.12
"""Least distance between the nearest sentence and the average one that makes the nearest count fully: cosines of the
default model lie close together, and lower between languages than within one, so only their order is used."""

PROMISED = 0.3
"""What an article's promise counts for its sentences, whose own signs know nothing of how rare the question's words are
among the articles in play; more would let the article decide which of its sentences comes before another's."""

MOST = 6.0
"""The most that the reader's opinion counts, either way."""

LEXICAL_HALF = 5
"""Rank at which a leg's opinion counts half."""


@dataclass(frozen=True, slots=True)
class Features:
    """All between -1 and 1, most between 0 and 1; 0 means that nothing speaks for the sentence."""

    said: float
    said_near: float
    said_in_article: float
    pairs: float
    like: float
    like_article: float
    lexical: float
    person: float
    actor: float
    someone_else: float
    date: float
    focus: float
    kind: float
    quoted: float
    headline: float
    lead: float
    act: float
    carried: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its score; higher is better, the scale is that of a log-odds. `read` is what the
    reader makes of it, None where it was not read."""

    passage: Passage
    candidate: Candidate
    score: float
    features: Features
    read: Opinion | None = None

    @property
    def answers(self) -> float | None:
        """The reader's log-odds that it answers, None where it was not read."""
        return self.read.answers if self.read else None

    def short(self, start: int, end: int) -> float:
        """The reader's log-odds, between -MOST and MOST, that the passage's `text[start:end]` lies in the short answer:
        their mean over the characters; -MOST where that was not read. Offsets below 0 are the actor's put before it."""
        pieces = [(min(b, end) - max(a, start), odds) for a, b, odds in (self.read.short if self.read else ())]
        inside = [(length, odds) for length, odds in pieces if length > 0]
        weight = sum(length for length, _ in inside)
        mean = sum(length * odds for length, odds in inside) / weight if weight else -MOST
        return max(min(mean, MOST), -MOST)

    @property
    def opinion(self) -> float:
        """The reader's log-odds, between -MOST and MOST; -MOST where it was not read."""
        return -MOST if self.answers is None else max(min(self.answers, MOST), -MOST)


def judge(query: Frame, about: Sequence[Term], candidates: Sequence[Candidate]) -> list[Judged]:
    """Every sentence of every candidate, best first."""
    scale = _scale(candidates)
    found = [j for c in candidates for j in _judge_article(query, about, c, scale)]
    return sorted(found, key=lambda j: (-j.score, j.passage.page, j.passage.article, j.passage.number))


def _judge_article(query: Frame, about: Sequence[Term], c: Candidate, scale: tuple[float, float]) -> list[Judged]:
    heading, (values, weights) = c.reading.article.title, _weights()
    whole = coverage(about, f"{c.text} {c.reading.understood.city} {c.reading.page.newspaper}")
    best = _like(max((c.likeness.get(p.id, 0.0) for p in c.passages), default=0.0), scale)
    people, carried = set(query.people), float(c.key in query.within)
    dated, acts = bearings(query, c), _acts(query, c)
    said, pairs = _saying(about, c), _pairs(query.wording.sought.pairs, c)
    found = []
    for k, p in enumerate(c.passages):
        before = c.passages[k - 1].text if k and c.passages[k - 1].paragraph == p.paragraph else ""
        text = f"{p.text} {p.actor}"
        here, near = said(text, f"{heading} {before} {text}")
        f = Features(
            said=here,
            said_near=near,
            said_in_article=whole,
            pairs=pairs(p.text),
            like=_like(c.likeness.get(p.id, 0.0), scale),
            like_article=best,
            lexical=max([1 / (1 + r.rank / LEXICAL_HALF) for r in c.ranks.get(p.id, ())], default=0.0),
            person=_share(query.people, p.text),
            actor=float(not people.isdisjoint(_actors(p))),
            someone_else=_someone_else(query, p, c),
            date=float(dated[k]),
            focus=_share(query.focus, p.text),
            kind=float(holds(query, p, c)),
            quoted=_share(query.quoted, p.text),
            headline=float(p.kind is PassageKind.TITLE),
            lead=float(p.paragraph == 1),
            act=float(any(overlap(spans, p.spans) for spans in acts)),
            carried=carried,
        )
        weighed = sum(map(mul, weights, values(f)))
        found.append(Judged(p, c, weighed + PROMISED * c.promise, f))
    return found


def _saying(about: Sequence[Term], c: Candidate) -> Callable[[str, str], tuple[float, float]]:
    """How far a sentence of the article, and the same with what stands around it, covers what is asked about.

    The same as `coverage` of each; but a term that the article does not say is looked for once and not in each
    sentence, and one that a sentence says wholly not again in what stands around it.
    """
    all_of_it = " ".join((c.reading.article.title, c.text, *(p.actor for p in c.passages)))
    terms = [(t, t.weight) for t in about if said(t, all_of_it)]
    least = sum(t.weight * t.doubt for t in about)

    def saying(text: str, near: str) -> tuple[float, float]:
        here = around = 0.0
        whole_here = whole_around = least
        for term, weight in terms:
            degree = said(term, text)
            wider = degree if degree == SAME else said(term, near)
            here += weight * degree
            around += weight * wider
            whole_here += weight * max(degree - term.doubt, 0.0)
            whole_around += weight * max(wider - term.doubt, 0.0)
        return here / whole_here, around / whole_around

    return saying if least else lambda text, near: (1.0, 1.0)


def _actors(p: Passage) -> set[str]:
    return set(p.actor.split("、")) if p.actor else set()


def _share(wanted: Sequence[str], text: str) -> float:
    return sum(map(text.__contains__, wanted)) / len(wanted) if wanted else 0.0


def _pairs(pairs: Collection[str], c: Candidate) -> Callable[[str], float]:
    """The share of the question's pairs of characters that a sentence of the article holds."""
    held = [pair for pair in pairs if pair in c.text]
    return lambda text: sum(map(text.__contains__, held)) / len(pairs) if held else 0.0


def _scale(candidates: Sequence[Candidate]) -> tuple[float, float]:
    """(cosine that counts as 0, range that counts as 1): the average of the sentences in play, and up to the nearest."""
    cosines = [v for c in candidates for v in c.likeness.values()]
    if not cosines:
        return 0.0, 1.0
    average = sum(cosines) / len(cosines)
    return average, max(max(cosines) - average, LIKE_RANGE)


def _like(cosine: float, scale: tuple[float, float]) -> float:
    return min(max((cosine - scale[0]) / scale[1], 0.0), 1.0)


def _someone_else(query: Frame, p: Passage, c: Candidate) -> float:
    """Whether the sentence is about people, none of whom the question names."""
    if not query.people or not _actors(p).isdisjoint(query.people):
        return 0.0
    if any(map(p.text.__contains__, query.people)):
        return 0.0
    return float(bool(p.actor) or any(map(p.text.__contains__, c.actors)))


def _acts(query: Frame, c: Candidate) -> list[Spans]:
    """What is evidence of an event of the kind asked about."""
    return [e.spans for e in c.reading.understood.events if e.activity in query.activities]


@lru_cache(maxsize=1)
def _weights() -> tuple[Callable[[Features], tuple[float, ...]], tuple[float, ...]]:
    """The features in their order, and the weight of each."""
    table = {name: float(weight) for name, weight, *_ in rows("ranking.tsv")}
    names = [f.name for f in fields(Features)]
    return attrgetter(*names), tuple(table[name] for name in names)
