"""The head of a place is called by what the place is."""

from __future__ import annotations

import pytest

from rag.asking.question.headed import headed


@pytest.mark.parametrize(
    ("question", "places", "expected"),
    [
        pytest.param("Who is the head of 青山县?", ("青山县",), ("县长",), id="printed"),
        pytest.param("Who is the deputy head of 白石镇?", ("白石镇",), ("副镇长",), id="deputy"),
        pytest.param("Who is the head of Dongjiang County?", ("东江县",), ("县长",), id="in pinyin"),
        pytest.param("Who is the mayor of 白石区?", ("白石区",), (), id="a district has no mayor"),
        pytest.param("Who is the head of the delegation?", (), (), id="no place"),
        pytest.param("Who is the head of 青山医院?", ("青山医院",), (), id="not called by it"),
    ],
)
def test_the_office(question: str, places: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert headed(question, places)[0] == expected


def test_the_word_for_a_head_is_said_by_the_office() -> None:
    assert headed("Who is the head of 青山县 in June?", ("青山县",))[1] == "Who is the 青山县 in June?"
    assert headed("Who is the head of the bureau?", ())[1] == "Who is the head of the bureau?"
