"""What somebody has ruled on something drawn from a page, as it stands with what it was ruled on.

The rulings themselves are kept apart from all that is derived, by `rag.corrections`; this is the note of them that an
article and its events carry, so that whatever shows or cites these can say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Thing(StrEnum):
    """What may be corrected."""

    EVENT = "event"
    PERSON = "person"
    OFFICE = "office"
    PLACE = "place"
    DATE = "date"
    ARTICLE = "article"
    HEADLINE = "headline"


class Ruling(StrEnum):
    """What was ruled; to add is for events that were missed. To undo is to rule as well: on rulings made before."""

    CONFIRM = "confirm"
    MEND = "mend"
    MERGE = "merge"
    SPLIT = "split"
    REJECT = "reject"
    ADD = "add"
    UNDO = "undo"

    @property
    def changes(self) -> bool:
        """Whether something is otherwise than it was drawn from the page."""
        return self is not Ruling.CONFIRM


@dataclass(frozen=True, slots=True)
class Ruled:
    """One ruling on something of an article: `entry` is its id in the ledger, `was` and `now` what changed, in words, and
    `places` the offsets (start, end) of the words it is about in the page's text. `read` are words that the page prints and
    those that are read in their place."""

    entry: str
    thing: Thing
    ruling: Ruling
    was: str = ""
    now: str = ""
    places: tuple[tuple[int, int], ...] = ()
    read: tuple[tuple[str, str], ...] = ()

    @property
    def changed(self) -> bool:
        """Whether something stands otherwise than it was drawn from the page."""
        return self.ruling.changes or self.was != self.now
