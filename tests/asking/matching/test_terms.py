"""How rare a word is, whether a text says it, and how much of a question a text covers."""

from __future__ import annotations

import math

import pytest

from rag.asking.matching.terms import Term, asks_only, coverage, plain, rarity, said, terms

SEAWALL = "海塘安澜工程全长12.6公里"


@pytest.mark.parametrize(
    ("frequency", "passages", "expected"),
    [
        pytest.param(0, 99, math.log(1 + 99.5 / 0.5), id="in no passage: rarest"),
        pytest.param(1, 99, math.log(1 + 98.5 / 1.5), id="in one"),
        pytest.param(99, 99, math.log(1 + 0.5 / 99.5), id="in every one: still above nothing"),
        pytest.param(100, 99, 0.0, id="counted in more passages than there are"),
    ],
)
def test_rarity_is_inverse_document_frequency(frequency: int, passages: int, expected: float) -> None:
    assert rarity(frequency, passages) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        pytest.param("海塘", SEAWALL, 1.0, id="printed as it is"),
        pytest.param("督查", "陈志远检查了工地", 0.8, id="a synonym"),
        pytest.param("海州市公安局", "市公安局到场", 0.8, id="a body without its city"),
        pytest.param("海塘工程", SEAWALL, 0.7 * 2 / 3, id="two of three pairs stand apart"),
        pytest.param("金沙湾大桥", SEAWALL, 0.0, id="none of its pairs"),
        pytest.param("塘安", "塘边的安全", 0.0, id="two characters are never said by their parts"),
        pytest.param("3", "市政府第34次会议", 0.0, id="a number is no part of a longer one"),
        pytest.param("3", "市政府第3次会议", 1.0, id="a number by itself"),
    ],
)
def test_how_far_a_text_says_a_word(word: str, text: str, expected: float) -> None:
    assert said(plain(word), text) == pytest.approx(expected)


def test_a_word_stands_in_its_own_group_only_for_the_others() -> None:
    assert "督查" not in plain("督查").others
    assert "检查" in plain("督查").others
    assert plain("海塘").others == ()


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        pytest.param((), 1.0, id="nothing asked is wholly said"),
        pytest.param((Term("海塘", weight=3.0), Term("大桥", weight=1.0)), 0.75, id="by weight, not by number"),
        pytest.param((Term("海塘", weight=0.0),), 1.0, id="words without weight ask nothing"),
        pytest.param((Term("大桥", ("工程",), 2.0), Term("海塘", weight=2.0)), 0.9, id="a synonym counts less"),
    ],
)
def test_share_of_the_question_a_text_says(about: tuple[Term, ...], expected: float) -> None:
    assert coverage(about, SEAWALL) == pytest.approx(expected)


def test_terms_of_a_question_are_its_content_words_once_with_their_rarity() -> None:
    counts = {"海塘": 4, "投资": 9}
    found = terms(["海塘", "投资", "海塘", "多少", "？", "哪些", "三个"], counts.__getitem__, 100)
    assert [t.word for t in found] == ["海塘", "投资"]
    assert [t.weight for t in found] == [pytest.approx(math.log(1 + (100.5 - n) / (n + 0.5))) for n in (4, 9)]


@pytest.mark.parametrize(
    ("word", "only"),
    [
        pytest.param("哪些地方", True, id="begins like a question word"),
        pytest.param("多少", True, id="question word"),
        pytest.param("三位", True, id="a number of people"),
        pytest.param("海塘", False, id="what it is about"),
        pytest.param("三门", False, id="a name that begins with a number"),
    ],
)
def test_words_that_only_ask(word: str, only: bool) -> None:
    assert asks_only(word) is only
