"""What articles say of what is asked about, and of the question's own wording, looked for once in all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.asked import Frame, Hint
from rag.asking.matching.spread import Places, Sheaf
from rag.asking.matching.terms import Term, rarity, said_where


@dataclass(frozen=True, slots=True)
class Saying:
    """Of one article what `rag.asking.retrieval.screen.Signs` says under the same names."""

    said: float
    said_at_once: float
    hinted: float
    hinted_at_once: float
    headline_asked: float
    named: float


def sayings(query: Frame, about: Sequence[Term], hints: Sequence[Hint], sheaf: Sheaf) -> list[Saying]:
    """One for each article, in their order."""
    at_once = sheaf.most(_shares(about, sheaf.sentences, len(sheaf.sentences)))
    hinted, hinted_at_once = _hinted(hints, sheaf)
    columns = (
        _shares(about, sheaf, len(sheaf)),
        at_once,
        hinted,
        hinted_at_once,
        _headlines_asked(hints, sheaf),
        _named((*query.people, *query.places), sheaf),
    )
    return [Saying(*values) for values in zip(*columns, strict=True)]


def _shares(about: Sequence[Term], texts: Places, count: int) -> list[float]:
    """How much of what is asked about, by weight, each of so many texts says; 1 where nothing is."""
    least = sum(t.weight * t.doubt for t in about)
    covered, whole = [0.0] * count, [least] * count
    for term in about:
        for place, degree in said_where(term, texts).items():
            covered[place] += term.weight * degree
            whole[place] += term.weight * max(degree - term.doubt, 0.0)
    return [c / w for c, w in zip(covered, whole, strict=True)] if least else [1.0] * count


def _hinted(hints: Sequence[Hint], sheaf: Sheaf) -> tuple[list[float], list[float]]:
    """The share of the hints, by rarity, that each article holds, and the most that one sentence of it holds."""
    rare = _rarities(hints, sheaf)
    held, at_once = [0.0] * len(sheaf), [0.0] * len(sheaf.sentences)
    for hint, weight in rare.items():
        for article in set().union(*map(sheaf.printing, hint)):
            held[article] += weight
        for place in set().union(*map(sheaf.sentences.holding, hint)):
            at_once[place] += weight
    whole = sum(rare.values()) or 1.0
    return [h / whole for h in held], [m / whole for m in sheaf.most(at_once)]


def _rarities(hints: Sequence[Hint], sheaf: Sheaf) -> Mapping[Hint, float]:
    """How rare each hint is among these articles; what none of them holds tells nothing of any."""
    holding = {hint: len(set().union(*map(sheaf.printing, hint))) for hint in hints}
    return {hint: rarity(n, len(sheaf)) for hint, n in holding.items() if n}


def _headlines_asked(hints: Sequence[Hint], sheaf: Sheaf) -> list[float]:
    """The share of each headline's characters that stand in a wording of several characters."""
    words = {w for hint in hints for w in hint if len(w) > 1}
    found: dict[int, list[str]] = {start: [] for start, _ in sheaf.bounds}
    for word in words:
        for place in sheaf.sentences.holding(word):
            if place in found:
                found[place].append(word)
    return [_covered(sheaf.sentences[place], own) for place, own in found.items()]


def _covered(text: str, words: Sequence[str]) -> float:
    covered: set[int] = set()
    for word in words:
        at = text.find(word)
        while at >= 0:
            covered.update(range(at, at + len(word)))
            at = text.find(word, at + 1)
    return len(covered) / len(text) if text else 0.0


def _named(names: Sequence[str], sheaf: Sheaf) -> list[float]:
    """The share of the names that each article holds."""
    counts = [0] * len(sheaf)
    for name in names:
        for article in sheaf.holding(name):
            counts[article] += 1
    return [n / max(len(names), 1) for n in counts]
