"""A file of questions answered into a file of answers, in order, in one process."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag import QuestionError, RagError, Verdict, answer_line, put_in_place
from ui.ports import Asked
from ui.progress import Progress
from ui.terminal import printable


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the file; `history` holds the user's earlier questions, oldest first."""

    id: str
    question: str
    history: tuple[str, ...] = ()


def read_questions(path: Path) -> list[Question]:
    """All questions of the file. RagError, naming the line, if one of them is not to be understood as a question."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RagError(
            f"the questions in {path} cannot be read ({_why(error)})", "give a file of JSON lines"
        ) from error
    return [_question(path, number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def answer_all(assistant: Asked, questions: Sequence[Question], out: Path, progress: Progress | None = None) -> None:
    """Write a line for each question. The file is there when all are answered, and not before."""
    aside = out.with_name(f"{out.name}.part")
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as file:
            for done, line in enumerate(_lines(assistant, questions), start=1):
                file.write(f"{line}\n")
                if progress:
                    progress("answering", done, len(questions))
        put_in_place(aside, out)
    except OSError as error:
        raise RagError(f"the answers cannot be written to {out} ({_why(error)})", "choose another --out") from error


def _lines(assistant: Asked, questions: Sequence[Question]) -> Iterator[str]:
    for question in questions:
        yield json.dumps(_answer(assistant, question), ensure_ascii=False)


def _answer(assistant: Asked, question: Question) -> dict[str, object]:
    """A question that cannot be searched is no reason to lose the others: its line says why."""
    try:
        return answer_line(question.id, assistant.ask(question.question, question.history))
    except QuestionError as error:
        sys.stderr.write(f"wenzheng: {printable(f'question {question.id}: {error}')}\n")
        verdict = Verdict.ABSTAINED.value
        return {"id": question.id, "verdict": verdict, "answer": str(error), "citations": [], "seconds": 0.0}


def _question(path: Path, number: int, line: str) -> Question:
    try:
        given = json.loads(line)
        text, history = given["question"], given.get("history") or []
        if not isinstance(text, str) or not all(isinstance(earlier, str) for earlier in history):
            raise TypeError("question and history must be text")
        return Question(str(given.get("id", number)), text, tuple(history))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        remedy = 'write {"id": "1", "question": "…", "history": []}'
        raise RagError(f"line {number} of {path} is no question ({_why(error)})", remedy) from error


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
