"""Where names are printed: every passage that holds one, whatever the names have in common."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag import Proposal, Ruling, Thing
from rag.config import Config
from rag.indexing.opening import open_store
from rag.indexing.printed import printed
from rag.indexing.store import Store
from tests.corrections.conftest import Desk, desk
from tests.fakes import write_pages
from tests.indexing.conftest import PAGES, Build

__all__ = ["desk"]

NAMES = ("陈志远", "陈志", "志远", "李文斌", "东江大桥", "没有此人", "陈", "检查大桥通车情况")


@pytest.fixture
def store(built: Build, tmp_path: Path) -> Store:
    built(write_pages(tmp_path / "pages", PAGES))
    return open_store(Config(index=tmp_path / "index"))


def test_each_passage_with_each_name_in_it(store: Store) -> None:
    passages = list(store.passages_where("ORDER BY g.name, a.number, p.number"))
    expected = {(name, p.id) for p in passages for name in NAMES if len(name) > 1 and name in p.text}
    found = list(printed(store, (*NAMES, *NAMES)))
    assert {(one.name, one.passage.id) for one in found} == expected
    assert len(found) == len(expected)
    assert len({name for name, _ in expected}) == 6


def test_they_come_page_by_page_to_the_letter(store: Store) -> None:
    found = list(printed(store, NAMES))
    assert [one.passage.page for one in found] == sorted(one.passage.page for one in found)
    for one in found:
        page = store.page(one.passage.page)
        assert page
        assert "".join(page.text[s.start : s.end] for s in one.passage.spans) == one.passage.text


def test_a_corrected_passage_has_the_words_of_its_page_and_what_was_corrected(desk: Desk) -> None:
    desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.MEND, was=("陈志元",), now=("陈志远",)))
    found = {one.name: one for one in printed(open_store(desk.config), ("陈志远", "陈志元", "李文斌"))}
    assert list(found) == ["陈志远", "李文斌"]
    assert "市长陈志元来到东江县" in found["陈志远"].passage.text
    assert [(ruled.was, ruled.now) for ruled in found["陈志远"].corrected] == [("陈志元", "陈志远")]
    assert found["李文斌"].corrected == ()


def test_no_name_is_printed_nowhere(store: Store) -> None:
    assert list(printed(store, ())) == []
