"""What a visit was about: what was seen where one went, not the list of places once more."""

from __future__ import annotations

import pytest

from tests.understanding.pages import done

TARGETS = [
    pytest.param(
        "市长秦强先后来到北山村、东江水库等地，详细了解收成情况。",
        "收成情况",
        ("北山村", "东江水库"),
        id="in a sentence",
    ),
    pytest.param(
        "市长秦强来到东江水库。随后，秦强详细了解水位情况。", "水位情况", ("东江水库",), id="in the sentence behind"
    ),
    pytest.param(
        "市长秦强来到北山村和东江水库。", "北山村和东江水库", ("北山村", "东江水库"), id="nothing else is told"
    ),
    pytest.param(
        "市长秦强来到东江水库，送上慰问品。", "东江水库", ("东江水库",), id="what is brought there is not what one sees"
    ),
    pytest.param(
        "市长秦强来到北山村，察看水渠，详细了解收成情况。", "水渠；收成情况", ("北山村",), id="all that was seen"
    ),
]


@pytest.mark.parametrize(("text", "target", "places"), TARGETS)
def test_a_visit_is_about_what_was_seen_where_one_went(text: str, target: str, places: tuple[str, ...]) -> None:
    visit = done(text)[0]
    assert (visit.target, visit.places) == (target, places)


def test_what_is_no_place_of_the_list_stays_what_the_visit_was_about() -> None:
    visit = done("市长秦强来到东江水库工程现场，详细了解进度。")[0]
    assert visit.target == "东江水库工程现场；进度"
