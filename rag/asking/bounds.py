"""How many parts one question may have. It binds before the time does (`rag.worktime`), and alike on every machine."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

from rag.errors import TooMuchError

MOST_PARTS = 12
"""Parts of one question that are looked for one by one: the months of a year."""

_Part = TypeVar("_Part", bound=Hashable)


def few(parts: Iterable[_Part]) -> tuple[_Part, ...]:
    """Each part once, in order. TooMuchError where there are more than are looked for."""
    once = tuple(dict.fromkeys(parts))
    if len(once) > MOST_PARTS:
        raise TooMuchError(f"the question asks {len(once)} things at once", f"ask about at most {MOST_PARTS} at a time")
    return once
