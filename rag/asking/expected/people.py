"""The people of a sentence: new ones, those who hold an office asked for, those asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.asked import Frame
from rag.asking.matching.bodies import any_of_body_asked
from rag.asking.matching.candidates import Candidate
from rag.records import Passage
from rag.spans import overlap
from rag.understanding import invoked

NAMELESS = "某"


def new_people(query: Frame, text: str, people: Iterable[str]) -> tuple[str, ...]:
    """People the text names and the question does not, or puts to choice; whoever is made nameless (贺某某) does nothing
    in office."""
    named = (n for n in people if n in text and n not in query.people and n not in query.excluded)
    named = (n for n in named if not query.choices or n in query.choices)
    return tuple(n for n in named if NAMELESS not in n or not query.activities)


def only_invoked(name: str, text: str) -> bool:
    """Whether the name stands for words that are studied (…同志重要指示精神) wherever the text prints it."""
    return all(invoked(text, m.start(), m.end()) for m in re.finditer(re.escape(name), text))


def holders_of(query: Frame, candidate: Candidate) -> list[str]:
    """People of the article who hold an office that the question names; [] for 市领导 and the like."""
    return [p.name for p in candidate.roles if any_of_body_asked(query, query.wording.offices, p.role)]


def acted(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence is evidence of an event of somebody asked about (他看望了…)."""
    told = (e for e in candidate.reading.understood.events if overlap(e.spans, passage.spans))
    return any(a.name in query.people for e in told for a in e.actors)


def about_people(query: Frame, passage: Passage) -> bool:
    """Whether the sentence names one of those asked about, or was read with one of them as its actor."""
    return not query.people or any_told_of(query.people, passage)


def any_told_of(people: Iterable[str], passage: Passage) -> bool:
    """Whether the sentence names one of these people, or was read with one of them as its actor."""
    return any(n in passage.text or n in passage.actor.split("、") for n in people)
