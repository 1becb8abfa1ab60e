"""What the reader learns from: questions with the windows that the program would give it, and which sentences are evidence.

    python -m tests.tuning.reranker_examples QUESTIONS.jsonl INDEX > EXAMPLES.jsonl

A question line is as for `wenzheng ask --batch`, with "evidence" as {"doc", "start", "end"} or {"page", "quote"} and
"answerable". The windows are those of the best judged sentences; evidence outside of them is given a window of its own,
and marked, so that whoever measures can leave it out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rag.asking.assistant import Assistant
from rag.asking.reranking.windows import Window, windows
from rag.asking.retrieval.judge import Judged
from rag.asking.retrieval.retrieve import put
from rag.config import Config
from rag.records import Page, Passage, PassageKind
from rag.spans import quote

WINDOWS = 4
"""Windows kept of each question; the program reads fewer."""

UNJUDGED = -9.0
"""Score of a sentence that a question with several parts left out."""


def examples(questions: Path, index: Path) -> Iterable[dict[str, Any]]:
    """One for each question that the program can search."""
    with Assistant.open(Config(index=index)) as assistant:
        for line in questions.read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            try:
                findings = assistant.findings(question["question"], question.get("history") or ())
            except Exception as error:  # a question that cannot be asked teaches nothing
                print(question["id"], error, file=sys.stderr)
                continue
            judged = sorted((j for f in findings for j in f.judged), key=lambda j: -j.score)
            if judged:
                yield _example(question, put(findings[0].query), judged)


def _example(question: dict[str, Any], asked: str, judged: Sequence[Judged]) -> dict[str, Any]:
    own = windows(judged, WINDOWS)
    held = {p.id for w in own for p in w.passages}
    missed = [j for j in judged if j.passage.id not in held and j.passage.kind is PassageKind.SENTENCE]
    added = windows([j for j in missed if is_evidence(j.candidate.reading.page, j.passage, question)], 2)
    score = {j.passage.id: j.score for j in judged}
    return {
        "id": question["id"],
        "type": question["type"],
        "lang": question["lang"],
        "asked": asked,
        "answer": question.get("answer") or "",
        "atoms": question.get("atoms") or [],
        "answerable": question["answerable"],
        "windows": [
            {
                **_laid_out(w, question),
                "scores": [round(score.get(p.id, UNJUDGED), 2) for p in w.passages],
                "added": w in added,
            }
            for w in [*own, *added]
        ],
    }


def _laid_out(window: Window, question: dict[str, Any]) -> dict[str, Any]:
    page = window.candidate.reading.page
    return {
        "page": page.name,
        "heading": window.heading,
        "sentences": window.sentences,
        "evidence": [int(is_evidence(page, p, question)) for p in window.passages],
    }


def is_evidence(page: Page, passage: Passage, question: dict[str, Any]) -> bool:
    """Whether the sentence is, or lies in, one of the quotations that gold counts as evidence."""
    return any(_covers(page, passage, item) for item in question["evidence"])


def _covers(page: Page, passage: Passage, item: dict[str, Any]) -> bool:
    """Whether the sentence holds at least half of the gold quotation's characters, or lies wholly in it."""
    if "start" in item:
        if f"{item['doc']}.txt" != page.name:
            return False
        spans = passage.spans
        shared = sum(max(min(s.end, item["end"]) - max(s.start, item["start"]), 0) for s in spans)
        return 2 * shared >= min(item["end"] - item["start"], sum(s.end - s.start for s in spans))
    if item["page"] != page.name:
        return False
    said = quote(page.text, passage.spans)
    return item["quote"] in said or said in item["quote"]


def main(argv: list[str]) -> None:
    """Print the examples."""
    for example in examples(Path(argv[0]), Path(argv[1])):
        print(json.dumps(example, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
