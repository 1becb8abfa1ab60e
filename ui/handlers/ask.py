"""The conversation: from a question to the assistant, and from its answer to what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rag import Language, RagError
from ui.handlers.evidence import shown
from ui.ports import Asked
from ui.present import nothing_chosen, transcript, welcome
from ui.problems import report
from ui.strings import table
from ui.turns import Turn, Turns

KEPT = 20
"""Turns of a conversation that stay on the page and are understood as its history."""


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows after an event: the conversation, the evidence beside it, and what the next event needs."""

    conversation: str
    evidence: str
    turns: Turns


def opened(assistant: Asked, language: Language, questions: tuple[str, ...] = ()) -> View:
    """The page as it opens. Earlier questions are asked again: what was deleted since is not cited any more."""
    turns: Turns = ()
    for question in questions[-KEPT:]:
        turns = (*turns, answered(assistant, question, turns))
    return _view(assistant, language, turns)


def asked(assistant: Asked, language: Language, question: str, turns: Turns) -> Iterator[View]:
    """First the question alone, at once; then the same with its answer and the evidence of its first citation."""
    earlier = turns[-(KEPT - 1) :]
    yield View(transcript(language, (*earlier, Turn(question))), nothing_chosen(language), earlier)
    yield _view(assistant, language, (*earlier, answered(assistant, question, earlier)))


def answered(assistant: Asked, question: str, earlier: Turns) -> Turn:
    """The turn of this question after the earlier ones. Errors become part of the conversation."""
    try:
        return Turn(question, assistant.ask(question, history=tuple(turn.question for turn in earlier)))
    except RagError as error:
        return Turn(question, problem=_problem(error), detail=str(error))
    except Exception as error:
        report(error)
        return Turn(question, problem="problem.other")


def _view(assistant: Asked, language: Language, turns: Turns) -> View:
    if not turns:
        page = welcome(language, assistant.searched(), assistant.examples(language))
        return View(page, nothing_chosen(language), ())
    last = len(turns) - 1
    proof = nothing_chosen(language) if turns[last].refused else shown(assistant, language, turns, last, 0)
    return View(transcript(language, turns), proof, turns)


def _problem(error: RagError) -> str:
    key = f"problem.{type(error).__name__}"
    return key if key in table() else "problem.other"
