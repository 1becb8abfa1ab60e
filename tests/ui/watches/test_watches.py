"""Watches put to new pages: each hit once, whatever stops in between, and none that the pages do not say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rag import SettingError, Span
from tests.ui.following.kept import reading
from tests.ui.watches.conftest import MARKET, SCHOOL, Paper, Watched
from ui.watches.records import Hit
from ui.watches.runner import Runner
from ui.watches.running import run
from ui.watches.showing import shown
from ui.watches.store import LONGEST, MOST, Watches


def quotes(paper: Paper, watch: str) -> list[str]:
    return [one.quote for one in shown(paper.assistant, paper.watches.hits(watch))]


@pytest.mark.model
def test_a_filter_finds_what_new_pages_tell_and_nothing_of_old_ones(paper: Paper, watched: Watched) -> None:
    watch = watched(who="陈志远")
    assert run(paper.watches, paper.assistant) == 0
    paper.add(market=MARKET, school=SCHOOL)
    assert run(paper.watches, paper.assistant) == 1
    assert run(paper.watches, paper.assistant) == 0
    (quote,) = quotes(paper, watch)
    assert "陈志远走访望湖小学" in quote
    assert quote in SCHOOL


@pytest.mark.model
def test_a_question_is_put_to_each_new_page_alone(paper: Paper, watched: Watched) -> None:
    watch = watched(question="谁检查了农贸市场？")
    paper.add(school=SCHOOL)
    run(paper.watches, paper.assistant)
    assert quotes(paper, watch) == []
    paper.add(market=MARKET)
    run(paper.watches, paper.assistant)
    assert len(found := quotes(paper, watch)) == 1
    assert "梁文远检查新农贸市场" in found[0]


@pytest.mark.model
def test_what_a_page_said_is_gone_with_the_page_and_once_when_it_returns(paper: Paper, watched: Watched) -> None:
    watch = watched(who="陈志远")
    paper.add(school=SCHOOL)
    run(paper.watches, paper.assistant)
    paper.delete("school")
    assert quotes(paper, watch) == []
    assert SCHOOL[20:30].encode() not in paper.watches.path.read_bytes()
    paper.add(back=SCHOOL)
    assert run(paper.watches, paper.assistant) == 0
    assert len(quotes(paper, watch)) == 1, "under another name it is the same page"


@pytest.mark.model
def test_a_run_that_ends_anywhere_loses_and_doubles_nothing(
    paper: Paper, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = watched(who="陈志远")
    paper.add(school=SCHOOL, other=SCHOOL.replace("望湖小学", "青苗小学"), third=SCHOOL.replace("望湖小学", "北屿小学"))
    monkeypatch.setattr("ui.watches.running.AT_ONCE", 1)
    put, calls = Watches.put, iter(range(100))

    def ends(self: Watches, *given: Any) -> int:
        """Before it is written, every other time after it."""
        if (call := next(calls)) % 3 == 0:
            raise KeyboardInterrupt
        told = put(self, *given)
        if call % 3 == 1:
            raise KeyboardInterrupt
        return told

    monkeypatch.setattr(Watches, "put", ends)
    for _ in range(20):
        try:
            run(paper.watches, paper.assistant)
        except KeyboardInterrupt:
            continue
    assert len(quotes(paper, watch)) == 3
    assert len({hit.id for hit in paper.watches.hits(watch)}) == 3


@pytest.mark.model
def test_who_runs_them_looks_at_one_number_where_nothing_changed(
    paper: Paper, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = watched(who="陈志远")
    runner = Runner(paper.watches, paper.assistant)
    runner.look()
    with monkeypatch.context() as patched:
        patched.setattr(paper.assistant, "digests", lambda: pytest.fail("nothing changed"))
        runner.look()
    paper.add(school=SCHOOL)
    runner.look()
    assert len(quotes(paper, watch)) == 1


def test_what_was_seen_is_each_readers_own(tmp_path: Path) -> None:
    watches = Watches(tmp_path)
    watch = watches.add("甲", "", {}, []).id
    watches.put(watch, ["d"], [Hit(watch, "d", 1, (Span(at, at + 2),)) for at in range(3)])
    assert watches.put(watch, ["d"], [Hit(watch, "d", 1, (Span(0, 2),))]) == 0
    newest = watches.hits(watch)[0].number
    watches.see(watch, "wang", newest)
    assert (watches.counts("wang")[watch].new, watches.counts("li")[watch].new) == (0, 3)
    watches.put(watch, ["e"], [Hit(watch, "e", 1, (Span(0, 2),))])
    assert (watches.counts("wang")[watch].new, watches.counts("li")[watch].new) == (1, 4)


def test_a_watch_that_is_deleted_takes_what_it_found_along(tmp_path: Path) -> None:
    watches = Watches(tmp_path)
    watch = watches.add("甲", "", {}, ["c"]).id
    watches.put(watch, ["d"], [Hit(watch, "d", 1, (Span(0, 2),))])
    watches.remove(watch)
    assert (watches.all(), watches.hits(watch), watches.done(watch)) == ((), (), frozenset())
    assert watches.put(watch, ["e"], [Hit(watch, "e", 1, (Span(0, 2),))]) == 0, "a run that was under way"


@pytest.mark.parametrize("name", ["", "  ", "字" * (LONGEST + 1), "a\x1b[2J"])
def test_what_is_no_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingError, match=r"is no name of a watch; give 1 to 80 characters"):
        Watches(tmp_path).add(name, "", {}, [])


def test_two_of_one_name_and_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watches = Watches(tmp_path)
    watches.add("甲", "", {}, [])
    with pytest.raises(SettingError, match="there is a watch 甲 already"):
        watches.add(" 甲 ", "", {}, [])
    assert MOST > 100
    monkeypatch.setattr("ui.watches.store.MOST", 1)
    with pytest.raises(SettingError, match="there are 1 watches already; delete one"):
        watches.add("乙", "", {}, [])


def test_a_disk_that_fails_is_one_line(tmp_path: Path) -> None:
    watches = Watches(tmp_path)
    watches.path.write_bytes(b"no database" * 500)
    with pytest.raises(SettingError, match=r"what is watched cannot be kept in .*watches\.db"):
        watches.all()


@pytest.mark.model
def test_an_index_built_anew_leaves_them(paper: Paper, watched: Watched) -> None:
    watch = watched(who="陈志远")
    paper.add(school=SCHOOL)
    run(paper.watches, paper.assistant)
    reading(paper.config, [paper.folder], rebuild=True)
    assert run(paper.watches, paper.assistant) == 0
    assert len(quotes(paper, watch)) == 1
