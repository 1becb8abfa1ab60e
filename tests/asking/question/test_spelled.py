"""Names that an English question spells in pinyin."""

from __future__ import annotations

import pytest

from rag.asking.question.spelled import Sounded, foreign_names, pinyin_names, town_of_an_office, unknown_names
from rag.asking.question.vocabulary import Vocabulary

NAMES = {
    "chenzhiyuan": ("陈志远",),
    "ouyangmingde": ("欧阳明德",),
    "lvshan": ("吕珊",),
    "liaoning": ("廖宁",),
    "qingshi": ("青石镇",),
    "baisha": ("白沙街道", "白沙镇"),
}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("Where did Chen Zhiyuan go?", ("陈志远",), id="family name first"),
        pytest.param("Where did Zhiyuan Chen go?", ("陈志远",), id="family name last"),
        pytest.param("Chen Zhi Yuan was here", ("陈志远",), id="each syllable a word"),
        pytest.param("Chen Zhi-yuan was here", ("陈志远",), id="a hyphen"),
        pytest.param("Chen Zhiyuan's visit", ("陈志远",), id="a genitive"),
        pytest.param("ChenZhiyuan was here", ("陈志远",), id="in one word"),
        pytest.param("CHEN Zhiyuan spoke", ("陈志远",), id="a surname in capitals"),
        pytest.param("Did Lyu Shan go?", ("吕珊",), id="ü as Lyu"),
        pytest.param("Did Lv Shan go?", ("吕珊",), id="ü as Lv"),
        pytest.param("in Liaoning", (), id="no person of two characters in one word"),
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


@pytest.mark.parametrize(
    ("question", "names"),
    [
        pytest.param("Who inspected Qinghe?", ("Qinghe",), id="spelled like Chinese"),
        pytest.param("Who came from Baisha?", (), id="of the index"),
        pytest.param("What did the Service Center in Inner Macao do?", (), id="words of the dictionary"),
        pytest.param("What did the CEO say about EV sales?", (), id="abbreviations"),
        pytest.param("What did PowerBoda and Lenzo build?", (), id="no syllables of pinyin"),
        pytest.param("the Qinghe-Shuanglong road", ("Qinghe", "Shuanglong"), id="two with a hyphen between them"),
    ],
)
def test_unknown_names(question: str, names: tuple[str, ...]) -> None:
    assert unknown_names(question, Vocabulary((), ("白沙镇",))) == names


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("Who is the mayor of Atlantis?", "Atlantis", id="nobody knows it"),
        pytest.param("Who is the mayor of Port Royal", "Port Royal", id="two words"),
        pytest.param("Who is the mayor of Paris?", "巴黎", id="the index knows it in Chinese"),
        pytest.param("Who is the mayor of Liaoning?", "", id="the index knows it by its sound"),
        pytest.param("Who is the head of the office?", "", id="no name"),
    ],
)
def test_the_town_whose_office_is_asked_about(question: str, expected: str) -> None:
    assert town_of_an_office(question, Vocabulary(["陈志远"], ["辽宁", "巴黎"])) == expected
