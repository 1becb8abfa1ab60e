"""What one line asks one thing after another (有多大，是第几个): the clauses that each ask, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rag.asked import Asks, Cue
from rag.asking.question.question import Question
from rag.asking.question.several import MOST

_ASKS = re.compile(
    # more than `several` takes for asking: a clause is held to the whole line, a question of its own must not lean
    r"谁|哪|(?<![那这头前后好十百千])几(?!十|百|千|年[前来]|天[前来])|多少|多[大长高远久重]|什么(?!的)|[啥咋]|怎|何[时地人处]|如何|吗"
)
_ENDS = re.compile(r"[，,、；;？?\s]+")

ALL_OF_IT = (Asks.TIMELINE, Asks.SUMMARY, Asks.COUNT)
"""Kinds that are told of the whole matter, whatever is added."""


def in_turn(query: Question, understand: Callable[[str], Question]) -> tuple[Question, ...]:
    """Two or three clauses that each ask, with what stands before the first of them in it, and what asks nothing behind the one
    before it; () where less or more is asked. Chinese only: an English line is one sentence for each question.
    """
    if query.asks in ALL_OF_IT or query.overall or Cue.SEVERAL in query.cues:
        return ()
    clauses = _clauses(query.question)
    if not 1 < len(clauses) <= MOST:
        return ()
    return tuple(replace(understand(text), within=query.within) for text in clauses)


def _clauses(text: str) -> list[str]:
    found = [""]
    for piece in re.split(f"({_ENDS.pattern})", text):
        if _ASKS.search(piece) and _ASKS.search(found[-1]):
            found.append("")
        found[-1] += piece
    return [clause.strip("，,、；; ") for clause in found]
