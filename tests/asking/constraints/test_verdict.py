"""Whether a question counts as answered, by what is weighed of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.asked import Asks, Language
from rag.asking.constraints.verdict import Weighed, answers

TOLD = Weighed(1.0, (), article=0.95, language=Language.ZH, asks=Asks.WHO)
ELSEWHERE = replace(TOLD, opinion=-1.0, lacking=("subject",), article=0.3)
"""Somebody inspected something, but not what is asked about (谁检查了图书馆)."""


def test_what_is_read_and_said_answers() -> None:
    assert answers(TOLD)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("asks", [Asks.WHO, Asks.WHAT, Asks.YES_NO])
def test_another_matter_does_not_answer_though_the_reader_is_only_in_doubt(language: Language, asks: Asks) -> None:
    assert not answers(replace(ELSEWHERE, language=language, asks=asks))


def test_other_words_for_the_same_answer_where_the_reader_is_sure() -> None:
    assert answers(replace(ELSEWHERE, opinion=3.0, article=0.6))


@pytest.mark.parametrize("less", [{"article": 0.2}, {"lacking": ("subject",)}, {"opinion": -6.0}])
def test_nothing_less_makes_it_likelier(less: dict[str, object]) -> None:
    """Whatever answers with one sign less answers with all."""
    for opinion in (-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0):
        of = replace(TOLD, opinion=opinion)
        weaker = replace(of, **less)  # type: ignore[arg-type]
        assert answers(of) or not answers(weaker)
