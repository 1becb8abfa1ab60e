"""What can be done with an answer: copy it, ask again, take it away, say whether it was good."""

from __future__ import annotations

from rag import Language
from ui.ask.answer import plain
from ui.links import question_link, scope_fields
from ui.present.escape import escaped
from ui.present.taking import taking
from ui.strings import say
from ui.turns import Turn


def tools(language: Language, turn: Turn) -> str:
    """The buttons under a finished turn. That it can be asked again shows under the last alone, since what follows
    rests on the others."""
    buttons = (
        _copy(language, turn),
        _again(language),
        _edit(language),
        _taking(language, turn),
        _rating(language, turn),
    )
    return f'<div class="tools">{"".join(buttons)}</div>'


def _copy(language: Language, turn: Turn) -> str:
    if turn.answer is None or turn.refused:
        return ""
    done = say(language, "answer.copied")
    return (
        f'<button type="button" class="tool" data-copy="{escaped(plain(language, turn.answer))}" data-done="{done}">'
        f"{say(language, 'answer.copy')}</button>"
    )


def _edit(language: Language) -> str:
    return f'<button type="button" class="tool" data-edit="yes">{say(language, "ask.edit")}</button>'


def _taking(language: Language, turn: Turn) -> str:
    """A question that leans on the one before it has no link: it would be another question alone. One that is asked of a
    part of the pages cannot be watched: it would be put to all that come."""
    if turn.answer is None or turn.refused:
        return ""
    scope = turn.answer.scope
    link = (
        f'<button type="button" data-copy-link="{escaped(question_link(turn.question, scope))}" '
        f'data-done="{say(language, "answer.copied")}">{say(language, "taking.link")}</button>'
    )
    watch = (
        f'<button type="button" data-watch-question="{escaped(turn.question)}">{say(language, "answer.watch")}</button>'
    )
    more = "" if turn.answer.carried else link + ("" if scope_fields(scope) else watch)
    return taking(lambda key: say(language, key), more)


def _again(language: Language) -> str:
    return f'<button type="button" class="tool" data-again="yes">{say(language, "ask.again")}</button>'


def _rating(language: Language, turn: Turn) -> str:
    if turn.answer is None:
        return ""
    buttons = "".join(
        f'<button type="button" class="tool" data-rate="{name}" '
        f'aria-pressed="{str(turn.liked is liked).lower()}">{say(language, f"answer.{name}")}</button>'
        for name, liked in (("good", True), ("bad", False))
    )
    return f'<span class="rating" role="group" aria-label="{say(language, "answer.rating")}">{buttons}</span>'
