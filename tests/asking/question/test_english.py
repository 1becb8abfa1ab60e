"""English words into the Chinese a newspaper prints."""

from __future__ import annotations

import pytest

from rag.asking.question.english import chinese_words
from rag.rendering.people import romanised


@pytest.mark.parametrize(
    ("question", "within"),
    [
        pytest.param("Who is the mayor?", ("市长",), id="one word"),
        pytest.param("Which deputy mayor came?", ("副市长",), id="the longest entry: deputy mayor is no mayor"),
        pytest.param("the MAYOR'S office", ("市长",), id="capitals and a genitive"),
        pytest.param("Who coached the team?", ("教练/执教",), id="a verb in the past"),
        pytest.param("the per capita disposable income", ("人均", "可支配收入/收入"), id="words of figures"),
        pytest.param("the mayor’s office", ("市长",), id="a printed apostrophe"),
    ],
)
def test_english_words(question: str, within: tuple[str, ...]) -> None:
    assert [w for w in within if w not in chinese_words(question)] == []


def test_deputy_mayor_is_not_also_a_mayor() -> None:
    assert "市长" not in chinese_words("Which deputy mayor came?")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("asdf qwerty", id="no English word"),
        pytest.param("", id="nothing"),
        pytest.param("陈志远", id="Chinese"),
    ],
)
def test_what_the_list_does_not_hold_gives_nothing(question: str) -> None:
    assert chinese_words(question) == ()


def test_each_rendering_once_in_order() -> None:
    assert chinese_words("mayor, governor, mayor") == ("市长", "省长")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("陈志远", "Chen Zhiyuan", id="three characters"),
        pytest.param("方宁", "Fang Ning", id="two"),
        pytest.param("欧阳明德", "Ouyang Mingde", id="compound surname"),
        pytest.param("欧阳静", "Ouyang Jing", id="compound surname with one character"),
        pytest.param("单长青", "Shan Changqing", id="a character that is read otherwise as a family name"),
        pytest.param("林", "Lin", id="a family name alone"),
        pytest.param("买买提·艾力", "Maimaiti·Aili", id="of another tongue, part by part"),
    ],
)
def test_a_name_as_english_writes_it(name: str, expected: str) -> None:
    assert romanised(name) == expected


@pytest.mark.parametrize(
    ("question", "within"),
    [
        pytest.param("the flood-control drill", ("防汛", "演练"), id="parts of a word with a hyphen"),
        pytest.param("Which vice-mayor came?", ("副市长",), id="one that the list has as a whole"),
        pytest.param(
            "South Korea's trade deficit with Japan", ("韩国", "贸易逆差", "日本"), id="countries and figures"
        ),
    ],
)
def test_compounds(question: str, within: tuple[str, ...]) -> None:
    assert [w for w in within if w not in chinese_words(question)] == []
