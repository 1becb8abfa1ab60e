"""The clauses of a long sentence that answer."""

from __future__ import annotations

import pytest

from rag.asking.matching.terms import Term
from rag.asking.writing.excerpt import excerpt

LONG = "陈志远先看码头，再看海塘工程的进度，全长12.6公里；随后座谈。"
SEAWALL = (Term("海塘"),)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        pytest.param("海塘全长12.6公里。", 20, "海塘全长12.6公里。", id="within the limit: whole"),
        pytest.param(LONG, len(LONG), LONG, id="exactly at the limit: whole"),
        pytest.param(LONG, 14, "再看海塘工程的进度，", id="the clause that says it"),
        pytest.param("码头上人很多，海塘上人也很多。", 5, "海塘上人也很多。", id="no clause within the limit is cut"),
        pytest.param("本报讯（记者 方宁）海塘完工。", 20, "海塘完工。", id="the reporter's line is not the news"),
        pytest.param("据报讯（记者方宁 通讯员何小雨） 海塘完工。", 20, "海塘完工。", id="two reporters"),
        pytest.param("东江新闻网7月28日讯（通讯员 何小雨）海塘完工。", 20, "海塘完工。", id="an agency's dateline"),
        pytest.param("海塘日报（南坪网）讯（记者 方宁）海塘完工。", 20, "海塘完工。", id="two media"),
        pytest.param("原标题：海塘建成海塘建成 海塘完工。", 20, "海塘完工。", id="a headline taken over with the text"),
        pytest.param("在海州电子厂，海塘完工。", 20, "在海州电子厂，海塘完工。", id="电 of another word"),
        pytest.param(
            "海塘工程建成通车了海塘工程建成通车了 海塘完工。", 20, "海塘完工。", id="a headline printed twice before it"
        ),
        pytest.param("资讯中心建成，海塘完工。", 20, "资讯中心建成，海塘完工。", id="no dateline"),
        pytest.param("", 20, "", id="nothing"),
    ],
)
def test_excerpt(text: str, limit: int, expected: str) -> None:
    assert excerpt(text, SEAWALL, limit) == expected


def test_what_is_needed_comes_before_what_is_asked_about() -> None:
    assert excerpt(LONG, SEAWALL, 12, lambda run: "12.6" in run) == "全长12.6公里；"


def test_among_equals_the_longest_within_the_limit() -> None:
    assert excerpt(LONG, SEAWALL, 18) == "陈志远先看码头，再看海塘工程的进度，"


def test_several_clauses_that_say_more_than_one() -> None:
    assert excerpt(LONG, (Term("海塘"), Term("公里")), 22) == "再看海塘工程的进度，全长12.6公里；"


def test_what_is_marked_as_the_answer_comes_before_what_is_asked_about() -> None:
    at = LONG.index("12.6公里")
    assert excerpt(LONG, SEAWALL, 12, marks=[(at, at + 6, 2.0)]) == "全长12.6公里；"
    assert excerpt(LONG, SEAWALL, 12, marks=[(at, at + 6, -2.0)]) == "再看海塘工程的进度，"


def test_marks_are_of_the_sentence_with_its_opening() -> None:
    told = "本报讯（记者 方宁）" + LONG
    at = told.index("12.6公里")
    assert excerpt(told, SEAWALL, 12, marks=[(at, at + 6, 2.0)]) == "全长12.6公里；"


def test_no_figure_is_cut_at_its_comma() -> None:
    assert (
        excerpt("经查明，海塘工程虚增利润27,072,877.87元,占总额的六成。", SEAWALL, 22)
        == "海塘工程虚增利润27,072,877.87元,"
    )
