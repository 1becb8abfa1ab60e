"""How well each block of a page can follow each other block in an article, as log-odds from learned weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.ports import Vectors
from rag.reading.affinity import bigram_vectors
from rag.reading.blocks import Block
from rag.reading.cues import has_cue
from rag.reading.seams import brackets, printed_elsewhere
from rag.reading.weights import weights

Square = NDArray[np.float32]
Flags = NDArray[np.bool_]
Features = dict[str, dict[str, Square]]
Numbers = NDArray[np.float64]

NEVER = -9.0
"""Log-odds of what is not even weighed, such as prose followed by a headline."""

SHORT = 40
"""Characters. Prose below that is a credit, a caption or a scrap."""

_INSIDE = tuple("，。、；：”）！？,.)》】」』%")


@dataclass(frozen=True, slots=True)
class _Sight:
    """What is seen of a page's blocks: flags of shape (n,), and squares (n, n) of the pairs (before, after)."""

    headline: Flags
    open: Flags
    inside: Flags
    lead: Flags
    date: Flags
    credit: Flags
    short: Flags
    quote_open: Flags
    quote_close: Flags
    likeness: Square
    context: Square
    seam: Square


def link_scores(blocks: Sequence[Block], headline: Sequence[bool]) -> Square:
    """Log-odds that block j directly follows block i in an article; shape (n, n), positive where it is likelier."""
    total = np.full((len(blocks), len(blocks)), NEVER, dtype=np.float32)
    for kind, features in link_features(blocks, headline).items():
        learned = weights(kind)
        score = sum((learned[name] * square for name, square in features.items()), np.zeros_like(total))
        total = np.where(features["bias"] > 0, score, total)
    return total


def link_features(blocks: Sequence[Block], headline: Sequence[bool]) -> Features:
    """What is observed of each pair, by kind of link: prose after prose, prose after its headline, headline stack."""
    sight = _look(blocks, np.array(headline, dtype=np.bool_))
    return {kind: _masked(observe(sight)) for kind, observe in OBSERVERS.items()}


def _masked(features: dict[str, NDArray[np.generic]]) -> dict[str, Square]:
    of_kind = features["bias"]
    return {name: np.asarray(square * of_kind, dtype=np.float32) for name, square in features.items()}


def _look(blocks: Sequence[Block], headline: Flags) -> _Sight:
    def each(test: Callable[[Block], bool]) -> Flags:
        return np.array([test(b) for b in blocks], dtype=np.bool_)

    vectors = bigram_vectors([b.text for b in blocks])
    contexts = _contexts(vectors, headline)
    short = each(lambda b: len(b.text) < SHORT)
    sides = [brackets(b.text) for b in blocks]
    return _Sight(
        headline=headline,
        open=each(lambda b: not b.ended) & ~headline,
        inside=each(lambda b: b.text.startswith(_INSIDE) or has_cue("function", b.text)),
        lead=each(lambda b: has_cue("lead", b.text)),
        date=each(lambda b: has_cue("date", b.text)),
        credit=each(lambda b: has_cue("credit", b.text)),
        short=short,
        quote_open=np.array([opens for opens, _ in sides], dtype=np.bool_),
        quote_close=np.array([closes for _, closes in sides], dtype=np.bool_),
        likeness=np.sqrt(np.clip(vectors @ vectors.T, 0, 1)),
        context=np.sqrt(np.clip(contexts @ vectors.T, 0, 1)),
        seam=printed_elsewhere(blocks, [int(i) for i in np.nonzero(~headline)[0]]),
    )


def _prose(see: _Sight) -> dict[str, NDArray[np.generic]]:
    before, after = _pairs(see)
    steps = after.prose - before.prose
    titles = np.abs(after.titles - before.titles)
    kind = ~see.headline[:, None] & ~see.headline[None, :] & after.later
    broken = see.open[:, None] & kind
    whole = ~see.open[:, None] & kind
    next_to = (steps == 1) & (titles == 0)
    return {
        "bias": kind,
        "next": next_to,
        "next_past_headline": (steps == 1) & (titles == 1),
        "next_past_headlines": (steps == 1) & (titles >= 2),
        "skip_one": (steps == 2) & (titles == 0),
        "skip_one_past_headline": (steps == 2) & (titles > 0),
        "skip_two": steps == 3,
        "skip_more": np.clip(steps - 3, 0, 10) / 5,
        "headlines": np.clip(titles, 0, 4),
        "broken_next": broken & next_to,
        "broken_next_past_headline": broken & (steps == 1) & (titles > 0),
        "broken_far": broken & (steps > 1),
        "broken_inside": broken & see.inside[None, :],
        "broken_lead": broken & see.lead[None, :],
        "broken_seam": see.seam,
        "broken_no_seam": broken & (see.seam == 0),
        "whole_inside": whole & see.inside[None, :],
        "lead": see.lead[None, :] & kind,
        "lead_next": see.lead[None, :] & next_to,
        "date": see.date[None, :] & kind,
        "date_whole": see.date[None, :] & whole,
        "credit": see.credit[:, None] & kind,
        "credit_next": see.credit[:, None] & next_to,
        "short": see.short[None, :] & kind,
        "short_next": see.short[None, :] & next_to,
        "quote_kept": see.quote_open[:, None] & see.quote_close[None, :],
        "quote_lost": see.quote_open[:, None] & ~see.quote_close[None, :],
        "quote_from_nowhere": ~see.quote_open[:, None] & see.quote_close[None, :],
        "likeness": see.likeness,
        "likeness_next": see.likeness * (steps == 1),
        "context": see.context,
        "context_next": see.context * (steps == 1),
        "context_of_short": see.context * see.short[:, None],
        "context_of_short_next": see.context * see.short[:, None] * (steps == 1),
        "after_broken_far": _follows_broken(see)[None, :] & (steps > 1),
    }


def _opening(see: _Sight) -> dict[str, NDArray[np.generic]]:
    before, after = _pairs(see)
    kind = see.headline[:, None] & ~see.headline[None, :]
    between = np.where(after.later, after.prose - 1 - before.prose, before.prose - after.prose)
    titles = np.where(after.later, after.titles - before.titles, before.titles - 1 - after.titles)
    starts = (see.lead | see.date)[None, :]
    return {
        "bias": kind,
        "at_once": after.later & (between == 0),
        "past_one": after.later & (between == 1),
        "past_two": after.later & (between == 2),
        "past_some": after.later & (between >= 3) & (between < 7),
        "past_more": np.where(after.later, np.clip(between - 3, 0, 20) / 5, 0),
        "back_at_once": ~after.later & (between == 0),
        "back_one": ~after.later & (between == 1),
        "back_more": np.where(~after.later, np.clip(between - 1, 0, 20) / 5, 0),
        "back_to_start": ~after.later & (between == 0) & starts,
        "headlines": np.clip(titles, 0, 4),
        "lead": see.lead[None, :] & kind,
        "date": see.date[None, :] & kind,
        "inside": see.inside[None, :] & kind,
        "after_broken": _follows_broken(see)[None, :] & kind,
        "after_broken_at_once": _follows_broken(see)[None, :] & after.later & (between == 0),
        "short": see.short[None, :] & kind,
        "quote_from_nowhere": see.quote_close[None, :] & kind,
        "likeness": see.likeness,
        "likeness_after": _soon_after(see),
    }


def _stack(see: _Sight) -> dict[str, NDArray[np.generic]]:
    before, after = _pairs(see)
    kind = see.headline[:, None] & see.headline[None, :] & after.later
    together = after.prose == before.prose
    return {
        "bias": kind,
        "together": together,
        "touching": together & (after.titles - before.titles == 1),
        "likeness": see.likeness,
    }


OBSERVERS = {"prose": _prose, "opening": _opening, "stack": _stack}
"""Kind of link -> what is observed of it; the names of the weights' groups."""


@dataclass(frozen=True, slots=True)
class _Side:
    prose: NDArray[np.intp]
    titles: NDArray[np.intp]
    later: Flags


def _pairs(see: _Sight) -> tuple[_Side, _Side]:
    """Blocks of prose and headlines up to the one and up to the other of each pair, and which comes later."""
    n = len(see.headline)
    prose, titles, at = np.cumsum(~see.headline), np.cumsum(see.headline), np.arange(n)
    before = _Side(prose[:, None], titles[:, None], at[:, None] > at[None, :])
    return before, _Side(prose[None, :], titles[None, :], at[None, :] > at[:, None])


def _contexts(vectors: Vectors, headline: Flags) -> Vectors:
    """For each block the sum of what stands from the headlines above down to it, as unit rows.

    A block of a few words says little of its article; what it stands under says more.
    """
    found = np.array(vectors)
    for at in range(1, len(vectors)):
        if headline[at - 1] or not headline[at]:
            found[at] += found[at - 1]
    return np.asarray(found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9), dtype=np.float32)


def _follows_broken(see: _Sight) -> Flags:
    """Whether the block of prose before this one, headlines aside, ends in the middle of a sentence."""
    found = np.zeros(len(see.open), dtype=np.bool_)
    prose = np.nonzero(~see.headline)[0]
    found[prose[1:]] = see.open[prose[:-1]]
    return found


def _soon_after(see: _Sight) -> Square:
    """How like the headline the two blocks of prose after an opening are: an opening may be a quotation or a scene."""
    found = np.zeros_like(see.likeness)
    prose = np.nonzero(~see.headline)[0]
    for ahead in (1, 2):
        found[:, prose[:-ahead]] = np.maximum(found[:, prose[:-ahead]], see.likeness[:, prose[ahead:]])
    return found
