"""What the reader learns from, as windows of tokens: what the program would read, and questions about paragraphs."""

from __future__ import annotations

import json
import random
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rag.asking.reranking.layout import row
from rag.indexing.embeddings import Embeddings
from rag.indexing.weights import model_folder
from rag.text import sentences
from tests.tuning.reranker_twins import parts_of, untold


@dataclass
class Window:
    """Tokens of one window: `ids`, and of which sentence each is (-1 for none); `evidence` a mark for each sentence.

    `short` says of each token whether it lies in the short answer, None where nobody knows.
    """

    ids: list[int]
    sentence: list[int]
    evidence: list[int]
    short: list[bool | None] = field(default_factory=list)


@dataclass
class Example:
    """A question with its windows."""

    name: str
    kind: str
    lang: str
    answerable: bool
    windows: list[Window] = field(default_factory=list)


class Tokens:
    """Questions and sentences to windows of tokens, laid out as the program does it."""

    def __init__(self) -> None:
        self._tokens = Embeddings(model_folder()).tokens

    def window(
        self, asked: str, heading: str, texts: Sequence[str], evidence: Sequence[int], short: Sequence[Sequence[str]]
    ) -> Window:
        """The sentences that have room, with their marks, and where in evidence the parts of a short answer stand.

        `short` gives for each part the wordings that it may have.
        """
        laid = row(self._tokens, asked, heading, texts)
        marks = list(evidence[: laid.sentences])
        told = "\n".join(t for t, m in zip(texts, marks, strict=False) if m)
        parts = [next((w for w in sorted(ways, key=len, reverse=True) if w and w in told), "") for ways in short]
        known = sum(map(bool, parts)) * 2 >= len(parts) > 0
        spots = {
            k: [m.span() for part in parts if part for m in re.finditer(re.escape(part), text)]
            for k, text in enumerate(texts)
        }
        inside: list[bool | None] = []
        for k, (a, b) in zip(laid.sentence, laid.characters, strict=True):
            if k < 0 or b <= a or (marks[k] and not known):
                inside.append(None)
            else:
                inside.append(bool(marks[k]) and any(a < end and start < b for start, end in spots[k]))
        return Window(laid.ids, laid.sentence, marks, inside)


_DAY = re.compile(r"\d{1,2}月\d{1,2}[日号]?|\d{4}年\d{1,2}月")
UNTAGGED = ("yesno", "summary", "compare", "timeline", "unanswerable")
"""Types of question without a short answer that is printed."""
TOLD_AT_LENGTH = ("what", "why", "how")
"""Types whose atoms are key words of an answer, not its parts."""


def short_answer(kind: str, answer: str, atoms: Sequence[Sequence[str]] = ()) -> list[list[str]]:
    """The parts of a short answer, each with its wordings: the atoms, or the answer cut at its commas."""
    if kind in UNTAGGED or (atoms and kind in TOLD_AT_LENGTH):
        return []
    if atoms:
        return [list(ways) for ways in atoms]
    days = [m.group() for m in _DAY.finditer(answer)]
    return [[p, *(d for d in days if d in p)] for p in parts_of(answer)]


def of_program(
    file: Path, tokens: Tokens, without: set[str], most: int, added: bool, twins: float, seed: random.Random
) -> Iterator[Example]:
    """What the program would read, and untold twins of a share of it; windows of an article that tells the same as the
    evidence are left out."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for e in [*lines, *(untold(lines, twins, seed) if twins else ())]:
        if e.get("of", e["id"]) in without or any(
            w["page"].removesuffix(".txt") in without for w in e["windows"] if any(w["evidence"])
        ):
            continue
        told = [w for w in e["windows"] if any(w["evidence"])]
        own = {w["page"] for w in told}
        pieces = {
            s[i : i + 12]
            for w in told
            for s, m in zip(w["sentences"], w["evidence"], strict=True)
            if m
            for i in range(len(s) - 11)
        }
        found = Example(e["id"], e["type"], e["lang"], e["answerable"])
        short = short_answer(e["type"], e["answer"], e.get("atoms") or ())
        kept = [w for w in e["windows"] if not w["added"]][:most] + [w for w in e["windows"] if w["added"] and added]
        for w in kept:
            twin = w["page"] not in own and any(
                s[i : i + 12] in pieces for s in w["sentences"] for i in range(len(s) - 11)
            )
            if added and twin:
                continue
            found.windows.append(tokens.window(e["asked"], w["heading"], w["sentences"], w["evidence"], short))
        if found.windows:
            yield found


def of_paragraphs(folder: Path, tokens: Tokens, seed: random.Random, lang: str = "") -> Iterator[Example]:
    """Questions about paragraphs: the right one and another of the set; of a seventh the sentence that answers is taken out."""
    corpus = {d["id"]: d for d in map(json.loads, (folder / "corpus.jsonl").read_text(encoding="utf-8").splitlines())}
    right = dict(
        line.split("\t")[:2] for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines() if line
    )
    names = list(corpus)
    for line in (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines():
        q = json.loads(line)
        if (lang and q["lang"] != lang) or q["id"] not in right or not q["spans"]:
            continue
        d = corpus[right[q["id"]]]
        if lang and zlib.crc32(d["id"].encode()) % 2:  # the other half is measured
            continue
        start, end = q["spans"][0]
        found = Example(f"{folder.name}-{q['id']}", "reading", q["lang"], True)
        told = _cut_up(d["text"], start, end)
        if seed.random() < 0.14:
            told = [(text, 0) for text, mark in told if not mark]
            found.answerable = False
        for k in range(0, len(told), 10):
            part = _room(told[k : k + 10])
            if part:
                found.windows.append(
                    tokens.window(q["question"], d["title"], [t for t, _ in part], [m for _, m in part], [q["answers"]])
                )
        at = names.index(d["id"])
        other = corpus[names[(at + seed.choice((-1, 1, 1, 2, 40))) % len(names)]]
        part = _room([(t, 0) for t, _ in _cut_up(other["text"], -1, -1)])
        found.windows.append(tokens.window(q["question"], other["title"], [t for t, _ in part], [0] * len(part), []))
        if any(any(w.evidence) for w in found.windows) or not found.answerable:
            yield found


def of_documents(questions: Path, corpora: Sequence[Path], tokens: Tokens, seed: random.Random) -> Iterator[Example]:
    """Questions that take their article for granted (县里有多少老师), over that article alone: what tells it, and what
    else it has room for."""
    lines = (line for file in corpora for line in file.read_text(encoding="utf-8").splitlines())
    corpus = {d["id"]: d for d in map(json.loads, lines)}
    for q in map(json.loads, questions.read_text(encoding="utf-8").splitlines()):
        if q["doc"] not in corpus:
            continue
        d = corpus[q["doc"]]
        told = [
            (
                d["text"][a:b],
                int(
                    any(
                        2 * (min(b, e["end"]) - max(a, e["start"])) >= min(b - a, e["end"] - e["start"])
                        for e in q["evidence"]
                    )
                ),
            )
            for a, b in sentences(d["text"])
        ]
        asked = "".join([*q.get("history", ())[-1:], q["question"]])
        found = Example(q["id"], q["type"], q["lang"], q["answerable"])
        short = short_answer(q["type"], q["answer"])
        runs = _runs(told)
        seed.shuffle(runs)
        for part in sorted(runs, key=lambda run: not any(m for _, m in run))[:3]:
            heading = f"{d.get('title') or ''} {d.get('date') or ''}".strip()
            found.windows.append(tokens.window(asked, heading, [t for t, _ in part], [m for _, m in part], short))
        yield found


def _runs(told: list[tuple[str, int]]) -> list[list[tuple[str, int]]]:
    """The whole text in runs of as many sentences as a window holds."""
    runs: list[list[tuple[str, int]]] = [[]]
    for t, m in told:
        if runs[-1] and sum(len(x) for x, _ in runs[-1]) + len(t) > 320:
            runs.append([])
        runs[-1].append((t, m))
    return runs


def _room(told: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """As much as a window holds, from the sentence that answers where one does."""
    at = next((k for k, (_, m) in enumerate(told) if m), 0)
    start, room = at, 320
    while start and sum(len(t) for t, _ in told[start - 1 : at + 1]) < 160:
        start -= 1
    kept = []
    for t, m in told[start:]:
        room -= len(t)
        if room < 0 and kept:
            break
        kept.append((t, m))
    return kept


def _cut_up(text: str, start: int, end: int) -> list[tuple[str, int]]:
    return [(text[a:b], int(a < end and b > start)) for a, b in sentences(text)]
