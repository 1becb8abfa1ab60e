"""The conversation: from a question to the assistant, and from its answer to what the page shows, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rag import EVERYTHING, Language, RagError, Scope
from ui.ask.coming import coming
from ui.ask.remembered import Earlier
from ui.ask.transcript import examples_html, suggestions, turn_html, welcome
from ui.evidence.handler import shown
from ui.evidence.view import Chosen
from ui.handlers.glossing import with_glosses
from ui.handlers.scoping import scope_of, unreadable
from ui.handlers.sent import text_of
from ui.links import Place
from ui.ports import Asked
from ui.present.scoped import chips
from ui.problems import report
from ui.strings import table
from ui.turns import Turn

KEPT = 20
"""Turns of a conversation that are understood as its history; `script.js` keeps as many on the page."""
LONGEST = 10_000
"""Characters that are taken of a question; the library says what is too long."""

Line = dict[str, str]
"""What is told of an answer at a time, as HTML by name; `words` and `known` are plain text."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question as the browser sends it: with the ones before it that were understood, whether it is the latest, and where
    it is asked.

    `liked` is what the reader thought of its answer before the page was loaded anew.
    """

    question: str
    history: tuple[str, ...] = ()
    liked: bool | None = None
    latest: bool = True
    scope: Scope = EVERYTHING


def asking_of(sent: object) -> Asking:
    """The question out of whatever was sent."""
    fields = sent if isinstance(sent, Mapping) else {}
    given = fields.get("history")
    history = [q for q in given if isinstance(q, str) and 0 < len(q) <= LONGEST] if isinstance(given, list) else []
    liked = fields.get("liked")
    question = text_of(sent, "question", LONGEST)
    return Asking(
        question,
        tuple(history[-KEPT + 1 :]),
        liked if isinstance(liked, bool) else None,
        fields.get("latest") is not False,
        scope_of(fields.get("scope")),
    )


def told(
    assistant: Asked, language: Language, asking: Asking, correctable: bool = False, folder: Path | None = None
) -> Iterator[Line]:
    """The answer as it comes: beginnings of its `words`; then the whole `turn`, with `known` unless it is no history;
    then, if it is the latest, the `evidence` of its first citation and `suggestions` to go on with. The files of
    the pages lie in `folder`."""
    turn = with_glosses(assistant, language, answered(assistant, asking))
    for words in coming(turn.answer.text if turn.answer and not turn.refused else ""):
        yield {"words": words}
    yield {"turn": turn_html(language, turn), "known": "yes" if turn.answer else ""}
    if asking.latest:
        yield {"evidence": _evidence(assistant, language, turn, correctable, folder)}
        yield {"suggestions": followed(assistant, language, turn, asking.history)}


def welcomed(assistant: Asked, language: Language, earlier: tuple[Earlier, ...] = ()) -> str:
    """What stands where the conversation will be."""
    return welcome(language, assistant.searched(), assistant.examples(language), earlier)


def within(assistant: Asked, language: Language, sent: object) -> Line:
    """What is chosen to be asked of: the `chips` that say so, the newspapers that there are as the lines of `papers`, and as
    `wrong` the field of a day that cannot be read."""
    scope = scope_of(sent)
    wrong = unreadable(scope)
    shown = "" if wrong else chips(language, scope)
    return {"chips": shown, "papers": "\n".join(assistant.searched().newspapers), "wrong": wrong}


def exampled(assistant: Asked, language: Language) -> str:
    """The part of that with the examples, for a page that came before they were known."""
    return examples_html(language, assistant.examples(language))


def answered(assistant: Asked, asking: Asking) -> Turn:
    """The turn of this question. Errors become part of the conversation."""
    question, liked = asking.question, asking.liked
    try:
        return Turn(question, assistant.ask(question, history=asking.history, scope=asking.scope), liked=liked)
    except RagError as error:
        return Turn(question, problem=_problem(error), detail=str(error))
    except Exception as error:
        report(error)
        return Turn(question, problem="problem.other")


def followed(assistant: Asked, language: Language, turn: Turn, history: tuple[str, ...]) -> str:
    """Questions to go on with after the answer; nothing where there are none, or where finding them failed."""
    if turn.answer is None:
        return ""
    try:
        return suggestions(language, assistant.follow_ups(turn.answer, history=(*history, turn.question)))
    except Exception as error:  # the answer stands, whatever becomes of what might be asked next
        report(error)
        return ""


def rated(assistant: Asked, asking: Asking) -> None:
    """Keep with the index that the answer was liked, disliked, or neither again; it is found again to be kept with it."""
    turn = answered(assistant, asking)
    if turn.answer is not None:
        assistant.rate(turn.question, turn.answer, asking.liked)


def _evidence(assistant: Asked, language: Language, turn: Turn, correctable: bool, folder: Path | None) -> str:
    """The first citation's; of a refusal nothing, since nothing supports it."""
    if turn.refused or not turn.shown:
        return ""
    places = tuple(Place(citation.page, citation.article, citation.spans) for citation in turn.shown)
    return shown(assistant, language, Chosen(places), correctable, folder)


def _problem(error: RagError) -> str:
    key = f"problem.{type(error).__name__}"
    return key if key in table() else "problem.other"
