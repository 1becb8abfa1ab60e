"""Whom a question means where several people have the name."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Frame
from rag.asking.matching.namesakes import of_those_meant, unclear
from rag.records import Person
from tests.asking.handmade import article, asked

MAYOR, CHIEF = "清溪县副县长", "安丰县教育局局长"
LUO = {"people": ("罗平川",), "namesakes": (("罗平川", ((MAYOR,), (CHIEF,))),)}
ONE = article([f"{MAYOR}罗平川到东岭村。"], page="one.txt", people=(Person("罗平川", MAYOR),))
OTHER = article([f"{CHIEF}罗平川到校。"], page="other.txt", people=(Person("罗平川", CHIEF),))
NEITHER = article(["罗平川到场。"], page="neither.txt", people=(Person("罗平川", ""),))


@pytest.mark.parametrize(
    ("query", "pages", "doubt"),
    [
        pytest.param(asked(Asks.WHERE, **LUO), ["one.txt", "other.txt", "neither.txt"], True, id="nothing tells"),
        pytest.param(asked(Asks.WHERE, places=("安丰县",), **LUO), ["other.txt", "neither.txt"], False, id="the town"),
        pytest.param(asked(Asks.WHERE, offices=("副县长",), **LUO), ["one.txt", "neither.txt"], False, id="the office"),
        pytest.param(
            asked(Asks.WHERE, places=("安丰县", "清溪县"), **LUO),
            ["one.txt", "other.txt", "neither.txt"],
            True,
            id="both towns",
        ),
        pytest.param(
            asked(Asks.WHERE, people=("罗平川",)), ["one.txt", "other.txt", "neither.txt"], False, id="one person"
        ),
    ],
)
def test_whom_it_means(query: Frame, pages: list[str], doubt: bool) -> None:
    assert [c.key[0] for c in of_those_meant(query, [ONE, OTHER, NEITHER])] == pages
    assert bool(unclear(query)) is doubt
