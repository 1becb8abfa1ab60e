"""What is corrected is answered, and said to be: with the models that answer for people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Assistant, Config, Proposal, Ruling, Thing, Verdict, build_index, correct_pages, mark_of, rule
from rag.asking.writing.lines import answer_line
from rag.evaluating import evaluate, write_questions
from rag.evaluating.golden import read_questions
from tests.corrections.conftest import PAGES
from tests.fakes import write_pages
from ui.commands.ask import answer_text

pytestmark = pytest.mark.model

WHO, WHEN, OFFICE = "谁检查了东江大桥通车情况？", "李文斌哪一天走访望湖小学？", "谁主持了防汛工作会议？"
ELSEWHERE = ("谁到坡头村考察果园？", "赵长河哪一天考察果园？")


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Assistant, list[object]]]:
    """An index with three corrections on its first page; what it answered before."""
    folder = tmp_path_factory.mktemp("corrected")
    config = Config(index=folder / "index")
    build_index(config, [write_pages(folder / "pages", PAGES)])
    with Assistant.open(config) as assistant:
        before = [assistant.ask(q).text for q in ELSEWHERE]
        meeting = next(e for e in assistant.reading("front.txt", 1).understood.events if "主持" in e.action)
        for article, proposal in (
            (1, Proposal(Thing.PERSON, Ruling.MEND, was=("陈志元",), now=("陈志远",))),
            (2, Proposal(Thing.DATE, Ruling.MEND, was=("2022-05-05",), now=("2022-05-03",))),
            (1, Proposal(Thing.EVENT, Ruling.CONFIRM, marks=(mark_of(meeting),))),
        ):
            rule(config, "front.txt", article, proposal)
        assert correct_pages(config) == ("front.txt",)
        yield folder, assistant, before


def test_an_answer_states_the_right_name_quotes_what_is_printed_and_says_corrected(
    corrected: tuple[Path, Assistant, list[object]],
) -> None:
    answer = corrected[1].ask(WHO)
    assert "陈志远" in answer.text
    assert "陈志元" not in answer.text
    assert "陈志元" in answer.citations[0].quote
    line = answer_line("1", answer)["citations"]
    assert line[0]["corrected"] == [{"thing": "person", "was": "陈志元", "now": "陈志远"}]  # type: ignore[index]
    assert "(corrected / 已更正: 陈志元 → 陈志远)" in answer_text(answer)


def test_somebody_is_found_under_the_right_name(corrected: tuple[Path, Assistant, list[object]]) -> None:
    answer = corrected[1].ask("陈志远到哪里检查？")
    assert answer.verdict is Verdict.ANSWERED
    assert "东江县" in answer.text


def test_a_day_is_answered_as_it_was_mended(corrected: tuple[Path, Assistant, list[object]]) -> None:
    answer = corrected[1].ask(WHEN)
    assert [head.value for head in answer.heads] == ["2022-05-03"]
    assert "更正" in answer.text


def test_what_was_only_confirmed_is_not_said_to_be_corrected(corrected: tuple[Path, Assistant, list[object]]) -> None:
    answer = corrected[1].ask(OFFICE)
    assert "王建国" in answer.text
    assert all("王建国" not in r.now for c in answer.citations for r in c.corrected)


def test_evaluation_is_better_by_what_was_corrected_and_no_worse_elsewhere(
    corrected: tuple[Path, Assistant, list[object]], tmp_path: Path
) -> None:
    folder, assistant, before = corrected
    gold = tmp_path / "gold.jsonl"
    assert write_questions(assistant.readings(), gold) >= 5
    plain = Config(index=tmp_path / "plain")
    build_index(plain, [folder / "pages"])
    with Assistant.open(plain) as uncorrected:
        earlier = evaluate(uncorrected, gold)
    now = evaluate(assistant, gold)
    right = {s.question.id for s in now.scores if s.full}
    assert {s.question.id for s in earlier.scores if s.full} < right
    assert now.summary.full - earlier.summary.full >= 0.4, (now.summary.full, earlier.summary.full)
    assert now.summary.citations_exact == 1.0
    assert [assistant.ask(q).text for q in ELSEWHERE] == before
    assert {q.type for q in read_questions(gold)} == {"who", "where", "when"}
    assert all(json.loads(line)["question"] for line in gold.read_text(encoding="utf-8").splitlines())
