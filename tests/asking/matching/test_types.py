"""The table of question types."""

from __future__ import annotations

from importlib import import_module

import pytest

from rag.asked import Asks
from rag.asking.answers.drafting import ANSWERERS
from rag.asking.constraints.support import CONSTRAINTS
from rag.asking.matching.types import Reach, named, type_of, types
from tests.asking.handmade import asked


@pytest.mark.parametrize("asks", Asks)
def test_every_kind_has_one_general_type(asks: Asks) -> None:
    general = [t for t in types().values() if t.asks == (asks,) and not t.patterns]
    assert [t.name for t in general] == [asks.value]
    assert type_of(asked(asks)) is general[0]


def test_every_answerer_and_constraint_of_the_table_is_there() -> None:
    assert {t.answerer for t in types().values()} <= set(ANSWERERS)
    assert {c for t in types().values() for c in t.constraints} <= {*CONSTRAINTS, "held"}


@pytest.mark.parametrize("expected", sorted({t.expected for t in types().values() if t.expected}))
def test_every_answer_expected_has_a_module(expected: str) -> None:
    assert callable(import_module(f"rag.asking.expected.{expected}").holds)


def test_where_what_answers_may_stand() -> None:
    assert type_of(asked(Asks.COUNT)).reach is Reach.CORPUS
    assert type_of(asked(Asks.NUMBER)).reach is Reach.NEIGHBOURS


def test_a_question_that_was_given_another_kind_has_its_general_type() -> None:
    assert type_of(asked(Asks.WHEN, type=named("谁主持？", Asks.WHO))).name == "when"
