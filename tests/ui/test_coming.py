"""An answer as it comes: whole sentences, with their markers."""

from __future__ import annotations

import pytest

from ui.ask.coming import STEPS, coming


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("只有一句[1]。", [], id="one sentence is there at once"),
        pytest.param("甲[1]。乙[2]。", ["甲[1]。"], id="marker before the full stop"),
        pytest.param("甲。[1]乙。", ["甲。[1]"], id="marker behind the full stop"),
        pytest.param("他说：“好。”乙。", ["他说：“好。”"], id="closing quotation mark"),
        pytest.param("第一行[1]\n第二行[2]\n第三行", ["第一行[1]\n", "第一行[1]\n第二行[2]\n"], id="lines of a list"),
        pytest.param(
            "He went there [1]. It rained 3.5 mm.", ["He went there [1]. "], id="English; a figure ends nothing"
        ),
    ],
)
def test_beginnings(text: str, expected: list[str]) -> None:
    assert list(coming(text)) == expected


def test_long_answer_comes_in_few_steps() -> None:
    text = "一句。" * 50
    shown = list(coming(text))
    assert len(shown) <= STEPS
    assert all(text.startswith(words) and words.endswith("。") for words in shown)
    assert sorted(map(len, shown)) == [len(words) for words in shown]
