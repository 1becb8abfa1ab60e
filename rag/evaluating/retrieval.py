"""Is the right document found: questions each with the documents that answer it, and the ranking answering uses.

hit@k      share of the questions one of whose documents is among the first k; documents stand in the order of
           what they promise, which is the order in which answering reads them
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rag.errors import RagError
from rag.listings import Lookup
from rag.ports import Progress

QUERIES, RELEVANT = "queries.jsonl", "qrels.tsv"
CUTS = (1, 3, 5, 10)
ARTICLES = 400
"""Articles of a ranking that are looked at: all that answering screens."""
SCREENED = "screened"
"""The leg that ranks articles."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question and the names of the documents that answer it."""

    id: str
    lang: str
    question: str
    documents: frozenset[str]

    def is_right(self, page: str) -> bool:
        """Whether a page is one of the documents: DOCUMENT.txt, in any folder, or SET-DOCUMENT.txt."""
        stem = re.sub(r"\.[a-z]+$", "", page.rpartition("/")[2])
        return stem in self.documents or stem.partition("-")[2] in self.documents


@dataclass(frozen=True, slots=True)
class Found:
    """The documents found for a question, best first, and where the first right one stands; 0 for nowhere."""

    wanted: Wanted
    documents: tuple[str, ...]
    rank: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How every question of a set fared."""

    found: tuple[Found, ...]

    @property
    def failures(self) -> tuple[Found, ...]:
        """Questions whose document does not come first."""
        return tuple(f for f in self.found if f.rank != 1)


class Looks(Protocol):
    """What is evaluated: an Assistant, or anything that ranks sentences."""

    def look_up(self, question: str, history: Sequence[str] = (), limit: int = 20) -> Lookup:
        """What each way of searching found."""
        ...


def read_set(folder: Path) -> tuple[Wanted, ...]:
    """The questions of a folder with queries.jsonl and qrels.tsv; RagError if it cannot be used."""
    relevant: dict[str, set[str]] = {}
    try:
        for line in (folder / RELEVANT).read_text(encoding="utf-8").splitlines():
            question, document, *grade = line.split("\t")
            if grade != ["0"]:
                relevant.setdefault(question, set()).add(document)
        lines = (folder / QUERIES).read_text(encoding="utf-8").splitlines()
        given = [json.loads(line) for line in lines if line.strip()]
        wanted = tuple(
            Wanted(q["id"], q.get("lang", ""), q["question"], frozenset(relevant[q["id"]]))
            for q in given
            if q["id"] in relevant
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        what = f"a question lacks {error}" if isinstance(error, KeyError) else str(error)
        raise RagError(
            f"{folder} is no set of questions and documents ({what})", f"give a folder with {QUERIES} and {RELEVANT}"
        ) from error
    if not wanted:
        raise RagError(f"{folder} holds no question with a document", f"fill {QUERIES} and {RELEVANT}")
    return wanted


def evaluate_retrieval(assistant: Looks, folder: Path, progress: Progress | None = None) -> Retrieval:
    """Look every question up, one at a time."""
    wanted = read_set(folder)
    found = []
    for done, question in enumerate(wanted, start=1):
        found.append(_found(assistant, question))
        if progress:
            progress("asking", done, len(wanted))
    return Retrieval(tuple(found))


def _found(assistant: Looks, wanted: Wanted) -> Found:
    try:
        looked = assistant.look_up(wanted.question, limit=ARTICLES)
    except RagError:  # a question that is refused as such finds nothing
        return Found(wanted, (), 0, 0.0)
    hits = next((leg.hits for leg in looked.legs if leg.name == SCREENED), ())
    documents = tuple(dict.fromkeys(h.passage.page for h in hits))
    rank = next((n for n, d in enumerate(documents, start=1) if wanted.is_right(d)), 0)
    return Found(wanted, documents, rank, looked.milliseconds / 1000)


def hit_at(found: Sequence[Found], k: int) -> float:
    """Share of the questions with a right document among the first `k`; ValueError of none."""
    if not found:
        raise ValueError("no questions")
    return sum(0 < f.rank <= k for f in found) / len(found)


def by_language(retrieval: Retrieval) -> dict[str, tuple[Found, ...]]:
    """The questions in groups, all of them first where there is more than one language."""
    languages = sorted({f.wanted.lang for f in retrieval.found})
    groups = {lang: tuple(f for f in retrieval.found if f.wanted.lang == lang) for lang in languages}
    return groups if len(groups) < 2 else {"all": retrieval.found, **groups}


def retrieval_figures(retrieval: Retrieval) -> dict[str, dict[str, float]]:
    """hit@k by language, for programs."""
    return {
        name: {"questions": len(own), **{f"hit@{k}": hit_at(own, k) for k in CUTS}}
        for name, own in by_language(retrieval).items()
    }
