"""The whole conversation as HTML, and what stands there before the first question."""

from __future__ import annotations

from collections.abc import Sequence

from rag import Language, Searched
from ui.present.answer import answer_html
from ui.present.escape import escaped
from ui.strings import say
from ui.turns import Turn, Turns

QUESTION_SHOWN = 400
"""Characters of a question that are repeated above its answer; a pasted page would push the answer out of sight."""


def transcript(language: Language, turns: Turns) -> str:
    """All turns, oldest first. Buttons carry `data-turn` and `data-shown`: which citation of which turn they open."""
    shown = "".join(_turn(language, number, turn) for number, turn in enumerate(turns))
    return f'{shown}<button type="button" class="tool clear" data-clear="yes">{say(language, "ask.clear")}</button>'


def welcome(language: Language, searched: Searched, examples: Sequence[str]) -> str:
    """What a newcomer sees: what this is, how much there is to ask about, and questions that have answers."""
    corpus = say(language, "welcome.corpus", articles=searched.articles, pages=searched.pages)
    return (
        '<section class="welcome">'
        f"<h2>{say(language, 'welcome.heading')}</h2>"
        f"<p>{say(language, 'welcome.lead')}</p>"
        f'<p class="corpus">{escaped(corpus)}</p>'
        f"{_examples(language, examples)}</section>"
    )


def _examples(language: Language, examples: Sequence[str]) -> str:
    if not examples:
        return ""
    items = "".join(
        f'<li><button type="button" class="example" data-ask="{escaped(e)}">{escaped(e)}</button></li>'
        for e in examples
    )
    return f'<h3>{say(language, "welcome.examples")}</h3><ul class="examples">{items}</ul>'


def _turn(language: Language, number: int, turn: Turn) -> str:
    return (
        f'<article class="turn" id="turn-{number}">'
        f'<h3 class="question">{escaped(_shortened(turn.question))}</h3>'
        f"{_outcome(language, number, turn)}</article>"
    )


def _outcome(language: Language, number: int, turn: Turn) -> str:
    if turn.answer is not None:
        return answer_html(language, number, turn.answer)
    return _problem(language, turn) if turn.problem else _pending(language)


def _pending(language: Language) -> str:
    return f'<p class="pending" role="status">{say(language, "ask.pending")}</p>'


def _problem(language: Language, turn: Turn) -> str:
    return (
        f'<div class="problem" role="alert"><p>{say(language, turn.problem)}</p>'
        f'<p class="detail">{escaped(turn.detail)}</p></div>'
    )


def _shortened(question: str) -> str:
    return question if len(question) <= QUESTION_SHOWN else f"{question[:QUESTION_SHOWN]}…"
