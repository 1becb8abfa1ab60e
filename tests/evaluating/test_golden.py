"""Questions with known answers are read whole or refused with the line's number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.errors import RagError
from rag.evaluating.golden import Evidence, Question, read_questions
from rag.records import Span

LINE = {
    "id": "q1",
    "lang": "en",
    "type": "who",
    "question": "Who?",
    "history": ["When?"],
    "answerable": True,
    "answer": "Chen",
    "atoms": [["陈", "Chen"]],
    "evidence": [{"page": "a.txt", "quote": "陈志远"}, {"doc": "b", "start": 3, "end": 5}],
    "tags": ["passed over"],
}


def write(path: Path, *lines: object) -> Path:
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def test_a_question(tmp_path: Path) -> None:
    (read,) = read_questions(write(tmp_path / "q.jsonl", LINE, ""))
    assert read == Question(
        id="q1",
        lang="en",
        type="who",
        question="Who?",
        history=("When?",),
        answerable=True,
        answer="Chen",
        atoms=(("陈", "Chen"),),
        forbidden=(),
        evidence=(Evidence("a.txt", quote="陈志远"), Evidence("b.txt", span=Span(3, 5))),
        min_evidence=1,
    )


@pytest.mark.parametrize(
    ("evidence", "ranges"),
    [
        pytest.param(Evidence("a.txt", "甲甲"), (Span(0, 2), Span(1, 3), Span(4, 6)), id="everywhere, overlaps too"),
        pytest.param(Evidence("a.txt", "丙"), (), id="nowhere"),
        pytest.param(Evidence("b.txt", "甲"), (), id="no such page"),
        pytest.param(Evidence("a.txt", ""), (), id="an empty quotation proves nothing"),
        pytest.param(Evidence("a.txt", span=Span(2, 4)), (Span(2, 4),), id="a place is itself"),
    ],
)
def test_where_evidence_stands(evidence: Evidence, ranges: tuple[Span, ...]) -> None:
    assert evidence.ranges({"a.txt": "甲甲甲乙甲甲"}) == ranges


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        pytest.param(["{"], "line 1 of .* is no question", id="not JSON"),
        pytest.param([LINE, {"id": "q2"}], r"line 2 of .* \(lacks 'lang'\)", id="a key is missing"),
        pytest.param([LINE, LINE | {"evidence": [{"doc": "b"}]}], r"line 2 .*'start'", id="evidence without its place"),
        pytest.param(["[]"], "line 1", id="not an object"),
        pytest.param([""], "holds no question", id="nothing"),
    ],
)
def test_refused(tmp_path: Path, lines: list[object], says: str) -> None:
    with pytest.raises(RagError, match=says):
        read_questions(write(tmp_path / "q.jsonl", *lines))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(RagError, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl")
