"""What the pages may fail to tell."""

from __future__ import annotations

from dataclasses import dataclass
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
    HOUR = "hour"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Support:
    """`lack` is NOTHING where the best sentence may answer; `about` is the part of the question that is missing."""

    lack: Lack = Lack.NOTHING
    about: str = ""
