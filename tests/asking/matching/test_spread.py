"""Sentences put end to end say the same of a word as each of them by itself."""

from __future__ import annotations

import re

import pytest

from rag.asking.matching.spread import Sheaf, Spread
from rag.asking.matching.terms import plain, said, said_where

SENTENCES = (
    "陈志远检查东江大桥，又检查了大桥的护栏。",
    "",
    "市公安局第3次到场，东江",
    "大桥通车34天。",
    "海塘加固，工程全长3公里。",
)


@pytest.mark.parametrize(
    ("word", "places"),
    [
        pytest.param("大桥", [0, 3], id="twice in one sentence, once in another"),
        pytest.param("东江大桥", [0], id="not from the end of one sentence into the next"),
        pytest.param("公里。", [4], id="at the very end"),
        pytest.param("隧道", [], id="nowhere"),
    ],
)
def test_sentences_that_hold_a_word(word: str, places: list[int]) -> None:
    assert list(Spread(SENTENCES).holding(word)) == places


def test_sentences_that_match_a_pattern() -> None:
    assert Spread(SENTENCES).matching(re.compile(r"\d+")) == {2, 3, 4}


def test_as_many_places_as_sentences() -> None:
    assert (len(Spread(SENTENCES)), len(Spread([]))) == (5, 0)


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("检查", id="printed"),
        pytest.param("督查", id="a synonym"),
        pytest.param("海州市公安局", id="a body without its city"),
        pytest.param("海塘工程", id="some of its pairs"),
        pytest.param("东江大桥护栏", id="wholly in none, in part in three"),
        pytest.param("3", id="a number by itself"),
        pytest.param("隧道", id="nowhere"),
    ],
)
def test_a_term_is_said_where_it_is_said_in_the_sentence_alone(word: str) -> None:
    term = plain(word)
    alone = {place: said(term, s) for place, s in enumerate(SENTENCES)}
    assert said_where(term, Spread(SENTENCES)) == {place: degree for place, degree in alone.items() if degree}


SHEAF = Sheaf([SENTENCES[:2], SENTENCES[2:4], SENTENCES[4:]], ["海州 海州日报", "东江 东江晚报", "海州 海州日报"])


@pytest.mark.parametrize(
    ("word", "printing", "holding"),
    [
        pytest.param("大桥", {0, 1}, {0, 1}, id="printed in two articles"),
        pytest.param("东江", {0, 1}, {0, 1}, id="printed, and where it was printed"),
        pytest.param("海州", set(), {0, 2}, id="only where it was printed"),
        pytest.param("大桥通车34天。海塘", set(), set(), id="not from one article into the next"),
    ],
)
def test_articles_that_hold_a_word(word: str, printing: set[int], holding: set[int]) -> None:
    assert (SHEAF.printing(word), SHEAF.holding(word)) == (printing, holding)


def test_articles_that_match_a_pattern() -> None:
    assert SHEAF.matching(re.compile("晚报|全长")) == {1, 2}


def test_the_most_that_a_sentence_of_each_article_has() -> None:
    assert (len(SHEAF), SHEAF.most([1.0, 0.0, 2.0, 3.0, 0.5])) == (3, [1.0, 3.0, 0.5])


@pytest.mark.parametrize("word", ["检查", "海州市公安局", "海塘工程", "东江大桥护栏", "34", "海州日报"])
def test_an_article_says_a_term_as_its_text_does(word: str) -> None:
    texts = [
        "".join(SENTENCES[:2]) + " 海州 海州日报",
        "\n".join(SENTENCES[2:4]) + " 东江",
        SENTENCES[4] + " 海州 海州日报",
    ]
    alone = {n: said(plain(word), text) for n, text in enumerate(texts)}
    assert said_where(plain(word), SHEAF) == {n: degree for n, degree in alone.items() if degree}
