"""Questions to go on with: made from the events an answer cites, and kept only if asking them gets an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import Formatter

from rag.answered import Answer, Verdict
from rag.asked import Frame, Language
from rag.asking.constraints.lack import Lack
from rag.asking.live import View
from rag.asking.suggestions.examples import is_meeting
from rag.asking.turn import understood, went_on
from rag.asking.writing.phrases import day_in_words
from rag.records import Event, Person, Standing
from rag.rendering.people import romanised
from rag.spans import overlap
from rag.tables import rows
from rag.text import fold

MOST = 3
"""Questions suggested."""

TRIED = 6
"""Questions asked to find them: at some fifty milliseconds each, little beside the time it takes to read an answer."""

_DAY, _MONTH = len("2022-05-06"), len("2022-05")
_NAME = re.compile(r"[㐀-鿿·]{2,6}")


def follow_ups(view: View, answer: Answer, history: Sequence[str] = ()) -> tuple[str, ...]:
    """At most three questions in the language of the answer's, none asked before, each of which has an answer."""
    if answer.reason == Lack.GREETING:
        return view.examples(answer.query.language)[:MOST]
    asked = {_plain(q) for q in (answer.question, *history)}
    told, known = {_head(answer)}, {_frame(answer.query)}
    kept: list[str] = []
    fresh = (q for q in _made(_cited(view, answer), answer.query.language) if _plain(q) not in asked)
    for question in list(fresh)[:TRIED]:
        if _frame(understood(view, question)) in known:
            continue
        found = went_on(view, question, answer)
        if found.verdict is Verdict.ANSWERED and _head(found) not in told:
            told.add(_head(found))
            kept.append(question)
        if len(kept) == MOST:
            break
    return tuple(kept)


def _cited(view: View, answer: Answer) -> list[Event]:
    """The events of the articles that are cited, or came nearest, those in the cited words first."""
    events: dict[tuple[str, int, int], tuple[bool, Event]] = {}
    for citation in answer.citations or answer.nearest:
        taken = view.shelf.take(citation.page, citation.article)
        for event in taken[0].understood.events if taken else ():
            key = (event.page, event.article, event.number)
            apart = events.get(key, (True, event))[0] and not overlap(event.spans, citation.spans)
            if event.standing is Standing.DONE:
                events[key] = apart, event
    return [event for _, event in sorted(events.values(), key=lambda pair: pair[0])]


def _made(events: Sequence[Event], language: Language) -> Iterator[str]:
    """One question for each wording, from the first event that tells all it names."""
    for kinds, *wordings in rows("suggestions.tsv"):
        wording = wordings[language is Language.EN]
        names = {name for _, name, _, _ in Formatter().parse(wording) if name}
        fitting = (_facts(e, language) for e in events if kinds == "any" or e.activity.value in kinds.split())
        facts = next((f for f in fitting if names <= f.keys()), None)
        if facts:
            yield wording.format(**facts)


def _facts(event: Event, language: Language) -> dict[str, str]:
    """What there is of an event to ask with, as the language writes it."""
    english, when = language is Language.EN, event.when.value or ""
    facts = {"action": event.action} if _NAME.fullmatch(event.action) else {}
    if len(event.actors) == 1 and _is_person(event.actors[0]):
        facts["who"] = romanised(event.actors[0].name) if english else event.actors[0].name
    if is_meeting(event.target):
        facts["meeting"] = event.target
    if len(when) == _DAY:
        facts["day"] = day_in_words(when, language)
    if len(when) >= _MONTH:
        facts["month"] = day_in_words(when[:_MONTH], language)
    return facts


def _is_person(actor: Person) -> bool:
    """Whether an actor has a name and an office, and is no body of several (市检查组)."""
    bodies = tuple(ending for ending, *_ in rows("bodies.tsv"))
    return bool(actor.role and _NAME.fullmatch(actor.name)) and not actor.name.endswith(bodies)


def _frame(query: Frame) -> tuple[object, ...]:
    """What makes two questions one, however they are worded."""
    return query.asks, query.people, query.activities, query.periods, query.places


def _head(answer: Answer) -> str:
    """What an answer says first: two that begin alike tell the same."""
    return answer.text.partition("\n")[0]


def _plain(question: str) -> str:
    return "".join(c for c in fold(question) if c.isalnum())
