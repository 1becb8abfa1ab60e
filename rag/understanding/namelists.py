"""Names in lists: where the items beside a name begin, and what stands there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from rag.script import HAN
from rag.understanding.lexicon import Lexicon
from rag.understanding.mistaken import no_name, occurrences

_ITEM = re.compile(rf"[{HAN}]{{2,3}}?(?=等?[、，,。；; \u3000])")
_ITEM_END = re.compile(r"等?[、，,。；; \u3000]|等")
_ITEM_BEFORE = re.compile(rf"(?:^|[，,。；;、\n])([{HAN}]{{2,4}})、$")
_THERE = re.compile(rf"[{HAN}]{{2,3}}(?:、[{HAN}]{{2,3}})+?(?=(?:等)?(?:参加|出席|列席|陪同|一同|分别))")
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


def bounded(text: str, start: int, lexicon: Lexicon) -> list[str]:
    """An item of a list of names that is a name by its length alone, whatever rare family name it begins with."""
    item = _ITEM.match(text, start)
    name = item.group() if item else ""
    family = name[:1] in lexicon.surnames and name[:1] not in JOINING
    return [name] if family and not no_name(name, lexicon) else []


def all_there(known: Collection[str], text: str, lexicon: Lexicon) -> Iterator[str]:
    """The items of lists of those who came, one of whom is known by name; what a dictionary holds is no item of them."""
    for match in _THERE.finditer(text):
        items = match.group().split("、")
        named = [item for item in items if item.startswith(tuple(known))]
        if len(items) > 2 and 2 * len(named) >= len(items):
            yield from (i for i in items if len(i) <= LONGEST_ITEM and i not in named and not _word(i, lexicon))


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
