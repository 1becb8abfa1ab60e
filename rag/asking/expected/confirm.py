"""Whether an article bears out that those asked about did it: a yes/no question about one person's deed or whereabouts.

That a person and a place stand in one article proves nothing: the place has to be one where that person was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rag.asked import Cue, Frame, Language
from rag.asking.expected.chairs import SAID, chairing, wants_chair
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.listed import said_of_list
from rag.asking.matching.terms import ALTERNATIVE, plain, said, verbs
from rag.records import VISITS, Activity, Event, Passage, Standing
from rag.spans import overlap
from rag.tables import any_of

_GOING = re.compile(r"(?:到|赴|前往|走访|检查|负责)[一-鿿]")

_FALLEN = re.compile(
    rf"被(?:{any_of('accused', 'asking_cues.tsv')}|查|抓|免|判|拘|捕|撤)|接受(?:审查|调查)|{any_of('brought_down', 'asking_cues.tsv')}"
)
_SHORTEST = 2
"""Characters of a place's name without the word for its kind."""

BOUND = (Activity.INSPECT, Activity.RESEARCH_VISIT, Activity.MEETING_ATTEND, Activity.MEETING_CHAIR, Activity.SPEECH)
"""Deeds that are read as events, so that one whom no event has did not do it."""

_ALIKE = (VISITS, (Activity.MEETING_ATTEND, Activity.MEETING_CHAIR))
_LED = (Activity.SPEECH, Activity.MEETING_CHAIR)
"""Deeds of those who act; whoever takes part in an event does not speak for it."""


def confirms(query: Frame, c: Candidate) -> bool:
    """True where nobody is asked about; else whether they were there, and did what the question names."""
    if not query.people:
        return True
    if Cue.BLAMED in query.cues and not _FALLEN.search(c.text):
        return False
    events = [e for e in c.reading.understood.events if e.standing is Standing.DONE]
    if query.places and _apart(query, c):
        return False
    return all(_did(query, c, events, name) and _was_there(query, c, events, name) for name in query.people)


def _apart(query: Frame, c: Candidate) -> bool:
    """Whether the place asked about stands in another half of a sentence than the people, and never beside them (甲负责东镇；乙负责西镇)."""
    halves = [half for p in c.passages if ";" in p.text or "；" in p.text for half in re.split("[；;]", p.text)]
    beside = [p.text for p in c.passages if not re.search("[；;]", p.text)] + halves
    place = query.places[0]
    told = [text for text in beside if place in text]
    others = [text for text in told if any(n in text for n in c.actors) and not any(n in text for n in query.people)]
    apart = bool(told) and len(others) == len(told) and any(half in told for half in halves)
    return apart or any(_went_elsewhere(p.text, query.people, place, c.actors) for p in c.passages)


def _went_elsewhere(text: str, people: Sequence[str], place: str, names: Sequence[str]) -> bool:
    """Whether a sentence has each of several people go somewhere, and somebody else to the place (甲一组到东市，乙一组到西市)."""
    at = sorted((text.find(n), n) for n in names if n in text)
    ends = [*(start for start, _ in at[1:]), len(text)][: len(at)]
    parts = {n: text[start:end] for (start, n), end in zip(at, ends, strict=True)}
    going = [n for n, part in parts.items() if _GOING.search(part)]
    theirs = [n for n in people if n in going]
    return bool(theirs) and not any(place in parts[n] for n in theirs) and any(place in parts[n] for n in going)


def visited(query: Frame, c: Candidate) -> bool:
    """Whether somebody asked about visited or inspected anything in the article, where the question says so."""
    kinds = [a for a in query.activities if a in VISITS]
    if not query.people or not kinds or len(kinds) < len(query.activities):
        return True
    events = [e for e in c.reading.understood.events if e.standing is Standing.DONE]
    return any(
        any(alike(e, kind) and _has(e, n, kind) for e in events for kind in kinds) or _said_of(query, c, n)
        for n in query.people
    )


def chaired(query: Frame, c: Candidate) -> bool:
    """Whether somebody asked about presided over anything in the article, where the question says so."""
    if not query.people or Activity.MEETING_CHAIR not in query.activities or not wants_chair(query):
        return True
    names = [n for n in c.actors if len(n) > 1]
    told = {n for p in c.passages for n in chairing(p.text, names)}
    told |= {n for p in c.passages if SAID in p.text and not chairing(p.text, names) for n in p.actor.split("、")}
    told |= {a.name for e in c.reading.understood.events if e.activity is Activity.MEETING_CHAIR for a in e.actors}
    return bool(told & set(query.people))


def _did(query: Frame, c: Candidate, events: Sequence[Event], name: str) -> bool:
    """Whether events of theirs are of every kind the question names; English names some by nouns (a visit), so of one."""
    kinds = [a for a in query.activities if a in BOUND]
    if not kinds or _said_of(query, c, name):
        return True
    done = [any(alike(e, kind) and _has(e, name, kind) for e in events) for kind in kinds]
    return all(done) if query.language is Language.ZH else any(done)


def alike(event: Event, kind: Activity) -> bool:
    """Whether the event is of the kind; visits and inspections, meetings led and attended are told in each other's words."""
    if kind in _LED:
        return event.activity is kind
    return event.activity is kind or any(kind in group and event.activity in group for group in _ALIKE)


def _has(event: Event, name: str, kind: Activity) -> bool:
    """Whether they did what is asked about in the event: whoever takes part in a meeting does not chair it."""
    who = event.actors if kind in _LED else (*event.actors, *event.participants)
    return any(p.name == name for p in who)


def _said_of(query: Frame, c: Candidate, name: str) -> bool:
    """Whether a clause that opens with the name, a list it stands in, or a sentence read with it says a word of the question's deed."""
    known = [way for word in query.words for way in word.split(ALTERNATIVE) if way in verbs()]
    clauses = [m.group() for p in c.passages for m in re.finditer(rf"{re.escape(name)}[^，,；;。]*", p.text)]
    clauses += [p.text for p in c.passages if name in p.actor.split("、")]
    clauses += [said_of_list(name, p.text) for p in c.passages]
    return any(said(plain(v), clause) > 0 for v in known for clause in clauses)


def _was_there(query: Frame, c: Candidate, events: Iterable[Event], name: str) -> bool:
    """Whether each place asked about is a place of an event of theirs, or stands in a sentence about them."""
    if Cue.BEEN not in query.cues:
        return True
    own = f"{c.reading.understood.city}{c.reading.page.newspaper}"
    theirs = [e for e in events if name in (p.name for p in (*e.actors, *e.participants))]
    told = [_without_offices(p.text, c) for p in c.passages if _about(name, p, theirs)]
    said = [*told, *(place for e in theirs for place in e.places)]
    asked = (*query.places, *query.wording.whither)
    stems = [_stem(p) for p in asked if len(p) > 1 and not any(p in o for o in query.offices)]
    return all(stem in own or any(stem in text for text in said) for stem in stems)


def _without_offices(text: str, c: Candidate) -> str:
    """The text without the offices of people, whose places are where they are from (某某县县长)."""
    for p in c.roles:
        text = text.replace(p.role + p.name, p.name) if p.role else text
    return text


def _about(name: str, passage: Passage, theirs: Iterable[Event]) -> bool:
    return (
        name in passage.text
        or name in passage.actor.split("、")
        or any(overlap(e.spans, passage.spans) for e in theirs)
    )


def _stem(place: str) -> str:
    return place[:-1] if len(place) > _SHORTEST and place[-1] in "省市区县州" else place
