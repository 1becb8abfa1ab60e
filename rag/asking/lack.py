"""What the pages may fail to tell."""

from __future__ import annotations

from enum import StrEnum


class Lack(StrEnum):
    """What the pages do not tell."""

    NOTHING = ""
    STRANGER = "stranger"
    PERSON = "person"
    PLACE = "place"
    DATE = "date"
    SUBJECT = "subject"
    KIND = "kind"
    FOCUS = "focus"
    DAY = "day"
