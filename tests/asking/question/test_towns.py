"""Towns called by their bare name, told from people by the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.asked import Asks
from rag.asking.question.known import held_against
from rag.asking.question.towns import is_town
from rag.config import Config
from rag.indexing import Store, build, lookup, open_indexes
from tests.asking.handmade import asked
from tests.fakes import write_pages

PAGES = {
    "a.txt": "晨江日报\n2024年5月6日 星期一 第1版\n\n滕飞看渡口\n\n本报讯 5月5日，罗平县公安局民警在渡口执勤。高明乡长到场。明年5月7日前修好。\n",
    "b.txt": "罗平县公安局：渡口平安\n\n本报讯 柳青说，船票每张2元。柳青县人说好。2024年7月1日起停航。\n",
}

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("towns")
    config = Config(index=folder / "index")
    build(config, [write_pages(folder / "pages", PAGES)])
    return open_indexes(config).store


@pytest.mark.parametrize(
    ("name", "town"),
    [
        pytest.param("晨江", True, id="a newspaper's"),
        pytest.param("罗平", True, id="only before a town's kind"),
        pytest.param("柳青", False, id="by itself as well"),
        pytest.param("高明", False, id="before an office"),
        pytest.param("渡口", False, id="no town"),
        pytest.param("吕国良", False, id="nowhere"),
        pytest.param("日报", False, id="the end of a newspaper's name"),
    ],
)
def test_which_are_towns(store: Store, name: str, town: bool) -> None:
    assert is_town(name, store, lookup.searched(store).newspapers) is town


def test_a_town_is_no_stranger(store: Store) -> None:
    found = held_against(asked(Asks.NUMBER, "晨江的船票多少钱？", strangers=("晨江", "吕国良")), store, ["晨江日报"])
    assert (found.places, found.strangers, found.people) == (("晨江",), ("吕国良",), ())


def test_the_newest_day_is_one_that_a_page_is_of(store: Store) -> None:
    """What a page with a day tells of (明年5月7日) does not count, as a page without one is of what it tells of."""
    assert lookup.newest(store) == "2024-07-01"
    assert lookup.searched(store).last >= "2024-07-01"  # type: ignore[operator]
