"""The least values at which a question counts as answerable, as they were learned."""

from __future__ import annotations

from functools import lru_cache

from rag.tables import rows


def limit(name: str) -> float:
    """A limit of `limits.tsv` by its name. KeyError for one it does not hold."""
    return _limits()[name]


@lru_cache(maxsize=1)
def _limits() -> dict[str, float]:
    return {key: float(value) for key, value, *_ in rows("limits.tsv")}
