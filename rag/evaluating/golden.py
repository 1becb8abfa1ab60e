"""Questions with known answers, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rag.errors import RagError
from rag.records import Span, Spans


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a page that prove an answer: given as a quotation, or as the place where they stand."""

    page: str
    quote: str = ""
    span: Span | None = None

    def ranges(self, pages: Mapping[str, str]) -> Spans:
        """Where the words stand; several places where the page prints them several times."""
        return (self.span,) if self.span else _occurrences(pages.get(self.page, ""), self.quote)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked and what a right answer must hold: of each atom one wording, of `forbidden` nothing.

    `allowed` is harmless as a head too.
    """

    id: str
    lang: str
    type: str
    question: str
    history: tuple[str, ...]
    answerable: bool
    answer: str
    atoms: tuple[tuple[str, ...], ...]
    forbidden: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    min_evidence: int
    allowed: tuple[str, ...] = ()


def read_questions(path: Path) -> tuple[Question, ...]:
    """RagError for a file that is missing, empty, or has a line that is no such question."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RagError(
            f"{path} cannot be read ({error})", "give a file of questions, one JSON object a line"
        ) from error
    questions = tuple(_question(path, n, line) for n, line in enumerate(lines, start=1) if line.strip())
    if not questions:
        raise RagError(f"{path} holds no question", "give a file of questions, one JSON object a line")
    return questions


def _question(path: Path, number: int, line: str) -> Question:
    try:
        given = json.loads(line)
        return Question(
            id=str(given["id"]),
            lang=given["lang"],
            type=given["type"],
            question=given["question"],
            history=tuple(given.get("history") or ()),
            answerable=bool(given["answerable"]),
            answer=given.get("answer") or "",
            atoms=tuple(tuple(a) for a in given.get("atoms") or ()),
            forbidden=tuple(given.get("forbidden") or ()),
            evidence=tuple(_evidence(e) for e in given.get("evidence") or ()),
            min_evidence=int(given.get("min_evidence", 1)),
            allowed=tuple(given.get("allowed") or ()),
        )
    except (ValueError, KeyError, TypeError) as error:
        what = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise RagError(f"line {number} of {path} is no question with its answer ({what})", "mend the line") from error


def _evidence(given: Mapping[str, object]) -> Evidence:
    if "doc" in given:
        return Evidence(f"{given['doc']}.txt", span=Span(int(str(given["start"])), int(str(given["end"]))))
    return Evidence(str(given["page"]), quote=str(given["quote"]))


def _occurrences(text: str, quote: str) -> Spans:
    found, at = [], text.find(quote)
    while quote and at >= 0:
        found.append(Span(at, at + len(quote)))
        at = text.find(quote, at + 1)
    return tuple(found)
