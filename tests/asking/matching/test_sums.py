"""Figures that a question gives, and whether a page prints them."""

from __future__ import annotations

import pytest

from rag.asked import Sum
from rag.asking.matching.sums import prints, sums, without_sums
from rag.mentions import mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("总投资6.8亿元的是哪个项目", [(6.8e8, "元")], id="a sum of money"),
        pytest.param("拿出1000多万元的企业", [(1e7, "元")], id="about so much"),
        pytest.param("a project of 680 million yuan", [(6.8e8, "元")], id="in English"),
        pytest.param("规划500张床位", [(500, "张")], id="a number of things"),
        pytest.param("哪3个部门，第6届，3号楼，G104", [], id="what pins nothing down"),
    ],
)
def test_figures(text: str, found: list[tuple[float, str]]) -> None:
    assert [(s.value, s.measure) for s in sums(text)] == found


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("纺织园总投资6.8亿元", True, id="as it is"),
        pytest.param("纺织园总投资68000万元", True, id="in another scale"),
        pytest.param("纺织园总投资16.8亿元", False, id="the end of another figure"),
        pytest.param("纺织园占地6.8亿亩", False, id="of another measure"),
    ],
)
def test_a_figure_is_that_value_of_that_measure(text: str, printed: bool) -> None:
    assert prints(Sum(6.8e8, "元"), mentions(text)) is printed


def test_what_is_left_without_them() -> None:
    assert without_sums("总投资6.8亿元的项目") == "总投资 的项目"
