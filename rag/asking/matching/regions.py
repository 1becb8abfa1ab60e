"""The regions that the name of a place or a body begins with: what tells it from others that are called like it."""

from __future__ import annotations

import re

from rag.asking.matching.bodies import is_body
from rag.regions import is_region

TOWNS = ("省", "市", "区", "县", "镇", "乡", "街道", "州")
"""How the names of regions end, from the province to the town."""

OWN = 2
"""Characters of a name of its own at least."""

LONGEST = 4
"""Characters of a region's name that are looked at."""

_TOWN = re.compile(rf"((?:(?![和与及的])[一-鿿]){{2,3}})(?:{'|'.join(TOWNS)})(?=$|[一-鿿]{{2}})")


def regions_of(place: str) -> list[str]:
    """The regions that a place's name begins with, without their kinds: those of the list (西宁 of 西宁市医院), then a town
    or a district with its kind behind (城东 of 西宁市城东区, 青石 of 青石镇卫生院); none for a town by itself."""
    found, rest = [], place
    while name := next((rest[:k] for k in range(LONGEST, OWN - 1, -1) if is_region(rest[:k])), ""):
        found.append(name)
        rest = rest[len(name) :].lstrip("省市区县州")
    town = _TOWN.match(rest)
    if town and not is_body(town[0]) and (found or town.end() < len(rest)):
        found.append(town[1])
    return found
