"""The whole conversation as HTML, and what stands there before the first question."""

from __future__ import annotations

from collections.abc import Sequence

from rag import Language, Searched
from ui.present.answer import answer_html, coming_html, searched_line
from ui.present.escape import escaped
from ui.present.tools import tools
from ui.present.trail import trail
from ui.remembered import Conversation
from ui.strings import say
from ui.turns import Turn, Turns

QUESTION_SHOWN = 400
"""Characters of a question that are repeated above its answer; a pasted page would push the answer out of sight."""


def transcript(language: Language, turns: Turns) -> str:
    """All turns, oldest first. Buttons carry `data-turn` and `data-shown`: which citation of which turn they open."""
    last = len(turns) - 1
    shown = "".join(_turn(language, number, turn, last=number == last) for number, turn in enumerate(turns))
    new = f'<button type="button" class="tool clear" data-clear="yes">{say(language, "ask.clear")}</button>'
    return f'<p class="top">{new}</p>{shown}'


def welcome(
    language: Language, searched: Searched, examples: Sequence[str], earlier: Sequence[Conversation] = ()
) -> str:
    """What a newcomer sees: what this is, how much there is to ask about, and questions that have answers."""
    return (
        '<section class="welcome">'
        f"<h2>{say(language, 'welcome.heading')}</h2>"
        f"<p>{say(language, 'welcome.lead')}</p>"
        f'<p class="corpus">{searched_line(language, searched)}</p>'
        f"{_examples(language, examples)}{_earlier(language, earlier)}</section>"
    )


def suggestions(language: Language, questions: Sequence[str]) -> str:
    """Questions to go on with."""
    items = "".join(f"<li>{_asking(question)}</li>" for question in questions)
    label = say(language, "ask.suggestions")
    return f'<nav class="suggestions" aria-label="{label}"><h3>{label}</h3><ul>{items}</ul></nav>' if items else ""


def _examples(language: Language, examples: Sequence[str]) -> str:
    items = "".join(f"<li>{_asking(example)}</li>" for example in examples)
    return f'<h3>{say(language, "welcome.examples")}</h3><ul class="examples">{items}</ul>' if items else ""


def _asking(question: str) -> str:
    return f'<button type="button" class="example" data-ask="{escaped(question)}">{escaped(question)}</button>'


def _earlier(language: Language, conversations: Sequence[Conversation]) -> str:
    items = "".join(
        f'<li><button type="button" class="example" data-reopen="{number}">{escaped(_shortened(c[0].question))}'
        f' <span class="more">{_more(language, len(c) - 1)}</span></button></li>'
        for number, c in enumerate(conversations)
    )
    if not items:
        return ""
    forget = f'<button type="button" class="tool" data-forget="yes">{say(language, "welcome.forget")}</button>'
    return f'<h3>{say(language, "welcome.earlier")}</h3><ul class="examples">{items}</ul>{forget}'


def _more(language: Language, count: int) -> str:
    return say(language, "welcome.more", count=count) if count else ""


def _turn(language: Language, number: int, turn: Turn, last: bool) -> str:
    return (
        f'<article class="turn" id="turn-{number}">'
        f'<h2 class="question">{escaped(_shortened(turn.question))}</h2>'
        f"{_outcome(language, number, turn)}{tools(language, number, turn, last)}{_trail(language, turn)}</article>"
    )


def _outcome(language: Language, number: int, turn: Turn) -> str:
    if turn.coming:
        return coming_html(turn.coming)
    if turn.answer is not None:
        return answer_html(language, number, turn.answer)
    return _problem(language, turn) if turn.problem else _pending(language)


def _trail(language: Language, turn: Turn) -> str:
    return trail(language, turn.answer) if turn.answer and not turn.coming else ""


def _pending(language: Language) -> str:
    return f'<p class="pending" role="status">{say(language, "ask.pending")}</p>'


def _problem(language: Language, turn: Turn) -> str:
    return f'<div class="problem" role="alert"><p>{say(language, turn.problem)}</p>{_detail(turn)}</div>'


def _detail(turn: Turn) -> str:
    return f'<p class="detail">{escaped(turn.detail)}</p>' if turn.detail else ""


def _shortened(question: str) -> str:
    return question if len(question) <= QUESTION_SHOWN else f"{question[:QUESTION_SHOWN]}…"
