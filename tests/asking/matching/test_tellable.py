"""Words of which it says something that no page prints them."""

from __future__ import annotations

import pytest

from rag.asking.matching.tellable import tellable

TEXT = "受强降雨影响，柳河村的拖拉机停在村口。"


@pytest.mark.parametrize(
    ("word", "told"),
    [
        pytest.param("跟着", False, id="a verb"),
        pytest.param("从头到尾", False, id="a set phrase"),
        pytest.param("偏偏", False, id="an adverb"),
        pytest.param("大雨", False, id="a plain noun, told in another one"),
        pytest.param("冠军", True, id="a noun of which the page has nothing"),
        pytest.param("收割机", True, id="a thing of its own, though another one ends alike"),
        pytest.param("拖拉机", True, id="what is printed"),
        pytest.param("柳荫渠", True, id="a name that no dictionary has"),
        pytest.param("第二步", True, id="one of several"),
        pytest.param("一期", True, id="a stage"),
        pytest.param("八一", True, id="a festival"),
        pytest.param("两套", False, id="a number of something"),
        pytest.param("marathon", True, id="no Chinese"),
        pytest.param("", True, id="nothing"),
    ],
)
def test_what_its_absence_tells(word: str, told: bool) -> None:
    assert tellable(word, TEXT) is told
