"""What counts as right, one rule a row; and the same figures as the definition they follow."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from rag.answered import Answer, Citation, Head, HeadKind, Verdict
from rag.evaluating.golden import Evidence, Question, read_questions
from rag.evaluating.metrics import Score, score, summarise
from rag.evaluating.wording import squash
from rag.records import Span
from tests.evaluating.conftest import PAGES, SCHOOL, VISIT, answered, asked

ABSTAINED = answered("没有报道", verdict=Verdict.ABSTAINED)
UNANSWERABLE = asked(answerable=False, atoms=(), evidence=())


def outcome(s: Score) -> dict[str, bool]:
    return {"correct": s.correct, "evidence": s.evidence, "exact": s.exact, "full": s.full}


def marks(correct: int, evidence: int, exact: int, full: int) -> dict[str, bool]:
    return {"correct": bool(correct), "evidence": bool(evidence), "exact": bool(exact), "full": bool(full)}


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        pytest.param(asked(), answered("陈志远[1]", VISIT), marks(1, 1, 1, 1), id="right, cited, verbatim"),
        pytest.param(
            asked(), answered("CHEN  zhiyuan[1]", VISIT), marks(1, 1, 1, 1), id="another wording, case, space"
        ),
        pytest.param(asked(), answered("陈[1]志远", VISIT), marks(1, 1, 1, 1), id="markers do not part words"),
        pytest.param(asked(), answered("陈志远"), marks(1, 0, 1, 0), id="right but uncited"),
        pytest.param(
            asked(evidence=(), min_evidence=0), answered("陈志远"), marks(1, 1, 1, 0), id="never full uncited"
        ),
        pytest.param(asked(), answered("陈志远[2]", SCHOOL), marks(1, 0, 1, 0), id="other words cited"),
        pytest.param(
            asked(), answered("陈志远", replace(VISIT, quote="陈志远检查大桥。")), marks(1, 1, 0, 0), id="not verbatim"
        ),
        pytest.param(asked(), answered("陈志远", replace(VISIT, quote="")), marks(1, 1, 0, 0), id="an empty quotation"),
        pytest.param(asked(), answered("陈志远", replace(VISIT, page="?")), marks(1, 0, 0, 0), id="no such page"),
        pytest.param(asked(), answered("某人[1]", VISIT), marks(0, 1, 1, 0), id="an atom is missing"),
        pytest.param(asked(), answered("陈志远和李文斌[1]", VISIT), marks(0, 1, 1, 0), id="something forbidden"),
        pytest.param(
            asked(), answered("陈志远" + "。" * 398, VISIT), marks(0, 1, 1, 0), id="401 characters for a fact"
        ),
        pytest.param(asked(), answered("陈志远" + "。" * 397 + "[1]", VISIT), marks(1, 1, 1, 1), id="400 and a marker"),
        pytest.param(
            asked(type="list"), answered("陈志远" + "。" * 1197, VISIT), marks(1, 1, 1, 1), id="1200 for a list"
        ),
        pytest.param(asked(), replace(ABSTAINED, citations=(VISIT,)), marks(0, 1, 1, 0), id="abstained needlessly"),
        pytest.param(asked(), None, marks(0, 0, 1, 0), id="no answer at all"),
        pytest.param(UNANSWERABLE, ABSTAINED, marks(1, 1, 1, 1), id="abstained rightly"),
        pytest.param(UNANSWERABLE, answered("陈志远[1]", VISIT), marks(0, 1, 1, 0), id="answered what no page tells"),
        pytest.param(
            asked(evidence=(Evidence("p.txt", "陈志远"), Evidence("p.txt", "学校")), min_evidence=2),
            answered("陈志远[1]", VISIT),
            marks(1, 0, 1, 0),
            id="one of two pieces of evidence",
        ),
        pytest.param(
            asked(evidence=(Evidence("p.txt", span=Span(5, 14)),)),
            answered("陈志远", replace(VISIT, spans=(Span(0, 9),))),
            marks(1, 0, 1, 0),
            id="four of nine characters are not half",
        ),
        pytest.param(
            asked(evidence=(Evidence("p.txt", span=Span(1, 17)),)),
            answered("陈志远", VISIT),
            marks(1, 1, 1, 1),
            id="eight of sixteen are",
        ),
    ],
)
def test_a_score(question: Question, answer: Answer | None, expected: dict[str, bool]) -> None:
    assert outcome(score(question, answer, PAGES)) == expected


def test_figures_of_many() -> None:
    judged = [
        score(asked(), answered("陈志远[1]", VISIT, SCHOOL), PAGES),
        score(asked(), replace(ABSTAINED, seconds=0.75), PAGES),
        score(asked(), None, PAGES),
        score(UNANSWERABLE, replace(ABSTAINED, seconds=0.5), PAGES),
    ]
    summary = summarise(judged)
    assert asdict(summary) == {
        "questions": 4,
        "unanswered_lines": 1,
        "full": 0.5,
        "correct_answerable": pytest.approx(1 / 3),
        "evidence_answerable": pytest.approx(1 / 3),
        "citations_exact": 1.0,
        "citations_on_article": 1.0,
        "abstain_recall": 1.0,
        "false_abstain": pytest.approx(1 / 3),
        "seconds_p50": 0.5,
        "seconds_p95": 0.5,
        "head_precision": None,
        "questions_with_a_false_head": 0.0,
        "facts_with_a_right_head": 0.0,
    }


def test_squash() -> None:
    assert squash("Ａ b[12]\n３．５％[x]") == "ab3.5%[x]"


def made_up(questions: tuple[Question, ...], pages: dict[str, str]) -> Iterator[dict[str, object]]:
    """For each question one of seven kinds of answer, right and wrong in all the ways that are told apart."""
    for n, q in enumerate(questions):
        ranges = [(e.page, r) for e in q.evidence for r in e.ranges(pages)[:1]]
        cut = {3: 3, 4: 1}.get(n % 7, 1)
        cited = [
            {
                "page": p,
                "spans": [[r.start, r.start + (r.end - r.start) // cut]],
                "quote": pages[p][r.start : r.start + (r.end - r.start) // cut],
            }
            for p, r in ranges
        ]
        if n % 7 == 4:
            cited = [c | {"quote": "改动"} for c in cited]
        text = " ".join(a[-1] for a in q.atoms) + "[1]" + {1: "长" * 1300, 5: " ".join(q.forbidden)}.get(n % 7, "")
        verdict = "abstained" if n % 7 == 2 or (not q.answerable and n % 2) else "answered"
        values = [a[0] for a in q.atoms[: n % 3]] + ["2024-05-06", "某人"][: n % 5 // 3]
        heads = [{"value": value, "kind": "other", "markers": [1]} for value in values]
        if n % 7 != 6:
            yield {
                "id": q.id,
                "verdict": verdict,
                "answer": text,
                "citations": cited,
                "seconds": n / 100,
                "heads": heads,
            }


def as_answer(line: dict[str, object]) -> Answer:
    citations = tuple(
        Citation(n, c["page"], tuple(Span(*s) for s in c["spans"]), c["quote"])
        for n, c in enumerate(line["citations"], start=1)  # type: ignore[arg-type, var-annotated]
    )
    made = answered(str(line["answer"]), *citations, verdict=Verdict(str(line["verdict"])))
    heads = tuple(Head(h["value"], HeadKind.OTHER) for h in line["heads"])  # type: ignore[attr-defined]
    return replace(made, seconds=float(str(line["seconds"])), heads=heads)


def test_the_figures_are_those_of_the_definition(shared: Path, tmp_path: Path) -> None:
    gold = shared / "gold/seeds/questions.jsonl"
    questions = read_questions(gold)
    pages = {p.name: p.read_bytes().decode() for p in (shared / "seeds").glob("*.txt")}
    lines = list(made_up(questions, pages))
    (tmp_path / "answers.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    defined: dict[str, object] = {}
    for what in ("heads", "answers"):
        command = [sys.executable, shared / "tools/score.py", what, gold, tmp_path / "answers.jsonl", "--json"]
        done = subprocess.run([*map(str, command), "--pages", str(shared / "seeds")], capture_output=True, check=True)
        defined |= json.loads(done.stdout)
    given = {str(line["id"]): as_answer(line) for line in lines}
    summary = asdict(summarise([score(q, given.get(q.id), pages) for q in questions]))
    assert summary == pytest.approx({name: defined[name] for name in summary})
    assert 0 < summary["full"] < 1
    assert 0 < summary["head_precision"] < 1
