"""What a sentence names in one breath: people with their offices between them, places and bodies joined by 、 or 和.

They are stated together or not at all; of slots that lie over each other the longest is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answered import HeadKind
from rag.asking.heads.slots import NOWHERE, Slot

JOINED = re.compile(r"\s*(?:[、，,和与及]|以及|同志[、，,])\s*")
"""What stands between two of a list, the second one's office aside."""

TOGETHER = (HeadKind.PERSON, HeadKind.PLACE, HeadKind.ORGANISATION, HeadKind.OFFICE)
"""Kinds of which several are told together; of the others each is told by itself."""

Run = tuple[Slot, ...]


def runs(text: str, slots: Sequence[Slot]) -> list[Run]:
    """The slots of a sentence, each in one run with those of its kind that it is told with, in the order of the sentence;
    what the sentence does not print is a run of its own."""
    found: list[Run] = [(s,) for s in slots if s.start == NOWHERE]
    last: dict[HeadKind, int] = {}
    for slot in sorted((s for s in slots if s.start > NOWHERE), key=lambda s: (s.start, -s.end)):
        before = found[last[slot.kind]] if slot.kind in last else ()
        if before and slot.start < before[-1].end:
            continue
        if before and slot.kind in TOGETHER and JOINED.fullmatch(text, before[-1].end, _front(text, slot)):
            found[last[slot.kind]] = (*before, slot)
            continue
        last[slot.kind] = len(found)
        found.append((slot,))
    return found


def _front(text: str, slot: Slot) -> int:
    """Where the slot begins with the office that is printed before it."""
    office = len(slot.note) if slot.kind is HeadKind.PERSON and text.endswith(slot.note, 0, slot.start) else 0
    return slot.start - office
