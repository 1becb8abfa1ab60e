"""Figures of a text, each with its kind, its number and its unit."""

from __future__ import annotations

import pytest

from rag.mentions import figures, mentions
from rag.records import MentionKind

MONEY, PERCENT, QUANTITY, DURATION = (
    MentionKind.MONEY,
    MentionKind.PERCENT,
    MentionKind.QUANTITY,
    MentionKind.DURATION,
)


@pytest.mark.parametrize(
    ("text", "kind", "printed", "value", "unit"),
    [
        pytest.param("总投资6.8亿元", MONEY, "6.8亿元", "680000000", "元", id="a scale"),
        pytest.param("拨款300余万元", MONEY, "300余万元", "3000000", "元", id="about so much"),
        pytest.param("投入，两亿元", MONEY, "两亿元", "200000000", "元", id="in characters, behind a comma"),
        pytest.param("贷款1亿5千万元", MONEY, "1亿5千万元", "150000000", "元", id="two scales"),
        pytest.param("拨款1,200.5万元", MONEY, "1,200.5万元", "12005000", "元", id="grouped figures"),
        pytest.param("达６．８亿元", MONEY, "６．８亿元", "680000000", "元", id="full width"),
        pytest.param("a project of 680 million yuan", MONEY, "680 million yuan", "680000000", "yuan", id="English"),
        pytest.param("占90％", PERCENT, "90％", "90", "％", id="per cent"),
        pytest.param("增长5.2个百分点", PERCENT, "5.2个百分点", "5.2", "个百分点", id="points"),
        pytest.param("百分之三十的村", PERCENT, "百分之三十", "30", "%", id="per cent in words"),
        pytest.param("占计划的六成五", PERCENT, "六成五", "65", "成", id="tenths"),
        pytest.param("三分之一的村", PERCENT, "三分之一", "", "分之", id="a part"),
        pytest.param("水泵三百四十台", QUANTITY, "三百四十台", "340", "台", id="characters"),
        pytest.param("来了数十名老兵", QUANTITY, "数十名", "", "名", id="nobody says how many"),
        pytest.param("接诊420余人次", QUANTITY, "420余人次", "420", "人次", id="a unit of two characters"),
        pytest.param("热线12345", QUANTITY, "12345", "12345", "", id="no unit"),
        pytest.param("历时3个多月", DURATION, "3个多月", "3", "个多月", id="months"),
        pytest.param("须在15日内办结", DURATION, "15日", "15", "日", id="days within which"),
        pytest.param("试用期一年。", DURATION, "一年", "1", "年", id="a year"),
    ],
)
def test_figure(text: str, kind: MentionKind, printed: str, value: str, unit: str) -> None:
    found = [(m.kind, m.text, m.value, m.unit) for m in mentions(text)]
    assert found == [(kind, printed, value, unit)]
    assert all(text[m.start : m.end] == m.text for m in mentions(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("第三次会议", id="an ordinal"),
        pytest.param("第 12 届", id="an ordinal with spaces"),
        pytest.param("十四届县委", id="an ordinal without its mark"),
        pytest.param("3号楼、G104", id="what something is known by"),
        pytest.param("“千家万户”行动", id="a name"),
        pytest.param("进一步加强，一起努力，十分感谢", id="words"),
        pytest.param("三成立法任务", id="no tenths"),
        pytest.param("一行来到东岭", id="一 by itself"),
        pytest.param("每人一份", id="one for each"),
        pytest.param("百年老店", id="an age in a word"),
    ],
)
def test_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_no_figure_is_a_part_of_a_time() -> None:
    told = mentions("2024年3月5日下午3时，上半年，15日接诊30人")
    assert [m.text for m in told if m.kind is not MentionKind.TIME] == ["30人"]


def test_two_figures_of_a_range() -> None:
    assert [m.text for m in figures("补贴，25～30万元")] == ["25", "30万元"]


def test_a_line_of_numerals_takes_bounded_time() -> None:
    assert all(len(m.text) < 64 for m in figures("一" * 5000 + "9" * 5000 + "万" * 5000 + "元"))
