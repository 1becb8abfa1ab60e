"""Which blocks are headlines: told by their shape and wording, weighed by learned weights."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rag.dictionary import is_word
from rag.reading.blocks import Block
from rag.reading.cues import has_cue
from rag.reading.listed import PAUSES
from rag.reading.spaced import lists_names
from rag.reading.weights import weights

LONGEST = 50
"""Characters. Headlines on one line with kicker and subtitle reach some 45; what is longer is prose."""

SURELY = 9.0
"""Log-odds of what no prose looks like: a line that opens with a dash and ends without a stop."""

_COMMAS = re.compile("[，,]")
_EXCLAIMED = re.compile("[！？!?]")


def headline_flags(blocks: Sequence[Block]) -> list[bool]:
    """For each block whether it is a headline."""
    return [score > 0 for score in headline_scores(blocks)]


def headline_scores(blocks: Sequence[Block]) -> list[float]:
    """For each block the log-odds that it is a headline; minus infinity where it is too long."""
    page = "\n".join(b.text for b in blocks)
    return [headline_score(a, b, c, page) for a, b, c in _triples(blocks)]


def headline_score(before: Block | None, block: Block, after: Block | None, page: str) -> float:
    """Log-odds that a block is a headline; minus infinity where it is too long. `page` is the wording all around."""
    if len(block.text) > LONGEST:
        return float("-inf")
    if block.whole:
        return float("-inf")
    if has_cue("subtitle", block.text):
        return SURELY
    if block.text.endswith(PAUSES) or has_cue("opens_list", block.text) or lists_names(block.text):
        return float("-inf")
    observed = headline_features(before, block, after, page)
    return sum(w * observed[name] for name, w in weights("headline").items())


def headline_features(before: Block | None, block: Block, after: Block | None, page: str) -> dict[str, float]:
    """What is observed of a block, by the names of the learned weights."""
    text = block.text
    inner, last = text[:-1], text[-1:]
    flags = {
        "bias": True,
        "over_34": len(text) > 34,
        "over_40": len(text) > 40,
        "stop_inside": any(c in inner for c in "。；;"),
        "ends_stop": last in tuple("。."),
        "ends_exclaiming": last in tuple("！？…!?"),
        "ends_pausing": last in tuple("，、；：,;"),
        "spaced": has_cue("spaced", text),
        "lead": has_cue("lead", text),
        "date": has_cue("date", text),
        "starts_inside": text[:1] in tuple("，。、；：”）！？,.)"),
        "bracket": text[:1] in tuple("（("),
        "wrapped": has_cue("wrapped", text),
        "after_open": before is not None and not before.ended and len(before.text) > LONGEST,
        "first": before is None,
        "last": after is None,
        "colon": "：" in text,
        "source": has_cue("source", text),
        "quote_open": text.count("“") != text.count("”"),
        "goes_on": after is not None
        and (after.text[:1] in tuple("，。、；：”）！？,.)") or has_cue("function", after.text)),
        "dangling": has_cue("dangling", text),
        "telling": has_cue("telling", text),
        "seam_after": after is not None and not block.ended and text[-1:] + after.text[:1] in page,
        "seam_before": before is not None and not before.ended and before.text[-1:] + text[:1] in page,
        "word_after": after is not None and not block.ended and is_word(text[-1:] + after.text[:1]),
        "word_before": before is not None and not before.ended and is_word(before.text[-1:] + text[:1]),
        "narrating": has_cue("narrating", text),
    }
    return {k: float(v) for k, v in flags.items()} | {
        "length": len(text) / 10,
        "items": float(text.count("、")),
        "commas": float(len(_COMMAS.findall(text))),
        "exclaimed_inside": float(len(_EXCLAIMED.findall(inner))),
    }


def _triples(blocks: Sequence[Block]) -> list[tuple[Block | None, Block, Block | None]]:
    padded: list[Block | None] = [None, *blocks, None]
    pairs = list(pairwise(padded))
    return [(a, b, c) for (a, b), (_, c) in pairwise(pairs) if b is not None]
