"""What a question wants of those it names, read off its frame alone."""

from __future__ import annotations

from rag.asked import Asks, Cue, Frame


def wants_words(query: Frame) -> bool:
    """Whether it asks what somebody said."""
    return bool(query.people) and Cue.SAID in query.cues


def wants_reason(query: Frame) -> bool:
    """Whether it asks why."""
    return Cue.WHY in query.cues


def wants_people(query: Frame) -> bool:
    """Whether names of people are asked for, one or a list of them."""
    return query.asks is Asks.WHO or (query.asks is Asks.LIST and Cue.PEOPLE in query.cues)


def asks_whom(query: Frame) -> bool:
    """Whether it asks to whom something was done (慰问了谁), which a paper answers with a name or a group."""
    return Cue.WHOM in query.cues
