"""Questions that nothing answers, made from such as are answered: the same windows without what answers them.

Three ways, each of which a paper knows too: the sentence that tells is not printed; it is printed and stays vague
(近日, 相关负责人, 多家); it is told of somebody else of the same article. So the reader learns to look for the answer and
not for the talk around it (counterfactual examples: Kaushik et al., ICLR 2020).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

LONGEST = 16
"""Characters of a part of an answer that can be put vaguely."""

VAGUE = {
    "who": ("相关负责人", "有关领导", "有关同志"),
    "whom": ("有关人员", "相关人士"),
    "when": ("近日", "日前"),
    "where": ("当地", "有关地点"),
    "role": ("有关", ""),
}
"""What a paper prints instead, by type of question."""

_FIGURE = re.compile(r"[\d.,，]*\d[\d.,]*|[一二两三四五六七八九十百千万亿]+(?=[个名位家次人年天项条场])")
_NAME = re.compile(r"[一-鿿]{2,4}")
_BETWEEN = re.compile(r"[、，,；;。（）()\s]|以及|和|与|及(?!时)")

Line = dict[str, Any]
"""A line that `tests.tuning.reranker_examples` wrote."""


def untold(examples: Sequence[Line], share: float, seed: random.Random) -> Iterator[Line]:
    """Twins of the examples that are answered, at most one of each way: by removal of `share` of them, vague ones of twice
    as many (fewer can be made so), of other people wherever it can be done."""
    people = _people(examples)
    for e in examples:
        if not e["answerable"] or not e["answer"]:
            continue
        ways = (share, _removed), (2 * share, _blurred), (1.0, lambda e, seed: _renamed(e, people, seed))
        for often, make in ways:
            if seed.random() < often and (twin := make(e, seed)):
                yield twin


def _removed(e: Line, seed: random.Random) -> Line | None:
    """Without the sentences that answer, where no part of the answer is printed in the others."""
    left = [
        w | {"sentences": [s for s, m in zip(w["sentences"], w["evidence"], strict=True) if not m]}
        for w in e["windows"]
        if not all(w["evidence"])
    ]
    told = "\n".join(s for w in left for s in [w["heading"], *w["sentences"]])
    if e["type"] in ("summary", "compare", "timeline") or any(p in told for p in parts_of(e["answer"])):
        return None
    return _twin(e, "removed", left)


def _blurred(e: Line, seed: random.Random) -> Line | None:
    """With every part of a short answer put vaguely, wherever it is printed."""
    short = [p for p in parts_of(e["answer"]) if len(p) <= LONGEST]
    told = "\n".join(s for w in e["windows"] for s, m in zip(w["sentences"], w["evidence"], strict=True) if m)
    printed = [p for p in short if p in told and p not in e["asked"]]
    if not printed or len(printed) < len(short) or (e["type"] not in VAGUE and e["type"] != "number"):
        return None
    vague = {p: _vague(e["type"], p, seed) for p in sorted(printed, key=len, reverse=True)}
    if any(v is None for v in vague.values()):
        return None
    return _twin(e, "blurred", [w | {"sentences": [_put(s, vague) for s in w["sentences"]]} for w in e["windows"]])


def _vague(kind: str, part: str, seed: random.Random) -> str | None:
    if kind == "number":
        blurred = _FIGURE.sub("多", part, count=1)
        return blurred if blurred != part and not _FIGURE.search(blurred) else None
    return seed.choice(VAGUE[kind])


def _put(sentence: str, vague: Mapping[str, str | None]) -> str:
    for part, word in vague.items():
        sentence = sentence.replace(part, word or "")
    return sentence


def _renamed(e: Line, people: Mapping[str, set[str]], seed: random.Random) -> Line | None:
    """Asked of somebody else of the article, whom the sentences that answer do not name."""
    told = "\n".join(s for w in e["windows"] for s, m in zip(w["sentences"], w["evidence"], strict=True) if m)
    here = {name for w in e["windows"] if any(w["evidence"]) for name in people.get(w["page"], ())}
    asked = [name for name in here if name in e["asked"] and name in told]
    others = sorted(name for name in here if name not in told and name not in e["asked"])
    if len(asked) != 1 or not others:
        return None
    return _twin(e | {"asked": e["asked"].replace(asked[0], seed.choice(others))}, "renamed", e["windows"])


def _people(examples: Iterable[Line]) -> dict[str, set[str]]:
    """Whom questions of each page are answered by."""
    found: dict[str, set[str]] = defaultdict(set)
    for e in examples:
        if e["type"] in ("who", "whom"):
            for w in e["windows"]:
                if any(w["evidence"]):
                    printed = "\n".join(w["sentences"])
                    found[w["page"]] |= {p for p in parts_of(e["answer"]) if _NAME.fullmatch(p) and p in printed}
    return found


def parts_of(answer: str) -> list[str]:
    """What an answer lists, cut at its commas."""
    return [p for p in _BETWEEN.split(answer) if len(p) > 1 or p.isdigit()]


def _twin(e: Line, way: str, windows: Sequence[Line]) -> Line:
    """The example as one that nothing answers."""
    return e | {
        "id": f"{e['id']}-{way}",
        "of": e["id"],
        "type": "unanswerable",
        "answer": "",
        "atoms": [],
        "answerable": False,
        "windows": [w | {"evidence": [0] * len(w["sentences"])} for w in windows if w["sentences"]],
    }
