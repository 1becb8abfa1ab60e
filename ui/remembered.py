"""Conversations as the reader's browser keeps them: the questions only, for the answers are found anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CONVERSATIONS = 12
"""Earlier conversations that are kept; the oldest makes room."""

LONGEST = 2000
"""Characters of a question that are kept: as many as are answered."""


@dataclass(frozen=True, slots=True)
class Said:
    """A question, and whether its answer was liked."""

    question: str
    liked: bool | None = None


Conversation = tuple[Said, ...]


def read(kept: object) -> Conversation:
    """A conversation out of the browser. What was kept there may be anything; what makes no sense is left out."""
    return tuple(said for item in _list(kept) if (said := _said(item)))


def read_all(kept: object) -> tuple[Conversation, ...]:
    """Earlier conversations, the latest first."""
    return tuple(filter(None, map(read, _list(kept))))[:CONVERSATIONS]


def written(conversation: Conversation) -> list[list[object]]:
    """The conversation as JSON."""
    return [[said.question, said.liked] for said in conversation]


def put_away(conversation: Conversation, earlier: tuple[Conversation, ...]) -> tuple[Conversation, ...]:
    """The earlier conversations with this one before them; none is kept twice."""
    others = tuple(other for other in earlier if _questions(other) != _questions(conversation))
    return ((conversation, *others) if conversation else others)[:CONVERSATIONS]


def taken_up(number: int, earlier: tuple[Conversation, ...]) -> tuple[Conversation, tuple[Conversation, ...]]:
    """That one of the earlier conversations, and the others."""
    if not 0 <= number < len(earlier):
        return (), earlier
    return earlier[number], (*earlier[:number], *earlier[number + 1 :])


def _questions(conversation: Conversation) -> tuple[str, ...]:
    return tuple(said.question for said in conversation)


def _list(kept: object) -> Sequence[object]:
    return kept if isinstance(kept, list | tuple) else ()


def _said(item: object) -> Said | None:
    question, *more = item if isinstance(item, list | tuple) and item else (item,)
    if not isinstance(question, str) or not question or len(question) > LONGEST:
        return None
    liked = more[0] if more else None
    return Said(question, liked if isinstance(liked, bool) else None)
