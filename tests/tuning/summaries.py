"""How many summaries are right, by how many sentences they have and what saying the same again costs.

    python -m tests.tuning.summaries GOLD.jsonl=INDEX [GOLD.jsonl=INDEX ...]

Each question of the type `summary` is read once; then the best article of its first finding is summed up with every value of SENTENCES,
LIKED and ALIKE of `rag/asking/answers/summary.py` (LIKED 0: points are no summary of their own). Printed are how many of the answers are
right as `rag.evaluating.metrics` has it, and the characters cited on the average: the shortest of the best is to be taken.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import rag.asking.answers.summary as room
from rag.answered import Answer, Verdict
from rag.asking.answers.finding import Finding
from rag.asking.assistant import Assistant
from rag.asking.writing.draft import render
from rag.config import Config
from rag.evaluating.golden import Question, read_questions
from rag.evaluating.metrics import score

VALUES = {"SENTENCES": (4, 5, 6, 7, 8), "LIKED": (0, 1, 3, 5), "ALIKE": (0.0, 1.0, 2.0, 4.0)}


def asked(gold: Path, index: Path) -> Iterator[tuple[Question, Answer, Finding]]:
    """The questions with what is found for each."""
    with Assistant.open(Config(index=index)) as assistant:
        for question in read_questions(gold):
            if question.type == "summary" and question.answerable:
                found = assistant.findings(question.question, question.history)
                if found and found[0].judged:
                    yield question, assistant.ask(question.question, question.history), found[0]


def summed_up(question: Question, answer: Answer, finding: Finding) -> tuple[bool, int]:
    """Whether the summary is right, and how many characters it cites."""
    rendered = render(room.summary(finding.query, finding.about, finding.judged))
    told = replace(answer, verdict=Verdict.ANSWERED, text=rendered.text, citations=rendered.citations)
    pages = {c.reading.page.name: c.reading.page.text for c in finding.candidates}
    return score(question, told, pages).full, sum(len(c.quote) for c in rendered.citations)


def main(argv: list[str]) -> None:
    """Print a line for each choice of values."""
    pairs = [tuple(map(Path, arg.split("="))) for arg in argv if "=" in arg]
    found = [one for gold, index in pairs for one in asked(gold, index)]
    for values in itertools.product(*VALUES.values()):
        for name, value in zip(VALUES, values, strict=True):
            setattr(room, name, value)
        told = [summed_up(*one) for one in found]
        right, cited = sum(full for full, _ in told), sum(n for _, n in told) / max(len(told), 1)
        chosen = ", ".join(f"{name} {value}" for name, value in zip(VALUES, values, strict=True))
        print(f"{chosen}: {right} of {len(told)} right, {cited:.0f} characters")


if __name__ == "__main__":
    main(sys.argv[1:])
