"""Whether the places a question names are those of an article."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.constraints.named import missing_places
from tests.asking.handmade import article, asked

PRINTED = article(["西宁市城中区康复中心收住了115人。", "区监委主任陈志远到忻州农信社。"])


@pytest.mark.parametrize(
    ("question", "place", "offices", "missing"),
    [
        pytest.param("西宁城中区康复中心收住了多少人？", "西宁城中区", (), False, id="printed with its kind between"),
        pytest.param("西宁城东区康复中心收住了多少人？", "西宁城东区", (), True, id="another district of the city"),
        pytest.param("谁去了大同农信社？", "大同农信社", (), True, id="the like in another city"),
        pytest.param("谁去了忻州农信社？", "忻州农信社", (), False, id="printed to the letter"),
        pytest.param("西宁康院收住了多少人？", "西宁康院", (), True, id="a short form of nothing printed"),
        pytest.param("西宁康中心收住了多少人？", "西宁康中心", (), False, id="a short form of what is printed"),
        pytest.param(
            "大同城区监委主任去了哪里？",
            "大同城区监委",
            ("监委主任",),
            False,
            id="left out before an office by its paper",
        ),
    ],
)
def test_places_of_one_kind_are_told_apart(question: str, place: str, offices: tuple[str, ...], missing: bool) -> None:
    query = asked(Asks.WHAT, question, places=(place,), offices=offices)
    assert missing_places(query, PRINTED, by_sound=True) == ([place] if missing else [])
