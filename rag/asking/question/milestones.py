"""Acts that have a day of their own (开工, 去世, 签约), of which a question asks when they were."""

from __future__ import annotations

from functools import lru_cache

from rag.tables import rows


def milestones(question: str) -> tuple[tuple[str, ...], ...]:
    """For each such act the question names, its word and all words by which a page may tell it."""
    found = ((next((w for w in asked if w in question), ""), told) for asked, told in _table())
    return tuple((word, *told) for word, told in found if word)


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    pairs = ((row[0].split(), " ".join(row).split()) for row in rows("milestones.tsv"))
    return tuple((tuple(asked), tuple(told)) for asked, told in pairs)
