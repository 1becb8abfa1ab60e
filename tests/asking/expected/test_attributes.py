"""What a question asks in words of its own need not be said, and has to be told in the page's way."""

from __future__ import annotations

import pytest

from rag.asking.expected.attributes import lacks_attribute
from rag.asking.question.attributes import asking_words, told

RESUME = "林海，女，苗族，1985年11月生，大学学历，现任县委办主任。"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("林海是什么民族？", ("是什么民族",), id="people"),
        pytest.param("林海是哪一年出生的？", ("是哪一年出生的",), id="year of birth"),
        pytest.param("停水从什么时候开始？", ("从什么时候开始",), id="beginning"),
        pytest.param("公示到哪天结束？", ("到哪天结束",), id="end"),
        pytest.param("青石镇总面积多大？", (), id="a size is no age"),
        pytest.param("民族乡有几个？", (), id="a township's name"),
    ],
)
def test_asking_words(question: str, words: tuple[str, ...]) -> None:
    assert asking_words(question) == words


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        pytest.param("林海是什么民族？", RESUME, False, id="people told"),
        pytest.param("林海是什么民族？", "县委办主任林海参加。", True, id="people not told"),
        pytest.param("林海哪年出生？", RESUME, False, id="birth told"),
        pytest.param("林海多大年纪？", RESUME, True, id="no age printed"),
        pytest.param("新校区花了多少钱？", "新校区总投资4.2亿元。", False, id="cost told as investment"),
        pytest.param("停水的原因是什么？", "因管道改迁停水。", False, id="reason told"),
        pytest.param("谁主持会议？", "会议召开。", False, id="nothing of the kind is asked"),
    ],
)
def test_lacks_attribute(question: str, text: str, lacks: bool) -> None:
    assert lacks_attribute(told(question), text) is lacks
