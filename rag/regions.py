"""The regions of China by name, as papers call them without their kind (西宁, 黄浦)."""

from __future__ import annotations

from functools import cache

from rag.tables import rows


def is_region(name: str) -> bool:
    """Whether it is a province, a city, a county or a district, named without its kind."""
    return name in _regions()


@cache
def _regions() -> frozenset[str]:
    return frozenset(name for (name, *_) in rows("regions.tsv"))
