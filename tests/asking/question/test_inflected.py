"""English words and what they are forms of."""

from __future__ import annotations

import pytest

from rag.asking.question.inflected import infinitives, singulars


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        pytest.param("seized", "seize", id="e kept"),
        pytest.param("inspected", "inspect", id="ed"),
        pytest.param("planned", "plan", id="a doubled letter"),
        pytest.param("carried", "carry", id="ied"),
        pytest.param("building", "build", id="ing"),
        pytest.param("held", "hold", id="irregular past"),
        pytest.param("undertaken", "undertake", id="irregular participle"),
        pytest.param("left", "leave", id="irregular, and a word of its own"),
    ],
)
def test_infinitives(word: str, verb: str) -> None:
    assert verb in infinitives(word)


def test_a_verb_as_it_stands_is_no_form_of_another() -> None:
    assert list(infinitives("inspect")) == []


@pytest.mark.parametrize(
    ("word", "thing"),
    [
        pytest.param("bridges", "bridge", id="s"),
        pytest.param("branches", "branch", id="es"),
        pytest.param("companies", "company", id="ies"),
        pytest.param("children", "child", id="irregular"),
        pytest.param("mayor's", "mayor", id="a genitive"),
        pytest.param("bus", "bus", id="itself"),
    ],
)
def test_singulars(word: str, thing: str) -> None:
    assert thing in singulars(word)
