"""Ask every question whose answer is known, and judge what comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rag.answered import Answer
from rag.errors import RagError
from rag.evaluating.golden import Question, read_questions
from rag.evaluating.metrics import Score, Summary, score, summarise
from rag.ports import Progress
from rag.records import Reading


class Answers(Protocol):
    """What is evaluated: an Assistant, or anything that answers from the same pages."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question."""
        ...

    def readings(self) -> Sequence[Reading]:
        """The articles it answers from, with their pages."""
        ...


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every score, and what they come to."""

    scores: tuple[Score, ...]
    summary: Summary

    @property
    def failures(self) -> tuple[Score, ...]:
        """Answers that are not fully right."""
        return tuple(s for s in self.scores if not s.full)


def evaluate(assistant: Answers, gold: Path, progress: Progress | None = None) -> Evaluation:
    """Put the questions in their order, one at a time. RagError if the file cannot be used."""
    questions = read_questions(gold)
    pages = {r.page.name: r.page.text for r in assistant.readings()}
    scores = []
    for done, question in enumerate(questions, start=1):
        scores.append(score(question, _answer(assistant, question), pages))
        if progress:
            progress("asking", done, len(questions))
    return Evaluation(tuple(scores), summarise(scores))


def _answer(assistant: Answers, question: Question) -> Answer | None:
    """A question that is refused as such has no answer, which is not the same as abstaining."""
    try:
        return assistant.ask(question.question, question.history)
    except RagError:
        return None


def by_kind(scores: Sequence[Score], kind: Callable[[Score], str]) -> dict[str, tuple[Score, ...]]:
    """The scores in groups, in the order of the groups' names."""
    names = sorted({kind(s) for s in scores})
    return {name: tuple(s for s in scores if kind(s) == name) for name in names}
