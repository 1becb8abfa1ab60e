"""What an event has to ask with, in the words of a language: a question is made of it only where it has all that is named."""

from __future__ import annotations

import re
from string import Formatter

from rag.asked import Language
from rag.asking.writing.phrases import day_in_words
from rag.records import Event, Person
from rag.rendering.people import romanised
from rag.tables import any_of, rows

LONGEST_MEETING = 24
"""Characters of a meeting's name that still read as a question."""

LONGEST_PLACE = 14
"""Characters of a stop that is a name and not a clause."""

_DAY, _MONTH = len("2022-05-06"), len("2022-05")
_NAME = re.compile(r"[㐀-鿿·]{2,6}")
_MEETING = re.compile(rf"(?!\d+[次场个])[^，。、“”（）()]{{4,60}}(?:{any_of('gatherings')}|现场会|例会|部署会)$")
"""A name of its own has more before its kind than 工作会议 and 干部大会, and is no number of meetings (4次部署会议)."""


def asked_of(event: Event, wording: str, language: Language) -> str:
    """The question of that wording about the event; empty where the event lacks what the wording names."""
    names = {name for _, name, _, _ in Formatter().parse(wording) if name}
    facts = facts_of(event, language)
    return wording.format(**facts) if names <= facts.keys() else ""


def facts_of(event: Event, language: Language) -> dict[str, str]:
    """What there is of an event to ask with, by the name it has in a wording.

    The name of a meeting is Chinese and has no other form, so that English asks by who and when.
    """
    english, when = language is Language.EN, event.when.value or ""
    facts = {"action": event.action} if _NAME.fullmatch(event.action) else {}
    if len(event.actors) == 1 and is_person(event.actors[0]):
        facts["who"] = romanised(event.actors[0].name) if english else event.actors[0].name
    if not english and is_meeting(event.target):
        facts["meeting"] = event.target
    if len(when) == _DAY:
        facts["day"] = day_in_words(when, language)
    if len(when) >= _MONTH:
        facts["month"] = day_in_words(when[:_MONTH], language)
    return facts


def stops(event: Event) -> list[str]:
    """The places of an event that have a name."""
    return [place for place in event.places if len(place) <= LONGEST_PLACE]


def is_meeting(target: str) -> bool:
    """Whether it is the name of a meeting, short enough to stand in a question."""
    return len(target) <= LONGEST_MEETING and _MEETING.fullmatch(target) is not None


def is_person(actor: Person) -> bool:
    """Whether an actor has a name and an office, and is no body of several (市检查组)."""
    bodies = tuple(ending for ending, *_ in rows("bodies.tsv"))
    return bool(actor.role and _NAME.fullmatch(actor.name)) and not actor.name.endswith(bodies)
