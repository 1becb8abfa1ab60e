"""The noun beside the question word, and the unit of a number."""

from __future__ import annotations

import pytest

from rag.asking.question.focus import focus, unit


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["陈志远", "检查", "了", "哪家", "医院", "？"], ("医院",), id="the noun behind which"),
        pytest.param(["哪些", "被执行", "企业", "？"], ("被执行", "企业"), id="two nouns"),
        pytest.param(["哪些", "重点", "水利", "工程", "？"], ("重点", "水利"), id="never more than two"),
        pytest.param(["发现", "什么", "问题", "？"], ("问题",), id="behind what"),
        pytest.param(["总投资", "是", "多少", "？"], ("总投资",), id="before how much, where nothing stands behind"),
        pytest.param(["谁", "来", "了", "？"], (), id="who has no noun"),
        pytest.param(["哪里", "？"], (), id="where has no noun"),
    ],
)
def test_what_is_asked_for(words: list[str], expected: tuple[str, ...]) -> None:
    assert focus("".join(words), words) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("海塘全长多少公里？", "公里", id="as asked"),
        pytest.param("占地多少平方米？", "平方米", id="the longest measure, not its first character"),
        pytest.param("花了多少钱？", "元", id="money is printed in yuan"),
        pytest.param("有几名学生？", "名", id="behind how many"),
        pytest.param("多少人来了，占地多少亩？", "人", id="the first of two"),
        pytest.param("陈志远多大岁数？", "岁", id="an age"),
        pytest.param("陈志远今年多大了？", "岁", id="an age, spoken"),
        pytest.param("会场多大面积？", "", id="how large is no age"),
        pytest.param("产值规模多大？", "", id="nor is how large at the end"),
        pytest.param("How old is Chen Zhiyuan?", "岁", id="an age, English"),
        pytest.param("总投资多少？", "", id="no measure named"),
        pytest.param("谁来了？", "", id="no number asked for"),
    ],
)
def test_what_is_counted(question: str, expected: str) -> None:
    assert unit(question) == expected
