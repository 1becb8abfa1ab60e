"""The pages that training questions are asked of, and the questions as `wenzheng ask --batch` takes them.

    python -m tests.tuning.reranker_pages CORPUS.jsonl QUESTIONS.jsonl... --pages FOLDER --questions OUT.jsonl

A corpus line is {"id", "text"} with "title" or "date" where there is one, which is put on a line of its own above the
text; the offsets of a question's evidence move along. Questions about documents that the corpus lacks are left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def page_of(document: dict[str, Any]) -> tuple[str, int]:
    """The text of a document's page, and where its own text begins on it."""
    above = document.get("title") or document.get("date") or ""
    return (f"{above}\n{document['text']}", len(above) + 1) if above else (document["text"], 0)


def asked_of(question: dict[str, Any], begins: dict[str, int]) -> dict[str, Any]:
    """The question with the offsets of its page."""
    evidence = [
        {
            "doc": (doc := e.get("doc", question["doc"])),
            "start": e["start"] + begins[doc],
            "end": e["end"] + begins[doc],
        }
        for e in question["evidence"]
    ]
    return {**question, "evidence": evidence}


def main(argv: Sequence[str] | None = None) -> None:
    """Write the pages and the questions."""
    options = argparse.ArgumentParser()
    options.add_argument("corpus", type=Path)
    options.add_argument("sets", type=Path, nargs="+")
    options.add_argument("--pages", type=Path, required=True)
    options.add_argument("--questions", type=Path, required=True)
    given = options.parse_args(argv)
    given.pages.mkdir(parents=True, exist_ok=True)
    begins = {}
    for document in map(json.loads, given.corpus.read_text(encoding="utf-8").splitlines()):
        text, begins[document["id"]] = page_of(document)
        with open(given.pages / f"{document['id']}.txt", "w", encoding="utf-8", newline="") as out:
            out.write(text)
    questions = [json.loads(line) for file in given.sets for line in file.read_text(encoding="utf-8").splitlines()]
    own = [q for q in questions if {q["doc"], *(e.get("doc", q["doc"]) for e in q["evidence"])} <= set(begins)]
    lines = (json.dumps(asked_of(q, begins), ensure_ascii=False) for q in own)
    given.questions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
