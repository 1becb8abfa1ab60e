"""A stretch of blocks -> its articles and its furniture: every rule of reading applied in turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rag.reading.blocks import Block
from rag.reading.chains import best_links, chains
from rag.reading.duplicates import find_duplicates, orders
from rag.reading.furniture import find_furniture
from rag.reading.headlines import headline_flags
from rag.reading.leftovers import place_headlines
from rag.reading.links import link_scores
from rag.reading.parts import Parts

CLEARLY = 15.0
"""Log-odds by which another order must win: as much as one sure link is worth."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the blocks: chains of their numbers, and the log-odds of all links in it."""

    chains: list[list[int]]
    score: float


def tell_apart(blocks: Sequence[Block]) -> tuple[list[Parts], list[Block]]:
    """The articles of a stretch, and its furniture; each block is in one of them."""
    flags = headline_flags(blocks)
    furniture = find_furniture(blocks, flags)
    copies = _copies(blocks, [i for i, headline in enumerate(flags) if not headline and i not in furniture])
    left = [i for i in range(len(blocks)) if i not in furniture and i not in copies]
    best = _best(blocks, flags, orders(left, copies))
    articles = [chain for chain in best.chains if not all(flags[i] for i in chain)] or best.chains
    slogans = {i for chain in best.chains if chain not in articles for i in chain}
    return [_parts(blocks, flags, chain, copies) for chain in articles], [
        blocks[i] for i in sorted(furniture | slogans)
    ]


def _copies(blocks: Sequence[Block], prose: Sequence[int]) -> dict[int, int]:
    """Repeated block -> the block that is kept."""
    return {prose[a]: prose[b] for a, b in find_duplicates([blocks[i] for i in prose]).items()}


def _best(blocks: Sequence[Block], flags: Sequence[bool], tried: Iterable[Sequence[int]]) -> _Reading:
    """The likeliest reading; the first order, that of the page, holds unless another is clearly better."""
    readings = [_read(blocks, flags, order) for order in tried]
    best = max(readings, key=lambda r: r.score)
    return best if best.score > readings[0].score + CLEARLY else readings[0]


def _read(blocks: Sequence[Block], flags: Sequence[bool], order: Sequence[int]) -> _Reading:
    """The likeliest way to read the blocks when they stand in this order."""
    if not order:
        return _Reading([], 0.0)
    standing, headline = [blocks[i] for i in order], [flags[i] for i in order]
    scores = link_scores(standing, headline)
    links = best_links(scores)
    strung = place_headlines(chains(len(order), links), standing, headline)
    return _Reading([[order[k] for k in chain] for chain in strung], float(sum(scores[i, j] for i, j in links)))


def _parts(blocks: Sequence[Block], flags: Sequence[bool], chain: list[int], copies: Mapping[int, int]) -> Parts:
    """A chain as an article: the headlines it begins with, then its prose (crossheads among it)."""
    count = next((k for k, i in enumerate(chain) if not flags[i]), len(chain))
    return Parts(
        titles=tuple(blocks[i] for i in chain[:count]),
        prose=tuple(blocks[i] for i in chain[count:]),
        duplicates=tuple(blocks[copy] for copy, original in copies.items() if original in chain),
    )
