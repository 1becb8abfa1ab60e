"""What is offered while a filter is typed."""

from __future__ import annotations

import pytest

from rag import Deeds, IndexUnusableError, Order, People, Wanted
from rag.listings import ALL_DONE
from tests.ui.fakes import FakeAssistant
from ui.events.suggesting import MOST, suggested


def names(field: str, part: str = "") -> list[str]:
    return suggested(FakeAssistant(), {"field": field, "part": part})["names"].splitlines()


@pytest.mark.parametrize(
    ("field", "part", "first"),
    [("who", "陈志", "陈志远"), ("office", "市长", "市长"), ("where", "码头", "北屿码头")],
)
def test_names_that_hold_what_is_typed_are_offered(field: str, part: str, first: str) -> None:
    found = names(field, part)
    assert any(first in name for name in found)
    assert all(part in name for name in found)


@pytest.mark.parametrize("field", ["who", "office", "where"])
def test_something_is_offered_before_anything_is_typed(field: str) -> None:
    assert 0 < len(names(field)) <= MOST


@pytest.mark.parametrize("field", ["newspaper", "", "__class__"])
def test_nothing_is_offered_for_another_filter(field: str) -> None:
    assert names(field, "市") == []


class Sounding(FakeAssistant):
    """One that finds names by pinyin and English, as a real one does."""

    def people(self, part: str = "", offset: int = 0, limit: int = 50) -> People:
        return super().people("", offset, limit)

    def deeds(self, wanted: Wanted = ALL_DONE, order: Order = Order.NEWEST, offset: int = 0, limit: int = 50) -> Deeds:
        return super().deeds(ALL_DONE, order, offset, limit)


@pytest.mark.parametrize(
    ("field", "part", "line"),
    [
        ("who", "chen", "陈志远\tChen Zhiyuan"),
        ("who", "chenzhiyuan", "陈志远\tChen Zhiyuan (chenzhiyuan)"),
        ("office", "mayor", "市长\tMayor"),
        ("where", "beiyu", "北屿码头\tBeiyu Wharf"),
        ("where", "Qingmiao Town", "青苗镇\tQingmiao Town"),
    ],
)
def test_what_is_typed_in_latin_letters_is_offered_with_them(field: str, part: str, line: str) -> None:
    assert line in suggested(Sounding(), {"field": field, "part": part})["names"].splitlines()


def test_an_index_that_cannot_be_used_offers_nothing() -> None:
    class Closed(FakeAssistant):
        def people(self, part: str = "", offset: int = 0, limit: int = 50) -> People:
            raise IndexUnusableError("the index is locked", "wait")

    assert suggested(Closed(), {"field": "who", "part": "陈"}) == {"names": ""}
