"""What is seen of the blocks of a page before any of them is linked: cues, seams, likeness, places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.reading.affinity import TINY, Square, cosines
from rag.reading.blocks import Block
from rag.reading.cues import has_cue
from rag.reading.seams import Seams, brackets, find_seams

Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]

SHORT = 40
"""Characters. Prose below that is a credit, a caption or a scrap."""

INSIDE = tuple("，。、；：”）！？,.)》】」』%")
"""What no sentence begins with."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Flags of shape (n,), and squares (n, n) of the pairs (before, after).

    `open`: the last sentence is broken off. `inside`: begins in the middle of a sentence. `after_open`: the prose
    before it, headlines aside, is open. `context`: how like the one what stands from the headlines above down to the
    other is. `soon`: how like the one the two blocks of prose after the other are. `prose` and `titles` count the
    blocks of each sort down to this one.
    """

    headline: Flags
    open: Flags
    inside: Flags
    after_open: Flags
    lead: Flags
    date: Flags
    credit: Flags
    closing: Flags
    short: Flags
    quote_open: Flags
    quote_close: Flags
    likeness: Square
    context: Square
    soon: Square
    seams: Seams
    prose: Counts
    titles: Counts


def look(blocks: Sequence[Block], headlines: Sequence[bool]) -> Sight:
    """What is seen of the blocks, standing in this order."""

    def each(test: Callable[[Block], bool]) -> Flags:
        return np.array([test(b) for b in blocks], dtype=np.bool_)

    headline = np.array(headlines, dtype=np.bool_)
    alike = cosines([b.text for b in blocks])
    likeness = _damped(alike)
    is_open = each(lambda b: not b.ended) & ~headline
    prose = np.nonzero(~headline)[0]
    sides = [brackets(b.text) for b in blocks]
    return Sight(
        headline=headline,
        open=is_open,
        inside=each(lambda b: b.text.startswith(INSIDE) or has_cue("function", b.text)),
        after_open=_after_open(is_open, prose),
        lead=each(lambda b: has_cue("lead", b.text)),
        date=each(lambda b: has_cue("date", b.text)),
        closing=each(lambda b: has_cue("closing", b.text)),
        credit=each(lambda b: has_cue("credit", b.text)),
        short=each(lambda b: len(b.text) < SHORT),
        quote_open=np.array([opens for opens, _ in sides], dtype=np.bool_),
        quote_close=np.array([closes for _, closes in sides], dtype=np.bool_),
        likeness=likeness,
        context=_damped(_contexts(alike, headline)),
        soon=_soon(likeness, prose),
        seams=find_seams(blocks, [int(i) for i in prose]),
        prose=np.cumsum(~headline),
        titles=np.cumsum(headline),
    )


def _damped(alike: Square) -> Square:
    """Square roots: a few shared names count, many more do not count as many times."""
    return np.asarray(np.sqrt(np.clip(alike, 0, 1)), dtype=np.float32)


def _after_open(is_open: Flags, prose: NDArray[np.intp]) -> Flags:
    found = np.zeros(len(is_open), dtype=np.bool_)
    found[prose[1:]] = is_open[prose[:-1]]
    return found


def _soon(likeness: Square, prose: NDArray[np.intp]) -> Square:
    """An article may open with a quotation or a scene: what its headline says comes a little later."""
    found = np.zeros_like(likeness)
    for ahead in (1, 2):
        found[:, prose[:-ahead]] = np.maximum(found[:, prose[:-ahead]], likeness[:, prose[ahead:]])
    return found


def _contexts(alike: Square, headline: Flags) -> Square:
    """How like each block (column) what stands from the headlines above down to another (row) is, taken together.

    A block of a few words says little of its article; what it stands under says more.
    """
    within = np.eye(len(alike), dtype=np.float32)
    for at in range(1, len(alike)):
        if headline[at - 1] or not headline[at]:
            within[at] += within[at - 1]
    products = within @ alike
    length = np.sqrt(np.maximum((products * within).sum(axis=1, keepdims=True), TINY))
    return np.asarray(products / length, dtype=np.float32)
