"""One turn of the conversation as HTML, and what stands there before the first question."""

from __future__ import annotations

from collections.abc import Sequence

from rag import Language, Searched
from ui.ask.answer import answer_html, searched_line
from ui.ask.remembered import Earlier
from ui.ask.tools import tools
from ui.ask.trail import trail
from ui.present.escape import escaped
from ui.present.nothing import problem
from ui.present.scoped import scope_html
from ui.strings import say
from ui.turns import Turn

QUESTION_SHOWN = 400
"""Characters of a question that are repeated above its answer; a pasted page would push the answer out of sight."""


def turn_html(language: Language, turn: Turn) -> str:
    """A question and what came of it. Links carry `data-shown`: which of the turn's citations they open."""
    trailing = trail(language, turn.answer) if turn.answer else ""
    scope = scope_html(language, turn.answer.scope) if turn.answer else ""
    return (
        f'<article class="turn"><h2 class="question">{escaped(_shortened(turn.question))}</h2>'
        f"{scope}{_outcome(language, turn)}{tools(language, turn)}{trailing}</article>"
    )


def welcome(language: Language, searched: Searched, examples: Sequence[str], earlier: Sequence[Earlier] = ()) -> str:
    """What a newcomer sees: what this is, how much there is to ask about, and questions that have answers."""
    return (
        '<section class="welcome">'
        f"<h2>{say(language, 'welcome.heading')}</h2>"
        f"<p>{say(language, 'welcome.lead')}</p>"
        f'<p class="corpus">{searched_line(language, searched)}</p>'
        f'<div data-part="examples">{examples_html(language, examples)}</div>{_earlier(language, earlier)}</section>'
    )


def suggestions(language: Language, questions: Sequence[str]) -> str:
    """Questions to go on with."""
    items = "".join(f"<li>{_asking(question)}</li>" for question in questions)
    label = say(language, "ask.suggestions")
    return f'<nav class="suggestions" aria-label="{label}"><h3>{label}</h3><ul>{items}</ul></nav>' if items else ""


def examples_html(language: Language, examples: Sequence[str]) -> str:
    """Questions to begin with; nothing where there are none."""
    items = "".join(f"<li>{_asking(example)}</li>" for example in examples)
    return f'<h3>{say(language, "welcome.examples")}</h3><ul class="examples">{items}</ul>' if items else ""


def _asking(question: str) -> str:
    return f'<button type="button" class="example" data-ask="{escaped(question)}">{escaped(question)}</button>'


def _earlier(language: Language, conversations: Sequence[Earlier]) -> str:
    items = "".join(_conversation(language, c) for c in conversations)
    if not items:
        return ""
    forget = f'<button type="button" class="tool" data-forget="yes">{say(language, "welcome.forget")}</button>'
    return f'<h3>{say(language, "welcome.earlier")}</h3><ul class="examples talks">{items}</ul>{forget}'


def _conversation(language: Language, conversation: Earlier) -> str:
    """The way back into it, and beside that another name for it and its end."""
    name = escaped(_shortened(conversation.question))
    ways = "".join(
        f'<button type="button" class="tool" data-{way}="{conversation.number}" '
        f'aria-label="{escaped(say(language, f"welcome.{way}_it", name=conversation.question[:80]))}">'
        f"{say(language, f'welcome.{way}')}</button>"
        for way in ("rename", "drop")
    )
    return (
        f'<li><button type="button" class="example" data-reopen="{conversation.number}" data-name="{name}">{name}'
        f' <span class="more">{_more(language, conversation.more)}</span></button><span class="ways">{ways}</span></li>'
    )


def _more(language: Language, count: int) -> str:
    return say(language, "welcome.more", count=count) if count else ""


def _outcome(language: Language, turn: Turn) -> str:
    return answer_html(language, turn.answer) if turn.answer else _problem(language, turn)


def _problem(language: Language, turn: Turn) -> str:
    return problem(language, turn.problem, turn.detail)


def _shortened(question: str) -> str:
    return question if len(question) <= QUESTION_SHOWN else f"{question[:QUESTION_SHOWN]}…"
