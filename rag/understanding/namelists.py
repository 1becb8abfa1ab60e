"""Names in lists: where the items beside a name begin, and what stands there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from rag.script import HAN
from rag.tables import any_of
from rag.understanding.lexicon import Lexicon
from rag.understanding.mistaken import no_name, occurrences

_ITEM = re.compile(rf"[{HAN}]{{2,3}}?(?=等?(?:[、，,。；; \u3000\n]|$))")
_ITEM_END = re.compile(r"等?[、，,。；; \u3000]|等")
_ITEM_BEFORE = re.compile(rf"(?:^|[，,。；;、\n])([{HAN}]{{2,4}})、$")
_RUN = re.compile(rf"(?<![{HAN}])[{HAN}]{{2,}}+(?:、[{HAN}]{{2,}}+)++")
_CAME = re.compile(rf"等?(?:[省市区县州镇]领导|{any_of('came')})")
"""What is said of a list of people behind it."""

_NEXT = re.compile(rf"、([{HAN}]+)")

LONGEST_ITEM = 3
"""Characters of a name in a list without a family name that is known."""

JOINING = "和有都来那由但可"
"""Rare family names that join words so often that no list shows them to be names."""

_REACH = 6
"""Characters before a name in which the item before it and its mark stand."""


def beside(name: str, text: str) -> Iterator[int]:
    """Where the items before and behind this name in a list begin."""
    for at in occurrences(text, name):
        end = at + len(name)
        if text.startswith("、", end):
            yield end + 1
        front = max(0, at - _REACH)
        if match := _ITEM_BEFORE.search(text[front:at]):
            yield front + match.start(1)


def in_row(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether what ends there is followed by 、 and another office with a name, as in a row of those who came."""
    item = _NEXT.match(text, end)
    offices = [m.end() for m in lexicon.patterns["office"].finditer(item[1])] if item else []
    return bool(item and offices and item[1][offices[-1] : offices[-1] + 1] in lexicon.surnames)


def bounded(text: str, start: int, lexicon: Lexicon) -> list[str]:
    """An item of a list of names that is a name by its length alone, whatever rare family name it begins with."""
    item = _ITEM.match(text, start)
    name = item.group() if item else ""
    family = name[:1] in lexicon.surnames and name[:1] not in JOINING
    return [name] if family and not no_name(name, lexicon) else []


def came(text: str, longest: int) -> Iterator[list[tuple[int, int]]]:
    """Where the items stand of each list of those who came, as far as no item is longer than a name.

    Of the item that is, which has an office before the name, the end counts.
    """
    for run in _RUN.finditer(text):
        start = text.rfind("、", run.start(), run.end()) + 1
        end = next((start + n for n in range(2, longest + 1) if _CAME.match(text, start + n)), 0)
        items = [(start, end)] if end else []
        while end and start > run.start():
            stop = start - 1
            start = max(text.rfind("、", run.start(), stop) + 1, run.start())
            items.append((max(start, stop - longest), stop))
            if stop - start > longest:
                break
        if len(items) > 1:
            yield items[::-1]


def all_there(known: Collection[str], text: str, lexicon: Lexicon) -> Iterator[str]:
    """The items of lists of those who came, one of whom is known by name; what a dictionary holds is no item of them."""
    for spans in came(text, LONGEST_ITEM):
        items = [text[start:end] for start, end in spans]
        named = {item for item in items if any(item[:size] in known for size in range(2, len(item) + 1))}
        if len(items) > 2 and 2 * sum(item in named for item in items) >= len(items):
            yield from (i for i in items if i not in named and not _word(i, lexicon))


def _word(item: str, lexicon: Lexicon) -> bool:
    return item in lexicon.dictionary_words or no_name(item, lexicon) or item[-1] in "等们"


def among(name: str, known: Collection[str], text: str) -> bool:
    """Whether a common word stands in a list right beside a name, as only another name does."""
    others = tuple(known)
    for at in occurrences(text, name):
        end = at + len(name)
        if text.startswith("、", end) and text.startswith(others, end + 1):
            return True
        if text[at - 1 : at] == "、" and _ITEM_END.match(text, end) and text.endswith(others, 0, at - 1):
            return True
    return False
