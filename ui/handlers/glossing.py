"""Glosses for readers of English, fetched where an answer or its evidence is shown to one."""

from __future__ import annotations

from dataclasses import replace

from rag import Answer, Citation, Gloss, Language, Spans
from ui.ports import Asked
from ui.problems import report
from ui.turns import Turn

MOST = 60
"""Quotations of one answer that are glossed."""


def with_glosses(assistant: Asked, language: Language, turn: Turn) -> Turn:
    """The turn with what it cites glossed; as it is for a reader of Chinese."""
    if language is Language.ZH or turn.answer is None:
        return turn
    cited, nearest = (_glossed(assistant, language, found) for found in (turn.answer.citations, turn.answer.nearest))
    answer: Answer = replace(turn.answer, citations=cited, nearest=nearest)
    return replace(turn, answer=answer)


def glosses_of(assistant: Asked, language: Language, page: str, article: int, spans: Spans) -> tuple[Gloss, ...]:
    """Those of these words; none for a reader of Chinese, or where finding them failed: what is quoted stands without."""
    if language is Language.ZH or not spans:
        return ()
    try:
        return assistant.glosses(page, article, spans)
    except Exception as error:
        report(error)
        return ()


def _glossed(assistant: Asked, language: Language, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    some = (replace(c, glosses=glosses_of(assistant, language, c.page, c.article, c.spans)) for c in citations[:MOST])
    return (*some, *citations[MOST:])
