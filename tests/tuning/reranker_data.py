"""What the reader learns from, as windows of tokens: what the program would read, and questions about paragraphs."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rag.asking.reranking.layout import row
from rag.indexing.questions import Embeddings
from rag.indexing.weights import model_folder
from rag.text import sentences


@dataclass
class Window:
    """Tokens of one window: `ids`, and of which sentence each is (-1 for none); `evidence` a mark for each sentence."""

    ids: list[int]
    sentence: list[int]
    evidence: list[int]
    answer: tuple[int, int] | None = None


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

    def window(self, asked: str, heading: str, texts: Sequence[str], evidence: Sequence[int], answer: str) -> Window:
        """The sentences that have room, with their marks, and where the short answer is printed in evidence."""
        laid = row(self._tokens, asked, heading, texts)
        marks = list(evidence[: laid.sentences])
        places = ((k, texts[k].find(answer)) for k, mark in enumerate(marks) if mark and answer)
        number, at = next(((k, at) for k, at in places if at >= 0), (-1, 0))
        inside = [
            k
            for k, (s, (a, b)) in enumerate(zip(laid.sentence, laid.characters, strict=True))
            if s == number >= 0 and a < at + len(answer) and b > at and b > a
        ]
        return Window(laid.ids, laid.sentence, marks, (inside[0], inside[-1]) if inside else None)


def of_program(file: Path, tokens: Tokens, without: set[str], most: int, added: bool) -> Iterator[Example]:
    """What the program would read; windows of an article that tells the same as the evidence are left out."""
    for line in file.read_text(encoding="utf-8").splitlines():
        e = json.loads(line)
        if e["id"] in without or any(
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
        kept = [w for w in e["windows"] if not w["added"]][:most] + [w for w in e["windows"] if w["added"] and added]
        for w in kept:
            twin = w["page"] not in own and any(
                s[i : i + 12] in pieces for s in w["sentences"] for i in range(len(s) - 11)
            )
            if added and twin:
                continue
            found.windows.append(tokens.window(e["asked"], w["heading"], w["sentences"], w["evidence"], e["answer"]))
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
                    tokens.window(
                        q["question"], d["title"], [t for t, _ in part], [m for _, m in part], q["answers"][0]
                    )
                )
        at = names.index(d["id"])
        other = corpus[names[(at + seed.choice((-1, 1, 1, 2, 40))) % len(names)]]
        part = _room([(t, 0) for t, _ in _cut_up(other["text"], -1, -1)])
        found.windows.append(tokens.window(q["question"], other["title"], [t for t, _ in part], [0] * len(part), ""))
        if any(any(w.evidence) for w in found.windows) or not found.answerable:
            yield found


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
