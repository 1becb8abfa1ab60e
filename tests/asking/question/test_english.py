"""English words and pinyin names into the Chinese a newspaper prints."""

from __future__ import annotations

import pytest

from rag.asking.question.english import Sounded, chinese_words, foreign_names, pinyin_names
from rag.asking.writing.romanised import romanised

NAMES = {
    "chenzhiyuan": ("陈志远",),
    "ouyangmingde": ("欧阳明德",),
    "qingshi": ("青石镇",),
    "baisha": ("白沙街道", "白沙镇"),
}


@pytest.mark.parametrize(
    ("question", "within"),
    [
        pytest.param("Who is the mayor?", ("市长",), id="one word"),
        pytest.param("Which deputy mayor came?", ("副市长",), id="the longest entry: deputy mayor is no mayor"),
        pytest.param("the MAYOR'S office", ("市长",), id="capitals and a genitive"),
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
    ("question", "expected"),
    [
        pytest.param("Where did Chen Zhiyuan go?", ("陈志远",), id="family name first"),
        pytest.param("Where did Zhiyuan Chen go?", ("陈志远",), id="family name last"),
        pytest.param("Chen Zhi Yuan was here", ("陈志远",), id="each syllable a word"),
        pytest.param("Chen Zhi-yuan was here", ("陈志远",), id="a hyphen"),
        pytest.param("Chen Zhiyuan's visit", ("陈志远",), id="a genitive"),
        pytest.param("ChenZhiyuan was here", ("陈志远",), id="in one word"),
        pytest.param("Ouyang Mingde spoke", ("欧阳明德",), id="compound surname"),
        pytest.param("Qingshi Town", ("青石镇",), id="a place by its stem"),
        pytest.param("in Baisha", ("白沙街道", "白沙镇"), id="a stem two places share"),
        pytest.param("chen zhiyuan", (), id="names are capitalised"),
        pytest.param("Chen Zhi", (), id="half a name"),
        pytest.param("Where did Zhao Qidong go?", (), id="nobody in the index"),
        pytest.param("Chen Zhiyuan and Chen Zhiyuan", ("陈志远",), id="each once"),
    ],
)
def test_names_in_pinyin(question: str, expected: tuple[str, ...]) -> None:
    assert tuple(name for sounded in pinyin_names(question, NAMES) for name in sounded.names) == expected


def test_what_is_a_persons_name_is_no_place_as_well() -> None:
    people, places = {"maligong": ("马立功",)}, {"ligong": ("李公",), "baisha": ("白沙", "百沙")}
    assert pinyin_names("Did Ma Ligong visit Baisha?", people, places) == (
        Sounded("Ma Ligong", 0, ("马立功",)),
        Sounded("Baisha", 1, ("白沙", "百沙")),
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("陈志远", "Chen Zhiyuan", id="three characters"),
        pytest.param("方宁", "Fang Ning", id="two"),
        pytest.param("欧阳明德", "Ouyang Mingde", id="compound surname"),
        pytest.param("买买提·艾力", "Maimaiti·Aili", id="of another tongue, part by part"),
    ],
)
def test_a_name_as_english_writes_it(name: str, expected: str) -> None:
    assert romanised(name) == expected


@pytest.mark.parametrize(
    ("question", "names"),
    [
        pytest.param("How much did the Brickland project cost?", ("Brickland",), id="alone"),
        pytest.param("What did the Brickland Women's Federation do?", (), id="part of a longer name"),
        pytest.param("Who inspected Qinghe?", (), id="spelled like Chinese"),
        pytest.param("Brickland was built when?", (), id="the first word has its capital anyhow"),
    ],
)
def test_foreign_names(question: str, names: tuple[str, ...]) -> None:
    assert foreign_names(question) == names
