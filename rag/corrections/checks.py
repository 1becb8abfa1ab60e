"""What may be put in place of what was drawn from a page: held against bounds before it is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from rag.corrections.entries import Entry
from rag.counting import Count
from rag.errors import SettingError
from rag.records import Event, Person
from rag.ruled import Ruling, Thing

LONGEST_NAME = 40
"""Characters of a name, of an office and of a place."""
LONGEST_TEXT = 300
"""Characters of an action, of what it was done to, and of a headline."""
MOST = 100
"""Names given at once."""
MOST_EVENTS = 20

_WHAT = {
    Thing.PERSON: "name",
    Thing.OFFICE: "office",
    Thing.PLACE: "place",
    Thing.HEADLINE: "headline",
}
_NO_NAME = re.compile(r"^[=+\-@#]|[<>{}\[\]=|\\`$;^~\"*]|://")
"""How what a program would run or a sheet would reckon is written, and no name is."""
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_FEWEST = {Ruling.SPLIT: 2, Ruling.MEND: 1, Ruling.MERGE: 1, Ruling.ADD: 1}
"""How many things a ruling makes at least; to confirm makes what was there, to reject nothing."""


class ValueRefusedError(SettingError):
    """What was given can be no name, day, headline or event. `code` says why, with `values`, to whoever says it in words of
    their own: day, few, many, empty, long, unseen, word."""

    def __init__(self, fact: str, remedy: str, code: str, **values: object) -> None:
        super().__init__(fact, remedy)
        self.code, self.values = code, values


def checked(entry: Entry) -> Entry:
    """The line, if all that it puts in place may stand there. ValueRefusedError, in one line, where not."""
    if entry.thing is Thing.EVENT:
        _count(entry.ruling, entry.made, MOST_EVENTS, "event")
        for event in entry.made:
            _event(event)
    elif entry.thing is Thing.DATE:
        for day in entry.now:
            day_checked(day)
    elif entry.thing is not Thing.ARTICLE:
        _count(entry.ruling, entry.now, MOST, _WHAT[entry.thing])
        for word in entry.now:
            _word(word, _WHAT[entry.thing], LONGEST_TEXT if entry.thing is Thing.HEADLINE else LONGEST_NAME)
    return entry


def day_checked(day: str) -> str:
    """An ISO day, month or year."""
    try:
        whole = _DATE.fullmatch(day) and date.fromisoformat(day + "-01-01"[len(day) - 4 :])
    except ValueError:
        whole = None
    if not whole:
        raise ValueRefusedError(
            f"{_shown(day)} is no date", "write YYYY-MM-DD, YYYY-MM or YYYY", "day", value=_cut(day)
        )
    return day


def _count(ruling: Ruling, given: Sequence[object], most: int, what: str) -> None:
    least = _FEWEST.get(ruling, 0)
    if not least <= len(given) <= most:
        few = len(given) < least
        asked = f"give {least} or more" if few else f"give {most} at most"
        code = "few" if few else "many"
        raise ValueRefusedError(
            f"{Count(len(given)):# {what} was|# {what}s were} given", asked, code, most=least if few else most
        )


def _event(event: Event) -> None:
    people = (*event.actors, *event.participants, *event.met)
    if len(people) + len(event.places) > MOST:
        raise ValueRefusedError(
            f"{Count(len(people)):# person|# people} and {Count(len(event.places)):# place|# places} were given",
            f"give {MOST} at most",
            "many",
            most=MOST,
        )
    for person in people:
        _person(person)
    for place in event.places:
        _word(place, "place", LONGEST_NAME)
    _word(event.action, "action", LONGEST_TEXT)
    if event.target:
        _word(event.target, "target", LONGEST_TEXT)
    if event.when.value:
        day_checked(event.when.value)


def _person(person: Person) -> None:
    _word(person.name, "name", LONGEST_NAME)
    if person.role:
        _word(person.role, "office", LONGEST_NAME)


def _word(text: str, what: str, longest: int) -> None:
    if not text.strip() or text != text.strip():
        raise ValueRefusedError(f"the {what} is empty, or has spaces around it", f"write the {what} alone", "empty")
    if len(text) > longest:
        size = len(text)
        raise ValueRefusedError(
            f"the {what} has {size} characters", f"{longest} are the most", "long", size=size, most=longest
        )
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for char in text):
        raise ValueRefusedError(f"the {what} holds characters that cannot be seen", "type it anew", "unseen")
    if not any(char.isalnum() for char in text) or (longest == LONGEST_NAME and _NO_NAME.search(text)):
        raise ValueRefusedError(
            f"{_shown(text)} is no {what}", f"write the {what} as people read it", "word", value=_cut(text)
        )


def _shown(text: str) -> str:
    return repr(_cut(text))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME]}…"
