"""Something in a sentence that may be what is asked for, before it is known whether it is."""

from __future__ import annotations

from dataclasses import dataclass

from rag.answered import HeadKind

NOWHERE = -1
"""The offset of what the sentence does not print but was read with: 他, or the day its article is of."""


@dataclass(frozen=True, slots=True)
class Slot:
    """`value` as an answer states it, printed at `text[start:end]` of its sentence; NOWHERE twice if it is understood.

    `note` is what an answer sets behind the value in brackets: an office, how a date was worked out. `planned` is a day on
    which something is to be done, or was to be.
    """

    value: str
    kind: HeadKind
    start: int = NOWHERE
    end: int = NOWHERE
    note: str = ""
    planned: bool = False
