"""News in brief and lists of headlines: what stands under one heading, but is news of its own piece by piece."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from rag.reading.blocks import Block
from rag.reading.cues import has_cue
from rag.reading.parts import Parts
from rag.tables import rows
from rag.time import issue_day

MARKS = "●■◆▲★○□◇△☆•▪◎※►▶"
"""Signs that items begin with."""

DATED = 0.5
"""Share of the marked paragraphs that must open with a day, under a headline that is no column's: demands have marks too."""

_BRACKETED = re.compile(r"[【［\[][^】］\]]{1,12}[】］\]]")


def told_apart(parts: Parts) -> list[Parts]:
    """The pieces of news in an article: itself, or each item where it is a column of news in brief or a list of headlines.

    The heading stays with the first.
    """
    if not parts.prose:
        return _headlines(parts)
    items = _items(parts.prose, any(_is_column(title.text) for title in parts.titles))
    if len(items) < 2:
        return [parts]
    return [
        Parts(parts.titles if not k else (), item, parts.duplicates if not k else (), parts.crossheads)
        for k, item in enumerate(items)
    ]


def _headlines(parts: Parts) -> list[Parts]:
    """Headlines that each bear a day of their own, one by one."""
    if len(parts.titles) < 2 or not all(issue_day(title.text) for title in parts.titles):
        return [parts]
    return [Parts((title,), ()) for title in parts.titles]


def _items(prose: Sequence[Block], column: bool) -> list[tuple[Block, ...]]:
    """The blocks item by item; all in one where nothing tells of items."""
    opening = _opening(prose)
    marked = [block for block in prose if opening and _mark(block) == opening]
    if column and not marked:
        marked = [block for block in prose if block.ended]
        if len(marked) < len(prose):
            return [tuple(prose)]
    elif not column and sum(has_cue("date", block.text.lstrip(MARKS + " 　")) for block in marked) < DATED * len(
        marked
    ):
        return [tuple(prose)]
    items: list[list[Block]] = [[]]
    for block in prose:
        if block in marked and items[-1]:
            items.append([])
        items[-1].append(block)
    return [tuple(item) for item in items]


def _opening(prose: Sequence[Block]) -> str:
    """The kind of mark that two blocks or more begin with."""
    kinds = Counter(filter(None, map(_mark, prose)))
    kind, count = max(kinds.items(), key=lambda item: item[1], default=("", 0))
    return kind if count > 1 else ""


def _mark(block: Block) -> str:
    if block.text[:1] in MARKS:
        return block.text[:1]
    return "【】" if _BRACKETED.match(block.text) else ""


@cache
def _columns() -> re.Pattern[str]:
    return re.compile("|".join(pattern for (pattern, *_) in rows("brief_titles.tsv")))


def _is_column(title: str) -> bool:
    return _columns().fullmatch(title.strip(MARKS + " 　[]【】《》·:：")) is not None
