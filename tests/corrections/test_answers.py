"""What is corrected is answered, and said to be: with the models that answer for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from rag import (
    Assistant,
    Config,
    Proposal,
    Reading,
    Ruling,
    Thing,
    Verdict,
    build_index,
    correct_pages,
    mark_of,
    rule,
    rulings,
)
from rag.asking.writing.lines import answer_line
from rag.evaluating import Evaluation, evaluate, write_questions
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


NAMES = (
    "陈志元 陈志远", "李文宾 李文斌", "周雪勤 周雪琴", "何晓风 何晓峰", "林秀蓝 林秀兰", "赵长荷 赵长河", "孙丽民 孙立民",
    "吴国墙 吴国强", "郑明晖 郑明辉", "王海艳 王海燕", "刘俊节 刘俊杰", "张玉平 张玉萍", "杨建军 杨建钧", "黄德盛 黄德胜",
    "徐志坚 徐志健", "马春声 马春生", "朱红霞 朱洪霞", "胡庆华 胡清华", "郭永康 郭永抗", "高文涛 高文韬",
)  # fmt: skip
"""As the paper prints them, and as they are."""
TOWNS = ("河西镇", "坡头镇", "望湖镇", "南山镇", "东江镇", "北屿镇", "青石镇", "柳溪镇", "石桥镇", "白塔镇")
WORKS = ("春耕备耕", "防汛准备")
CONTROL = ("江州晚报", ["沈若水", "顾南舟", "苏望", "柳青禾", "梁文远", "方宁", "石敢当", "何小雨", "卫长风", "江映月"])


def report(office: str, name: str, town: str, work: str) -> str:
    return f"{office}{name}到{town}检查{work}情况。"


def page_of(newspaper: str, day: int, told: Sequence[str]) -> str:
    articles = (
        f"各地工作有序推进之{n}\n\n　　本报讯（记者 何小雨）5月{day}日，{line}" for n, line in enumerate(told, 1)
    )
    return "\n\n".join((f"{newspaper}\n2022年5月{day + 1}日 第1版", *articles)) + "\n"


def gold(path: Path, told: Sequence[tuple[str, str, str, str]]) -> Path:
    """Who it was, of each (page, right name, other name, sentence)."""
    lines = (
        {
            "id": f"{page}-{n}", "lang": "zh", "type": "who", "question": f"谁{line[line.index('到') : -1]}？", "history": [],
            "answerable": True, "answer": right, "atoms": [[right]], "forbidden": [wrong] if wrong else [],
            "evidence": [{"page": page, "quote": line}], "min_evidence": 1,
        }
        for n, (page, right, wrong, line) in enumerate(told)
    )  # fmt: skip
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def figures(evaluation: Evaluation) -> tuple[object, ...]:
    """All that an evaluation gives but how long it took."""
    summary = replace(evaluation.summary, seconds_p50=None, seconds_p95=None)
    told = [(s.question.id, s.full, s.answer and (s.answer.verdict, s.answer.text)) for s in evaluation.scores]
    return summary, told


def test_a_corrected_paper_is_answered_better_and_another_one_in_the_index_as_before(tmp_path: Path) -> None:
    pages, own = {}, []
    for half, work in enumerate(WORKS):
        told = []
        for n, town in enumerate(TOWNS):
            printed, right = NAMES[10 * half + n].split()
            told.append(line := report("副市长", printed, town, work))
            own.append((f"own{half}.txt", right, printed, line))
        pages[f"own{half}"] = page_of("海州日报", half + 3, told)
    lines = [report("副县长", name, f"江州{town}", "养老服务") for name, town in zip(CONTROL[1], TOWNS, strict=True)]
    pages["control"] = page_of(CONTROL[0], 6, lines)
    control = [("control.txt", name, "", line) for name, line in zip(CONTROL[1], lines, strict=True)]
    config = Config(index=tmp_path / "index")
    build_index(config, [write_pages(tmp_path / "pages", {f"{name}.txt": text for name, text in pages.items()})])
    corrected, other = gold(tmp_path / "own.jsonl", own), gold(tmp_path / "control.jsonl", control)
    with Assistant.open(config) as assistant:
        before, unconcerned = evaluate(assistant, corrected), evaluate(assistant, other)
        for page, right, printed, line in own:
            article = next(r.article.number for r in assistant.articles(page) if line in r.page.text[slice(*_whole(r))])
            rule(config, page, article, Proposal(Thing.PERSON, Ruling.MEND, was=(printed,), now=(right,)))
        assert len(rulings(config)) == 20
        assert set(correct_pages(config)) == {"own0.txt", "own1.txt"}
        after, still = evaluate(assistant, corrected), evaluate(assistant, other)
    assert before.summary.full == 0.0
    assert after.summary.full >= 0.9, after.summary
    assert after.summary.citations_exact == 1.0
    assert unconcerned.summary.full >= 0.9, unconcerned.summary
    assert figures(still) == figures(unconcerned)


def _whole(reading: Reading) -> tuple[int, int]:
    """Where an article begins and ends on its page."""
    return min(s.start for s in reading.article.spans), max(s.end for s in reading.article.spans)


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
