"""Offices into which the end of a subheading ran that nothing parts from the sentence below it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rag.tables import any_of
from rag.understanding.roles import Named

_OWN_TOWN = re.compile(rf"[一-鿿]{{2,5}}?[省市县区州](?:委|{any_of('organs')}|人民|[一-鿿]{{2,8}}[局厅])")
"""How an office begins that tells of which town it is."""

_PART_OF = re.compile(r"(?:[省市区县州盟旗、，,]|中共|原|时任|现任|代表|兼)$")
"""How what stands before such an office ends where it belongs to it (辽宁省 before 大连市政协主席)."""


def unglued(everyone: Sequence[Named]) -> Mapping[Named, Named]:
    """Each person as told in one place, with the office that the page prints elsewhere where something is glued to it."""
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for person in everyone:
        roles[person.name].add(person.role)
    return {p: _cut(p, roles[p.name]) for p in everyone}


def _cut(person: Named, known: set[str]) -> Named:
    for role in sorted(known, key=len, reverse=True):
        extra = person.role.removesuffix(role)
        if role and extra and extra != person.role and _OWN_TOWN.match(role) and not _PART_OF.search(extra):
            return person._replace(role=role, front=person.front + len(extra))
    return person
