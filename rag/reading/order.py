"""A page on which nothing is broken: it came from a file that keeps its order, and reading it as it stands is likeliest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from rag.reading.affinity import Square
from rag.reading.blocks import Block
from rag.reading.chains import Link, best_links
from rag.reading.links import NEVER
from rag.reading.parts import GOES_ON

CLEARER = 5.0
"""Log-odds by which links across such a page must win over those between neighbours. Columns that were torn apart break
sentences on every page; where none is broken a name that two neighbouring articles share is no reason to swap their parts."""


def likeliest(blocks: Sequence[Block], headline: Sequence[bool], scores: Square) -> list[Link]:
    """The best links of blocks with these log-odds, on an unbroken page those between neighbours unless others win clearly."""
    best = best_links(scores)
    if any(_broken(block) for block, title in zip(blocks, headline, strict=True) if not title):
        return best
    plain = best_links(_between_neighbours(scores, headline))
    return plain if total(scores, plain) + CLEARER >= total(scores, best) else best


def total(scores: Square, links: Sequence[Link]) -> float:
    """The log-odds of the links together."""
    return float(sum(scores[i, j] for i, j in links))


def _broken(block: Block) -> bool:
    return not block.ended or block.text.startswith(GOES_ON)


def _between_neighbours(scores: Square, headline: Sequence[bool]) -> Square:
    """The scores of each block with the next, and of prose with the next prose across headlines; NEVER elsewhere."""
    prose = [i for i, title in enumerate(headline) if not title]
    near = np.zeros(scores.shape, dtype=np.bool_)
    for before, after in (*pairwise(range(len(headline))), *pairwise(prose)):
        near[before, after] = True
    return np.where(near, scores, np.float32(NEVER))
