"""From a question to be looked up to what each way of searching found."""

from __future__ import annotations

from rag import Language, QuestionError, RagError, ScopeError
from ui.handlers.scoping import scope_of
from ui.handlers.sent import LONGEST as LONGEST_FIELD
from ui.handlers.sent import text_of
from ui.lookup.view import LIMITS, lookup_html
from ui.ports import Asked
from ui.present.nothing import problem
from ui.problems import report

LONGEST = 10_000
"""Characters of what is taken of a question and of what was asked before it; the library says what is too long."""


def looked_up(assistant: Asked, language: Language, sent: object) -> dict[str, str]:
    """The part `found`: tables, or in a line why there are none. `sent` has question, history (a line each), limit, and what
    alone is looked in: newspaper, since, until, pages (a name a line)."""
    question, history = text_of(sent, "question", LONGEST), _lines(sent, "history")
    bounds = {name: text_of(sent, name, LONGEST_FIELD) for name in ("newspaper", "since", "until")}
    scope = scope_of({**bounds, "pages": _lines(sent, "pages")})
    try:
        return {"found": lookup_html(language, assistant.look_up(question, history, limit_of(sent), scope=scope))}
    except ScopeError as error:
        return {"found": problem(language, "problem.ScopeError", str(error))}
    except QuestionError as error:
        return {"found": problem(language, "problem.QuestionError", str(error))}
    except RagError as error:
        return {"found": problem(language, "lookup.failed", str(error))}
    except Exception as error:
        report(error)
        return {"found": problem(language, "problem.other")}


def _lines(sent: object, name: str) -> list[str]:
    return list(filter(None, map(str.strip, text_of(sent, name, LONGEST).splitlines())))


def limit_of(sent: object) -> int:
    """How many rows each table has: one of `LIMITS`, the fewest for anything else."""
    return next((n for n in LIMITS if str(n) == text_of(sent, "limit", LONGEST)), LIMITS[0])
