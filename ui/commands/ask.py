"""`wenzheng ask`: answer one question on the terminal, or a file of them into another."""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from rag import Answer, Assistant, Citation, Scope, Tie, Verdict, answer_line
from ui.commands.batch import answer_all, read_questions
from ui.commands.config import config_of
from ui.present.carried import carried_line
from ui.present.scoped import scope_line
from ui.progress import progress
from ui.terminal import printable

_TIES = {Tie.BEGINS: "begins on", Tie.GOES_ON: "goes on on", Tie.SAME: "also on"}

COMMAND_LINE = "1"
"""The id of a question that was typed and has none of its own."""


def run(arguments: Namespace) -> int:
    """Answer what was asked; a file of questions is checked before the index is opened."""
    if arguments.batch:
        questions = read_questions(arguments.batch)
        with Assistant.open(config_of(arguments)) as assistant, progress() as shown:
            answer_all(assistant, questions, arguments.out, shown)
        return 0
    with Assistant.open(config_of(arguments)) as assistant:
        scope = Scope(arguments.paper or "", arguments.since, arguments.until, tuple(arguments.page))
        answer = assistant.ask(arguments.question, arguments.history, scope=scope)
    sys.stdout.write(_json(answer) if arguments.json else f"{printable(answer_text(answer))}\n")
    return 0


def answer_text(answer: Answer) -> str:
    """The answer for people: where alone it was looked for, what an earlier question supplied, its words, then each citation
    with where it stands; a refusal with what came nearest."""
    refused = answer.verdict is Verdict.ABSTAINED
    heading = "\nNearest, not an answer:\n" if answer.nearest else ""
    sources = [heading, *map(_nearest, answer.nearest)] if refused else ["", *map(_cited, answer.citations)]
    carried = [carried_line(answer.query.language, answer.carried)] if answer.carried else []
    scope = filter(None, [scope_line(answer.query.language, answer.scope)])
    return "\n".join([*scope, *carried, answer.text, *(s for s in sources if s or not refused)]).rstrip()


def _json(answer: Answer) -> str:
    return json.dumps(answer_line(COMMAND_LINE, answer), ensure_ascii=False) + "\n"


def _cited(citation: Citation) -> str:
    return f"[{citation.marker}] {_source(citation)}\n    {_on_one_line(citation.quote)}{_seen(citation)}{_corrected(citation)}"


def _nearest(citation: Citation) -> str:
    return f"  - {_source(citation)}\n    {_on_one_line(citation.quote)}{_seen(citation)}"


def _seen(citation: Citation) -> str:
    """That a quote was recognised from a picture, and which of its characters are uncertain."""
    doubts = " ".join(dict.fromkeys(citation.quote[at] for at in citation.doubted))
    told = f"; uncertain: {doubts}" if doubts else ""
    return f"\n    (recognised from a picture{told})" if citation.seen else ""


def _corrected(citation: Citation) -> str:
    """What somebody corrected of what is cited."""
    return "".join(f"\n    (corrected / 已更正: {r.was or r.thing.value} → {r.now or '—'})" for r in citation.corrected)


def _source(citation: Citation) -> str:
    newspaper = f"《{citation.newspaper}》" if citation.newspaper else ""
    other = f"{_TIES[citation.elsewhere.tie]} {citation.elsewhere.page}" if citation.elsewhere else ""
    reported = f"reports {citation.date}" if citation.date and citation.date != citation.issued else ""
    return " · ".join(filter(None, (citation.title, newspaper, citation.issued, reported, citation.page, other)))


def _on_one_line(quote: str) -> str:
    return "".join(quote.splitlines())
