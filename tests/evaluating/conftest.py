"""Answers made by hand to questions made by hand."""

from __future__ import annotations

from rag.answered import Answer, Citation, Verdict
from rag.asked import Asks, Frame, Language
from rag.evaluating.golden import Evidence, Question
from rag.records import Span

PAGE = "陈志远检查了大桥。李文斌走访了学校。"
PAGES = {"p.txt": PAGE}
VISIT = Citation(1, "p.txt", (Span(0, 9),), PAGE[:9])
SCHOOL = Citation(2, "p.txt", (Span(9, 18),), PAGE[9:])


def asked(**changes: object) -> Question:
    """谁检查了大桥, or what `changes` make of it."""
    given: dict[str, object] = {
        "id": "q1",
        "lang": "zh",
        "type": "who",
        "question": "谁检查了大桥？",
        "history": (),
        "answerable": True,
        "answer": "陈志远",
        "atoms": (("陈志远", "Chen Zhiyuan"),),
        "forbidden": ("李文斌",),
        "evidence": (Evidence("p.txt", "陈志远检查了大桥"),),
        "min_evidence": 1,
    }
    return Question(**{**given, **changes})  # type: ignore[arg-type]


def answered(text: str = "陈志远[1]", *citations: Citation, verdict: Verdict = Verdict.ANSWERED) -> Answer:
    """An answer of that text."""
    query = Frame(Language.ZH, Asks.WHO)
    return Answer(verdict, text, query, citations=citations, seconds=0.25)
