"""Earlier conversations, as the reader's browser tells of them; it keeps their questions only and may hand back anything."""

from __future__ import annotations

from dataclasses import dataclass

CONVERSATIONS = 50
"""Earlier conversations that are offered; `talks.js` keeps as many."""

LONGEST = 2000
"""Characters of a question that are kept: as many as are answered."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A conversation by its number in the browser's list, its name or first question, and how many more it has."""

    number: int
    question: str
    more: int = 0


def earlier_of(kept: object) -> tuple[Earlier, ...]:
    """The conversations out of a list of `[question, how many more]`; what makes no sense is left out."""
    items = kept[:CONVERSATIONS] if isinstance(kept, list) else []
    return tuple(known for number, item in enumerate(items) if (known := _known(number, item)))


def _known(number: int, item: object) -> Earlier | None:
    if not isinstance(item, list) or len(item) != 2:
        return None
    question, more = item
    if not isinstance(question, str) or not 0 < len(question) <= LONGEST or not isinstance(more, int):
        return None
    return Earlier(number, question, max(0, more))
