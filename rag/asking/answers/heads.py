"""People who answer a question, and how a head is written before the newspaper's sentence."""

from __future__ import annotations

from collections.abc import Iterable

from rag.answered import HeadKind
from rag.asked import Frame, Language
from rag.asking.expected.chairs import chairing, wants_chair
from rag.asking.expected.people import only_invoked
from rag.asking.heads.days import yearless
from rag.asking.heads.slots import Slot
from rag.asking.matching.bodies import any_of_body_asked
from rag.asking.matching.bylines import unsigned
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Stated
from rag.asking.writing.phrases import day_in_words, phrase
from rag.records import Dated, Event, Person
from rag.rendering.people import romanised
from rag.spans import overlap

MOST_NAMES = 8
"""Names given before the sentence that lists them all."""


def written(slot: Slot, language: Language) -> str:
    """A head as an answer writes it: a name with its office, a day in words with how it was worked out."""
    if slot.kind is HeadKind.PERSON:
        return person(Person(slot.value, slot.note), language)
    if slot.kind is HeadKind.DATE:
        basis = f"（{slot.note}）" if slot.note and language is Language.ZH else ""
        planned = phrase("planned", language) if slot.planned else ""
        return day_in_words(slot.value, language) + basis + planned
    return slot.value


def stated(slot: Slot) -> str:
    """The value of a head: an ISO day, month or year, or 5月6日 where nothing tells the year; a name or a figure as it is."""
    printed = slot.kind is HeadKind.DATE and yearless(slot.value)
    return day_in_words(slot.value, Language.ZH) if printed else slot.value


def stated_people(people: Iterable[Person]) -> tuple[Stated, ...]:
    """Each of the people as a head."""
    return tuple(Stated(p.name, HeadKind.PERSON) for p in people)


def answering_people(query: Frame, best: Judged) -> tuple[Person, ...]:
    """People of the best sentence whom the question does not name; where it gives an office, those who hold it.

    A sentence that says 他 or nothing has the actor it was read with.
    """
    text, known = unsigned(best.passage.text), best.candidate.roles
    named = [
        p
        for p in known
        if p.name in text and not only_invoked(p.name, text) and p.name not in (*query.people, *query.excluded)
    ]
    if query.choices:
        named = [p for p in named if p.name in query.choices]
    named.sort(key=lambda p: text.index(p.name))
    holding = [p for p in named if any_of_body_asked(query, query.offices, p.role)]
    acting = [p for p in known if p.name in best.passage.actor.split("、") and p.name not in query.people]
    acting = [p for p in acting if not query.choices or p.name in query.choices]
    return _unique(holding or _doers(query, best, named) or named or acting)


def events_of(best: Judged) -> list[Event]:
    """Events of which the sentence is evidence."""
    return [e for e in best.candidate.reading.understood.events if overlap(e.spans, best.passage.spans)]


def when(best: Judged) -> Dated:
    """When what the sentence tells happened: its event's date, else its article's."""
    dated = [e.when for e in events_of(best) if e.when.value]
    return dated[0] if dated else best.candidate.reading.understood.when


def when_asked(query: Frame, best: Judged) -> Dated:
    """When what is asked about happened: the day of the article's event of that kind by those people, else of the sentence."""
    told, people = best.candidate.reading.understood, set(query.people)
    fitting = [e for e in told.events if e.activity in query.activities and people & {a.name for a in e.actors}]
    if not events_of(best) and (dated := [e.when for e in fitting if e.when.value]):
        return dated[0]
    return when(best)


def person(p: Person, language: Language) -> str:
    """Name and office as an answer gives them; in English the name in pinyin before the characters."""
    if language is Language.ZH:
        return f"{p.name}（{p.role}）" if p.role else p.name
    return f"{romanised(p.name)} ({p.name}{', ' + p.role if p.role else ''})"


def _doers(query: Frame, best: Judged, named: list[Person]) -> list[Person]:
    """Of the people in the sentence those who do what is asked about, if the events tell them apart."""
    if wants_chair(query):
        presiding = chairing(best.passage.text, (p.name for p in named))
        return [p for p in named if p.name in presiding]
    kinds = set(query.activities)
    acting = {a.name for e in events_of(best) if e.activity in kinds for a in e.actors}
    return [p for p in named if p.name in acting]


def _unique(people: list[Person]) -> tuple[Person, ...]:
    by_name: dict[str, Person] = {}
    for p in people:
        if p.name not in by_name or len(p.role) > len(by_name[p.name].role):
            by_name[p.name] = p
    return tuple(by_name.values())
