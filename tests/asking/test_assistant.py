"""The one who answers, over the invented newspaper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rag.answered import Searched, Verdict
from rag.asked import Language
from rag.asking.assistant import Assistant
from rag.config import Config
from rag.errors import IndexUnusableError, RagError
from rag.records import Activity
from rag.spans import quote
from tests.asking.pages import PAGES

pytestmark = pytest.mark.model

TODAY = date(2023, 12, 31)


def test_what_there_is_to_answer_from(assistant: Assistant) -> None:
    assert assistant.searched() == Searched(6, 9, ("东江报", "海州日报"), "2022-05-05", "2023-09-18")


def test_an_answer_tells_what_was_searched_and_how_long_it_took(assistant: Assistant) -> None:
    answer = assistant.ask("海塘安澜工程全长多少公里？")
    assert answer.searched == assistant.searched()
    assert answer.seconds > 0


def test_a_citation_names_page_title_date_and_paper(assistant: Assistant) -> None:
    (first, *_) = assistant.ask("海塘安澜工程全长多少公里？").citations
    assert (first.marker, first.page, first.title) == (1, "2023-03-10-02.txt", "赵启明调研海塘安澜工程")
    assert (first.date, first.newspaper) == ("2023-03-08", "海州日报")
    assert quote(PAGES[first.page], first.spans) == first.quote


def test_a_refusal_says_why_and_shows_what_came_nearest_as_no_support(assistant: Assistant) -> None:
    answer = assistant.ask("吕国良视察了哪些地方？")
    assert (answer.verdict, answer.citations) == (Verdict.ABSTAINED, ())
    assert answer.text == "所查的报道里没有“吕国良”这个名字。"
    assert answer.missing == "吕国良"
    assert 1 <= len(answer.nearest) <= 3


def test_a_corrected_name_is_said_to_be_corrected(assistant: Assistant) -> None:
    assert "“陈志原”在报纸上写作陈志远。" in assistant.ask("陈志原督查了哪家企业？").text


@pytest.mark.parametrize(
    ("history", "question", "says"),
    [
        pytest.param(["2022年5月6日陈志远督查了哪些地方？"], "有谁一同参加？", "林月华", id="who came along"),
        pytest.param(["谁主持了全市防汛工作会议？"], "他有什么要求？", "病险水库", id="he, whom the answer named"),
        pytest.param(["陈志远2022年5月去了哪里？"], "那6月呢？", "云雾山茶场", id="another month"),
        pytest.param(["谁调研了海塘安澜工程？"], "谁陪同？", "孙国栋", id="who came along with whom the answer named"),
    ],
)
def test_a_follow_up(assistant: Assistant, history: list[str], question: str, says: str) -> None:
    answer = assistant.ask(question, history=history, today=TODAY)
    assert says in answer.text
    assert answer.verdict is Verdict.ANSWERED


def test_an_answer_says_whom_it_is_about(assistant: Assistant) -> None:
    assert assistant.ask("谁主持了全市防汛工作会议？").subjects == ("周文澜",)


def test_an_english_question_gets_an_english_answer_with_the_printed_name_beside_it(assistant: Assistant) -> None:
    answer = assistant.ask("Who accompanied Zhao Qiming on his visit to the seawall?")
    assert answer.query.language is Language.EN
    assert answer.text.startswith("Sun Guodong (孙国栋, 市水利局局长)")


def test_what_the_index_holds(assistant: Assistant) -> None:
    assert [(r.page.name, r.article.number) for r in assistant.readings()] == [
        ("2022-05-08-01.txt", 1),
        ("2022-05-08-01.txt", 2),
        ("2022-06-12-01.txt", 1),
        ("2022-11-16-01.txt", 1),
        ("2023-03-10-02.txt", 1),
        ("2023-03-10-02.txt", 2),
        ("2023-09-20-04.txt", 1),
        ("2023-09-20-04.txt", 2),
        ("b3d1c0ffee.txt", 1),
    ]
    kinds = {e.activity for e in assistant.events() if any(a.name == "陈志远" for a in e.actors)}
    assert {Activity.INSPECT, Activity.RESEARCH_VISIT, Activity.MEETING_CHAIR} <= kinds


def test_one_article(assistant: Assistant) -> None:
    found = assistant.reading("2022-11-16-01.txt", 1)
    assert found.article.titles == ("韩立群赴柳溪乡调研乡村振兴",)
    assert found.page.text == PAGES["2022-11-16-01.txt"]


@pytest.mark.parametrize(
    "page", [pytest.param("gone.txt", id="no page"), pytest.param("b3d1c0ffee.txt", id="no article")]
)
def test_an_article_that_is_not_there(assistant: Assistant, page: str) -> None:
    with pytest.raises(RagError, match=f"no article 9 .*{page}"):
        assistant.reading(page, 9)


@pytest.mark.parametrize("language", Language)
def test_every_example_question_has_an_answer(assistant: Assistant, language: Language) -> None:
    questions = assistant.examples(language)
    assert len(questions) >= 3
    assert [q for q in questions if assistant.ask(q).verdict is Verdict.ABSTAINED] == []


def test_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusableError, match="there is no index"):
        Assistant.open(Config(index=tmp_path / "none"))
