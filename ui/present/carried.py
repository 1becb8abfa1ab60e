"""What an answer took from a question asked before: a line that says so, and a button that asks without it."""

from __future__ import annotations

from rag import Carried, Language
from ui.present.escape import escaped
from ui.present.names import spoken
from ui.strings import say

_AND = {Language.ZH: "、", Language.EN: ", "}


def carried_html(language: Language, carried: Carried | None) -> str:
    """The line with its button (`data-alone`); nothing where nothing was carried over."""
    if carried is None:
        return ""
    button = f'<button type="button" class="tool" data-alone="yes">{say(language, "carried.alone")}</button>'
    return f'<p class="note carried">{escaped(carried_line(language, carried))} {button}</p>'


def carried_line(language: Language, carried: Carried) -> str:
    """The line as text: people, places and days, else words; where none of these came along, the question itself."""
    people = (spoken(language, n) for n in carried.people)
    named = (*people, *carried.places, *(p.printed or p.first for p in carried.periods))
    what = _AND[language].join(dict.fromkeys(named or carried.words)) or say(
        language, "carried.question", question=carried.question
    )
    return say(language, "carried.line", what=what)
