"""What was not found on the pages, as the code that `Answer.reason` gives for a refusal.

stranger: a name that only signs articles, or that nothing prints; person, place, date: somebody, somewhere or a time
asked about, not in a report of this; no_such_day: a day there never was; subject: no report of this; kind: reports near this, without what is asked for
(whom, how many, why); focus: the thing asked for (哪家医院), which they do not name; day, hour: without the day, without
the hour; planned: a plan, not that it was done; greeting: nothing was asked of the pages (你好, what can you do); vague: nobody, nothing, no place
and no day was named to look for; talk: it was asked about the conversation, which no page tells (你怎么知道).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Lack(StrEnum):
    """What was not found, a code each."""

    NOTHING = ""
    STRANGER = "stranger"
    PERSON = "person"
    PLACE = "place"
    DATE = "date"
    NO_SUCH_DAY = "no_such_day"
    SUBJECT = "subject"
    KIND = "kind"
    FOCUS = "focus"
    DAY = "day"
    HOUR = "hour"
    PLANNED = "planned"
    GREETING = "greeting"
    VAGUE = "vague"
    TALK = "talk"


NOT_OF_THE_PAGES = (Lack.GREETING, Lack.VAGUE, Lack.TALK)
"""Reasons for which there is nothing to be looked up, so that nothing came near either."""


@dataclass(frozen=True, slots=True)
class Support:
    """`lack` is NOTHING where the best sentence may answer; `about` is the part of the question that is missing."""

    lack: Lack = Lack.NOTHING
    about: str = ""


MET = Support()
"""Nothing is missing."""
