"""From what is asked for to a file: which kinds there are, and what may be taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from rag import Language
from ui.ask.handler import KEPT, LONGEST
from ui.events.handler import TEXTS, wanted_of
from ui.handlers.scoping import scope_in
from ui.network.view import PINNED, on_one_line
from ui.ports import Asked
from ui.present.names import spoken
from ui.strings import say
from ui.taking.dossier import Dossier, of_answer, of_events
from ui.taking.markdown import markdown
from ui.taking.printed import printed
from ui.taking.references import bibtex, csl, ris
from ui.taking.word import word
from ui.taking.workbook import workbook


@dataclass(frozen=True, slots=True)
class Kind:
    """How a dossier is written, how its file ends, what a browser is told it is; `shown` in the browser, not saved."""

    write: Callable[[Language, Dossier], bytes]
    suffix: str
    media: str
    shown: bool = False


KINDS: Mapping[str, Kind] = {
    "word": Kind(word, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "excel": Kind(workbook, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "markdown": Kind(markdown, "md", "text/markdown; charset=utf-8"),
    "print": Kind(printed, "html", "text/html; charset=utf-8", shown=True),
    "bibtex": Kind(bibtex, "bib", "application/x-bibtex; charset=utf-8"),
    "ris": Kind(ris, "ris", "application/x-research-info-systems; charset=utf-8"),
    "csl": Kind(csl, "json", "application/vnd.citationstyles.csl+json; charset=utf-8"),
}
"""In the order in which they are offered."""

Fields = Mapping[str, list[str]]
"""What stands in an address: a name may stand there several times."""


def dossier_of(assistant: Asked, language: Language, fields: Fields) -> Dossier:
    """An answer where `ask` is given (`before` are the questions before it, and it may be asked of a part), else a person's or
    a table's events.

    RagError for a question that cannot be asked; UnreadableDayError for a day that is none.
    """
    if fields.get("ask"):
        question, earlier = fields["ask"][0][:LONGEST], [q[:LONGEST] for q in fields.get("before", [])][-KEPT + 1 :]
        return of_answer(
            assistant, language, question, assistant.ask(question, history=earlier, scope=scope_in(fields))
        )
    given = {name: values[0][:200] for name, values in fields.items() if values}
    person = given.get("person", "")
    wanted = replace(wanted_of(given), person=person)
    period = " – ".join(dict.fromkeys(filter(None, (wanted.since, wanted.until))))
    read = f" {spoken(language, person)}" if person and spoken(language, person) != person else ""
    kind = say(language, f"activity.{wanted.activity}") if wanted.activity else ""
    filters = (on_one_line(given.get(name, "")) for name in (*PINNED, *TEXTS))
    parts = [f"{person}{read}", *filters, kind, period]
    title = " · ".join(filter(None, parts)) or say(language, "tab.events")
    return of_events(assistant, language, title, wanted)
