"""From what a script of the page sent to what somebody wants corrected."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rag import (
    CORRECTED_BASIS,
    Activity,
    Dated,
    Event,
    Person,
    Proposal,
    Reading,
    Ruling,
    SettingError,
    Span,
    Spans,
    Thing,
    mark_of,
)

LONGEST = 4000
"""Characters of a field: a hundred people with their offices."""
MOST = 8
"""Events that one is split into, and fields of a list."""

Fields = Mapping[str, object]

_SPAN = re.compile(r"([0-9]{1,8})-([0-9]{1,8})")
_SPANS = re.compile(r"[0-9]{1,8}-[0-9]{1,8}(?:,[0-9]{1,8}-[0-9]{1,8})*")
_BETWEEN = re.compile(r"[、,，;；\n]")
_OFFICE = re.compile(r"([^（(]*)[（(]([^（）()]*)[）)]")


def proposals(fields: Fields, reading: Reading, who: str) -> tuple[Proposal, ...]:
    """What is wanted, in the order in which it is to be kept: a person's office goes before the name by which it is known.

    SettingError for what no form of the page sends.
    """
    try:
        thing, ruling = Thing(_text(fields, "thing")), Ruling(_text(fields, "ruling"))
    except ValueError as error:
        raise SettingError("this is no correction", "load the page again") from error
    if thing is Thing.EVENT:
        return (_of_events(fields, ruling, reading, who),)
    if thing is Thing.PERSON:
        return _of_person(fields, ruling, who)
    if thing is Thing.ARTICLE:
        other, at = _number(fields, "other"), _number(fields, "at")
        return (Proposal(thing, ruling, other=max(other, 0), at=at, who=who),)
    was = reading.article.titles if thing is Thing.HEADLINE else _given(_text(fields, "was"))
    now = _given(_text(fields, "now")) if ruling is not Ruling.CONFIRM else ()
    return (Proposal(thing, ruling, was=was, now=now, who=who),)


def people_of(text: str) -> tuple[Person, ...]:
    """陈志远（市长）、李文斌 as people with their offices."""
    return tuple(_person(part.strip()) for part in _BETWEEN.split(_joined(text)) if part.strip())


def _joined(text: str) -> str:
    """Marks between several offices of one person stand inside the brackets, and part nobody."""
    return re.sub(r"[（(][^（）()]*[）)]", lambda m: _BETWEEN.sub("\0", m[0]), text)


def _person(text: str) -> Person:
    match = _OFFICE.fullmatch(text)
    return Person(match[1].strip(), match[2].strip().replace("\0", "、")) if match else Person(text)


def _of_events(fields: Fields, ruling: Ruling, reading: Reading, who: str) -> Proposal:
    if ruling is Ruling.ADD:
        return _missed(fields, reading, who)
    marks = tuple(filter(None, _text(fields, "marks").split(",")))[:MOST]
    shown = next((e for e in reading.understood.events if marks and mark_of(e) == marks[0]), None)
    given = fields.get("made")
    made: Sequence[object] = given[:MOST] if isinstance(given, list) and shown is not None else ()
    wanted = ruling in (Ruling.MEND, Ruling.MERGE, Ruling.SPLIT)
    events = tuple(_event(one, shown) for one in made if wanted and shown and isinstance(one, Mapping))
    return Proposal(Thing.EVENT, ruling, marks, events, who=who)


def _missed(fields: Fields, reading: Reading, who: str) -> Proposal:
    given = fields.get("made")
    blank = Event("", 0, 0, (), "", Activity.OTHER, when=reading.understood.when)
    made = tuple(_event(one, blank) for one in given[:1] if isinstance(one, Mapping)) if isinstance(given, list) else ()
    return Proposal(Thing.EVENT, Ruling.ADD, spans=spans_of(_text(fields, "sentence")), made=made, who=who)


def sentence_of(spans: Spans) -> str:
    """Where a sentence stands, as the form says it: 12-30,34-40."""
    return ",".join(f"{s.start}-{s.end}" for s in spans)


def spans_of(text: str) -> Spans:
    """The spans that `sentence_of` wrote; none for anything else."""
    return tuple(Span(int(a), int(b)) for a, b in _SPAN.findall(text)) if _SPANS.fullmatch(text) else ()


def _event(fields: Fields, shown: Event) -> Event:
    """The event as it was shown, with what the form says of it."""
    day, kind = _text(fields, "day"), _text(fields, "type")
    when = shown.when if day == (shown.when.value or "") else Dated(day or None, CORRECTED_BASIS, shown.when.printed)
    return replace(
        shown,
        actors=people_of(_text(fields, "who")),
        participants=people_of(_text(fields, "with")),
        met=people_of(_text(fields, "met")),
        action=_text(fields, "did"),
        target=_text(fields, "what"),
        places=tuple(part.strip() for part in _BETWEEN.split(_text(fields, "where")) if part.strip()),
        activity=Activity(kind) if kind in set(Activity) else shown.activity,
        when=when,
    )


def _of_person(fields: Fields, ruling: Ruling, who: str) -> tuple[Proposal, ...]:
    was, role = _text(fields, "was"), _text(fields, "role")
    names, office = _names(_text(fields, "now")), _text(fields, "office")
    if ruling is Ruling.MERGE:
        return (Proposal(Thing.PERSON, ruling, was=(was, _text(fields, "other")), now=(was,), who=who),)
    if ruling is not Ruling.MEND:
        return (Proposal(Thing.PERSON, ruling, was=(was,), who=who),)
    found = []
    if office != role:
        held = Ruling.MEND if office else Ruling.REJECT
        found.append(Proposal(Thing.OFFICE, held, was=(role,), now=(office,) if office else (), of=was, who=who))
    if names != (was,):
        several = Ruling.SPLIT if len(names) > 1 else Ruling.MEND
        found.append(Proposal(Thing.PERSON, several, was=(was,), now=names, who=who))
    return tuple(found) or (Proposal(Thing.PERSON, Ruling.CONFIRM, was=(was,), who=who),)


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _BETWEEN.split(text) if part.strip()) or (text,)


def _given(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name)
    return value[:LONGEST].strip() if isinstance(value, str) else ""


def _number(fields: Fields, name: str) -> int:
    text = _text(fields, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
