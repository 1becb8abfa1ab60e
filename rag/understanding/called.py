"""Persons called by family name and office alone (陈书记, 李县长), where the article tells who that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rag.tables import rows
from rag.understanding.lexicon import Lexicon
from rag.understanding.roles import Named, at_edge


def with_called(text: str, people: Sequence[Named], roles: Mapping[str, str], lexicon: Lexicon) -> tuple[Named, ...]:
    """The persons of a sentence with those it calls by family name and office, in order.

    `roles` are the offices by name that the article prints; two persons whom a call fits leave it to neither.
    """
    if not any(name[0] in text for name in roles):
        return tuple(people)
    called = (c for c in _called(text, roles, lexicon) if not any(p.front < c.end and c.front < p.end for p in people))
    return tuple(sorted((*people, *called), key=lambda p: p.start))


def _called(text: str, roles: Mapping[str, str], lexicon: Lexicon) -> Iterator[Named]:
    for match in lexicon.patterns["office"].finditer(text):
        family = _family(text, match.start(), lexicon)
        if not family:
            continue
        start = match.start() - len(family)
        meant = [n for n, role in roles.items() if n.startswith(family) and match.group() in role]
        if len(meant) == 1 and at_edge(text, start):
            yield Named(meant[0], roles[meant[0]], start, start, match.end())


def _family(text: str, at: int, lexicon: Lexicon) -> str:
    """The family name that ends at `at`, or nothing."""
    for size in (2, 1):
        name = text[max(0, at - size) : at]
        if len(name) == size and name in lexicon.common_surnames:
            return name
    return ""


def resident(name: str) -> bool:
    """Whether somebody is called as residents are (王大娘, 陈女士)."""
    titled = addressed().search(name, 1)
    return titled is not None and titled.end() == len(name)


@cache
def addressed() -> re.Pattern[str]:
    """What residents are called by, which makes a person with a family name before it (王大娘) and no name otherwise."""
    return re.compile("|".join(word for (word,) in rows("addressed.tsv")))
