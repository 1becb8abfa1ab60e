"""The conversation: from a question to the assistant, and from its answer to what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rag import Language, RagError
from ui.handlers.evidence import shown
from ui.ports import Asked
from ui.present import nothing_chosen, suggestions, transcript, welcome
from ui.present.coming import coming
from ui.problems import report
from ui.remembered import Conversation, Said
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


def opened(
    assistant: Asked, language: Language, now: Conversation = (), earlier: tuple[Conversation, ...] = ()
) -> Iterator[View]:
    """The page as it opens. Questions kept from before are asked again: what was deleted since is not cited any more."""
    if not now:
        yield View(welcomed(assistant, language, earlier), nothing_chosen(language), ())
        return
    kept = now[-KEPT:]
    pending = tuple(Turn(said.question, liked=said.liked) for said in kept)
    yield View(transcript(language, pending), nothing_chosen(language), pending)
    turns: Turns = ()
    for said in kept:
        turns = (*turns, replace(answered(assistant, said.question, turns), liked=said.liked))
    yield _view(assistant, language, turns)


def welcomed(assistant: Asked, language: Language, earlier: tuple[Conversation, ...] = ()) -> str:
    """What stands where the conversation will be."""
    return welcome(language, assistant.searched(), assistant.examples(language), earlier)


def asked(assistant: Asked, language: Language, question: str, turns: Turns) -> Iterator[View]:
    """First the question alone, at once; then its answer as it comes; then with what stands under it, and the evidence."""
    earlier = tuple(turn for turn in turns if turn.finished)[-(KEPT - 1) :]
    pending = (*earlier, Turn(question))
    yield View(transcript(language, pending), nothing_chosen(language), pending)
    turn = answered(assistant, question, earlier)
    for words in coming(turn.answer.text if turn.answer and not turn.refused else ""):
        page = transcript(language, (*earlier, replace(turn, coming=words)))
        yield View(page, nothing_chosen(language), pending)
    yield _view(assistant, language, (*earlier, turn))


def again(turns: Turns) -> tuple[Turns, str]:
    """The turns without the last, and its question, to be asked once more in its place."""
    return (turns[:-1], turns[-1].question) if turns else (turns, "")


def stopped(assistant: Asked, language: Language, turns: Turns) -> View:
    """The conversation after the reader would not wait: the question stands, without an answer."""
    if turns and not turns[-1].finished:
        turns = (*turns[:-1], Turn(turns[-1].question, problem="problem.stopped"))
    return _view(assistant, language, turns)


def answered(assistant: Asked, question: str, earlier: Turns) -> Turn:
    """The turn of this question after the earlier ones. Errors become part of the conversation."""
    try:
        return Turn(question, assistant.ask(question, history=_history(earlier)))
    except RagError as error:
        return Turn(question, problem=_problem(error), detail=str(error))
    except Exception as error:
        report(error)
        return Turn(question, problem="problem.other")


def followed(assistant: Asked, language: Language, turns: Turns) -> str:
    """Questions to go on with after the last answer; nothing where there are none, or where finding them failed."""
    if not turns or turns[-1].answer is None:
        return ""
    try:
        return suggestions(language, assistant.follow_ups(turns[-1].answer, history=_history(turns)))
    except Exception as error:  # the answer stands, whatever becomes of what might be asked next
        report(error)
        return ""


def rated(assistant: Asked, turns: Turns, number: int, liked: bool | None) -> Turns:
    """The turns with that one's answer liked, disliked, or neither again; kept with the index."""
    if not 0 <= number < len(turns):
        return turns
    turn = turns[number]
    if turn.answer is not None:
        assistant.rate(turn.question, turn.answer, liked)
    return (*turns[:number], replace(turn, liked=liked), *turns[number + 1 :])


def said(turns: Turns) -> Conversation:
    """What of the turns the browser keeps."""
    return tuple(Said(turn.question, turn.liked) for turn in turns)


def _history(turns: Turns) -> tuple[str, ...]:
    """The questions that were understood; one that could not be searched would fail every later one."""
    return tuple(turn.question for turn in turns if turn.answer is not None)


def _view(assistant: Asked, language: Language, turns: Turns) -> View:
    if not turns:
        return next(opened(assistant, language))
    last = len(turns) - 1
    proof = nothing_chosen(language) if turns[last].refused else shown(assistant, language, turns, last, 0)
    return View(transcript(language, turns), proof, turns)


def _problem(error: RagError) -> str:
    key = f"problem.{type(error).__name__}"
    return key if key in table() else "problem.other"
