"""A stretch of blocks -> its articles and its furniture: every rule of reading applied in turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rag.reading.blocks import Block
from rag.reading.brief import told_apart
from rag.reading.chains import chains
from rag.reading.duplicates import find_duplicates, orders
from rag.reading.furniture import find_furniture
from rag.reading.headlines import headline_scores
from rag.reading.leftovers import place_headlines
from rag.reading.links import link_scores
from rag.reading.order import likeliest, total
from rag.reading.parts import Parts

CLEARLY = 15.0
"""Log-odds by which another order must win: as much as one sure link is worth."""


UNSURE = 2.5
"""Log-odds of being a headline below which wording alone does not settle it: one in twelve errs at that."""

DEARER = 15.0
"""What a log-odds of the wording is worth in log-odds of links: those add up over the whole page."""

MOST_DOUBTS = 12
"""Doubtful lines that are tried; a page with more is a list, and trying each would take long."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the blocks: which are headlines, chains of their numbers, the log-odds of all links."""

    headline: Sequence[bool]
    chains: list[list[int]]
    score: float


def tell_apart(blocks: Sequence[Block]) -> tuple[list[Parts], list[Block]]:
    """The articles of a stretch, and its furniture; each block is in one of them."""
    scores = headline_scores(blocks)
    flags = [score > 0 for score in scores]
    furniture = find_furniture(blocks, flags)
    copies = _copies(blocks, [i for i, headline in enumerate(flags) if not headline and i not in furniture])
    left = [i for i in range(len(blocks)) if i not in furniture and i not in copies]
    tried = list(orders(left, copies))
    best = _doubted(blocks, {i: scores[i] for i in left}, tried, _best(blocks, flags, tried))
    telling = [chain for chain in best.chains if any(not best.headline[i] or blocks[i].text[-1] == "。" for i in chain)]
    articles = telling or best.chains
    slogans = {i for chain in best.chains if chain not in articles for i in chain}
    found = [p for chain in articles for p in told_apart(_parts(blocks, best.headline, chain, copies))]
    return found, [blocks[i] for i in sorted(furniture | slogans)]


def _copies(blocks: Sequence[Block], prose: Sequence[int]) -> dict[int, int]:
    """Repeated block -> the block that is kept; what repeats a repeated one repeats the same."""
    found = {prose[a]: prose[b] for a, b in find_duplicates([blocks[i] for i in prose]).items()}
    return {copy: _kept(original, found) for copy, original in found.items()}


def _kept(block: int, copies: Mapping[int, int]) -> int:
    for _ in copies:
        block = copies.get(block, block)
    return block


def _best(blocks: Sequence[Block], flags: Sequence[bool], tried: Iterable[Sequence[int]]) -> _Reading:
    """The likeliest reading; the first order, that of the page, holds unless another is clearly better."""
    readings = [_read(blocks, flags, order) for order in tried]
    best = max(readings, key=lambda r: r.score)
    return best if best.score > readings[0].score + CLEARLY else readings[0]


def _doubted(
    blocks: Sequence[Block], scores: Mapping[int, float], tried: Sequence[Sequence[int]], best: _Reading
) -> _Reading:
    """The reading again, after trying as the other what is hardly told to be a headline or prose."""
    doubts = sorted((i for i in scores if abs(scores[i]) < UNSURE), key=lambda i: abs(scores[i]))
    for doubt in doubts[:MOST_DOUBTS]:
        flags = [flag != (i == doubt) for i, flag in enumerate(best.headline)]
        other = _best(blocks, flags, tried)
        if other.score > best.score + DEARER * abs(scores[doubt]):
            best = other
    return best


def _read(blocks: Sequence[Block], flags: Sequence[bool], order: Sequence[int]) -> _Reading:
    """The likeliest way to read the blocks when they stand in this order."""
    if not order:
        return _Reading(flags, [], 0.0)
    standing, headline = [blocks[i] for i in order], [flags[i] for i in order]
    scores = link_scores(standing, headline)
    links = likeliest(standing, headline, scores)
    strung = place_headlines(chains(len(order), links), standing, headline)
    return _Reading(flags, [[order[k] for k in chain] for chain in strung], total(scores, links))


def _parts(blocks: Sequence[Block], flags: Sequence[bool], chain: list[int], copies: Mapping[int, int]) -> Parts:
    """A chain as an article: the headlines it begins with, then its prose (crossheads among it)."""
    count = next((k for k, i in enumerate(chain) if not flags[i]), len(chain))
    return Parts(
        titles=tuple(blocks[i] for i in chain[:count]),
        prose=tuple(blocks[i] for i in chain[count:]),
        crossheads=frozenset(blocks[i] for i in chain[count:] if flags[i]),
        duplicates=tuple(blocks[copy] for copy, original in copies.items() if original in chain),
    )
