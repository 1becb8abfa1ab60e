"""Offices and figures as people say them are read as papers print them."""

from __future__ import annotations

import pytest

from rag.asking.question.shortened import spelled_out


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        pytest.param("教育局长是谁", "教育局局长是谁", id="a bureau's head"),
        pytest.param("县委宣传部长是谁", "县委宣传部部长是谁", id="a department's head"),
        pytest.param("柳河村支书是谁", "柳河村党支部书记是谁", id="a village's secretary"),
        pytest.param("县委一把手去了哪里", "县委书记去了哪里", id="who leads a committee"),
        pytest.param("区政府的一把手是谁", "区长是谁", id="who leads a government"),
        pytest.param("教育局局长是谁", "教育局局长是谁", id="in full already"),
        pytest.param("柳河县GDP是多少", "柳河县生产总值是多少", id="initials of a figure"),
        pytest.param("柳河县的gdp", "柳河县的生产总值", id="in small letters"),
        pytest.param("上月 CPI 涨了吗", "上月居民消费价格涨了吗", id="prices"),
        pytest.param("What was 柳河's GDP?", "What was 柳河's GDP?", id="not in an English question"),
        pytest.param("AGDP公司在哪里", "AGDP公司在哪里", id="a part of a name"),
        pytest.param("", "", id="nothing"),
        pytest.param("陈局长去了哪里", "陈局长去了哪里", id="a family name before the office"),
    ],
)
def test_spelled_out(said: str, printed: str) -> None:
    assert spelled_out(said) == printed
