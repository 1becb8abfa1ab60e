"""How well each block of a page can follow each other block in an article, as log-odds from learned weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.reading.affinity import Square
from rag.reading.blocks import Block
from rag.reading.sight import Flags, Sight, look
from rag.reading.weights import weights

Observed = Mapping[str, NDArray[Any]]
Features = dict[str, dict[str, Square]]
Numbers = NDArray[np.float64]

NEVER = -9.0
"""Log-odds of what is not even weighed, such as prose followed by a headline."""

SURE = 9.0
"""Log-odds at least with which a line of a list, or a signature, follows what stands right before it."""


def link_scores(blocks: Sequence[Block], headlines: Sequence[bool]) -> Square:
    """Log-odds that block j directly follows block i in an article; shape (n, n), positive where it is likelier.

    No prose follows what goes on elsewhere, nor comes before what began there. A line that is whole without a stop
    follows its neighbour: a list has few words in common with its article.
    """
    scores = weigh(_observed(blocks, headlines), {kind: weights(kind) for kind in OBSERVERS})
    prose = ~np.array(headlines, dtype=np.bool_)
    goes_on, begun = (np.array(flags, np.bool_) for flags in zip(*((b.goes_on, b.begun) for b in blocks), strict=True))
    parted = goes_on[:, None] | begun[None, :]
    scores = np.where(parted & prose[:, None] & prose[None, :], np.float32(NEVER), scores)
    for at in (k for k, block in enumerate(blocks) if k and block.whole):
        beside = max(scores[at - 1, at], np.float32(SURE))
        scores[:, at] = NEVER
        scores[at - 1, at] = beside
    return scores


def link_features(blocks: Sequence[Block], headlines: Sequence[bool]) -> Features:
    """What is observed of each pair, by kind of link; zero for pairs of another kind, `bias` one for this one."""
    return {
        kind: {name: np.asarray(square * seen["bias"], dtype=np.float32) for name, square in seen.items()}
        for kind, seen in _observed(blocks, headlines).items()
    }


def _observed(blocks: Sequence[Block], headlines: Sequence[bool]) -> dict[str, Observed]:
    """The same, of pairs of other kinds too."""
    sight = look(blocks, headlines)
    return {kind: observe(sight) for kind, observe in OBSERVERS.items()}


def weigh(features: Mapping[str, Observed], learned: Mapping[str, Mapping[str, float]]) -> Square:
    """The weighted sum of the features of each pair, NEVER where it is of no kind."""
    total = np.full(features["prose"]["bias"].shape, NEVER, np.float32)
    for kind, group in features.items():
        weighed = (np.float32(learned[kind][name]) * square.astype(np.float32) for name, square in group.items())
        score = sum(weighed, np.zeros_like(total))
        total = np.where(group["bias"] > 0, score, total)
    return total


def _prose(see: Sight) -> Observed:
    """Prose that follows prose."""
    steps = see.prose[None, :] - see.prose[:, None]
    titles = np.abs(see.titles[None, :] - see.titles[:, None])
    kind = ~see.headline[:, None] & ~see.headline[None, :] & _later(see)
    broken, whole = see.open[:, None] & kind, ~see.open[:, None] & kind
    adjacent, next_to = steps == 1, (steps == 1) & (titles == 0)
    return {
        "bias": kind,
        "next": next_to,
        "next_past_headline": adjacent & (titles == 1),
        "next_past_headlines": adjacent & (titles >= 2),
        "skip_one": (steps == 2) & (titles == 0),
        "skip_one_past_headline": (steps == 2) & (titles > 0),
        "skip_two": steps == 3,
        "skip_more": np.clip(steps - 3, 0, 10) / 5,
        "headlines": np.clip(titles, 0, 4),
        "broken_next": broken & next_to,
        "broken_next_past_headline": broken & adjacent & (titles > 0),
        "broken_far": broken & (steps > 1),
        "broken_inside": broken & see.inside[None, :],
        "broken_lead": broken & see.lead[None, :],
        "broken_printed": see.seams.printed,
        "broken_word": see.seams.word,
        "broken_no_seam": broken & (see.seams.printed == 0) & (see.seams.word == 0),
        "whole_inside": whole & see.inside[None, :],
        "date_whole": see.date[None, :] & whole,
        "credit": see.credit[:, None] & kind,
        "credit_next": see.credit[:, None] & next_to,
        "lead_next": see.lead[None, :] & next_to,
        "closing_next": see.closing[None, :] & next_to,
        "short_next": see.short[None, :] & next_to,
        "quote_kept": see.quote_open[:, None] & see.quote_close[None, :],
        "quote_lost": see.quote_open[:, None] & ~see.quote_close[None, :],
        "quote_from_nowhere": ~see.quote_open[:, None] & see.quote_close[None, :],
        "after_broken_far": see.after_open[None, :] & (steps > 1),
        **_of_second(see, kind, "lead", "date", "short", "closing"),
        **_of_likeness(see, adjacent),
    }


def _of_likeness(see: Sight, adjacent: Flags) -> Observed:
    """How like the two are, and the second what the first stands under; apart for neighbours and for scraps."""
    scrap = see.context * see.short[:, None]
    return {
        "likeness": see.likeness,
        "likeness_next": see.likeness * adjacent,
        "context": see.context,
        "context_next": see.context * adjacent,
        "context_of_short": scrap,
        "context_of_short_next": scrap * adjacent,
    }


def _opening(see: Sight) -> Observed:
    """Prose that follows its headline, wherever on the page that stands."""
    later, kind = _later(see), see.headline[:, None] & ~see.headline[None, :]
    steps = see.prose[None, :] - see.prose[:, None]
    between = np.where(later, steps - 1, -steps)
    apart = see.titles[None, :] - see.titles[:, None]
    at_once, back_at_once = later & (between == 0), ~later & (between == 0)
    return {
        "bias": kind,
        "at_once": at_once,
        "past_one": later & (between == 1),
        "past_two": later & (between == 2),
        "past_some": later & (between >= 3) & (between < 7),
        "past_more": np.where(later, np.clip(between - 3, 0, 20) / 5, 0),
        "back_at_once": back_at_once,
        "back_one": ~later & (between == 1),
        "back_more": np.where(~later, np.clip(between - 1, 0, 20) / 5, 0),
        "back_to_start": back_at_once & (see.lead | see.date)[None, :],
        "headlines": np.clip(np.where(later, apart, -apart - 1), 0, 4),
        "after_broken_at_once": see.after_open[None, :] & at_once,
        "likeness": see.likeness,
        "likeness_after": see.soon,
        **_of_second(see, kind, "lead", "date", "inside", "short", "after_open", "quote_close", "closing"),
    }


def _stack(see: Sight) -> Observed:
    """A headline that follows another of the same article: kicker, headline, subtitle."""
    together = see.prose[None, :] == see.prose[:, None]
    return {
        "bias": see.headline[:, None] & see.headline[None, :] & _later(see),
        "together": together,
        "touching": together & (see.titles[None, :] - see.titles[:, None] == 1),
        "likeness": see.likeness,
    }


OBSERVERS = {"prose": _prose, "opening": _opening, "stack": _stack}
"""Kind of link -> what is observed of it; the names of the groups of weights."""


def _later(see: Sight) -> Flags:
    at = np.arange(len(see.headline))
    return np.asarray(at[None, :] > at[:, None], dtype=np.bool_)


def _of_second(see: Sight, kind: Flags, *names: str) -> dict[str, NDArray[Any]]:
    """Flags of the block that follows, whatever it follows."""
    return {name: getattr(see, name)[None, :] & kind for name in names}
