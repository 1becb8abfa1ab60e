"""Questions to go on with: made from the events an answer cites, and kept only if asking them gets an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.answered import Answer, Verdict
from rag.asked import Frame, Language
from rag.asking.constraints.lack import Lack
from rag.asking.live import View
from rag.asking.suggestions.facts import asked_of
from rag.asking.turn import answered, examples, understood
from rag.records import Event, Standing
from rag.spans import overlap
from rag.tables import rows
from rag.text import fold

MOST = 3
"""Questions suggested."""

TRIED = 6
"""Questions asked to find them: at some fifty milliseconds each, little beside the time it takes to read an answer."""


def follow_ups(view: View, answer: Answer, history: Sequence[str] = ()) -> tuple[str, ...]:
    """At most three questions in the language of the answer's, none asked before, each of which has an answer."""
    if answer.reason == Lack.GREETING:
        return examples(view, answer.query.language)[:MOST]
    said = tuple(history)
    if not said or _plain(said[-1]) != _plain(answer.question):
        said = (*said, answer.question)
    asked = {_plain(q) for q in said}
    told, known = {_head(answer)}, {_frame(answer.query)}
    kept: list[str] = []
    fresh = (q for q in _made(_cited(view, answer), answer.query.language) if _plain(q) not in asked)
    for question in list(fresh)[:TRIED]:
        if _frame(understood(view, question)) in known:
            continue
        found = answered(view, question, said)
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
        fitting = (e for e in events if kinds == "any" or e.activity.value in kinds.split())
        asked = (asked_of(event, wording, language) for event in fitting)
        if question := next(filter(None, asked), ""):
            yield question


def _frame(query: Frame) -> tuple[object, ...]:
    """What makes two questions one, however they are worded."""
    return query.asks, query.people, query.activities, query.periods, query.places


def _head(answer: Answer) -> str:
    """What an answer says first: two that begin alike tell the same."""
    return answer.text.partition("\n")[0]


def _plain(question: str) -> str:
    return "".join(c for c in fold(question) if c.isalnum())
