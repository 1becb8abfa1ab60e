"""Watches put to new pages: each hit once, whatever stops in between, and none that the pages do not say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from rag import Came, Language, SettingError, Span
from tests.ui.following.kept import reading
from tests.ui.watches.conftest import MARKET, SCHOOL, Paper, Watched
from ui.ports import Asked
from ui.watches.finds import Finds
from ui.watches.handler import Watching
from ui.watches.pages import catch_up
from ui.watches.records import Hit
from ui.watches.runner import Runner
from ui.watches.running import run
from ui.watches.showing import shown
from ui.watches.store import LONGEST, MOST, Watches
from ui.watches.view import wanted_line

NO_SIGN = {"sign": "", "told": ""}


def quotes(paper: Paper, watch: str) -> list[str]:
    return [one.quote for one in shown(paper.assistant, paper.watches.finds.standing(watch))]


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
def test_people_and_places_that_were_pressed_are_watched(paper: Paper, watched: Watched) -> None:
    watch = watched(together="陈志远", places="望湖小学")
    other, nobody = watched("同在", together="陈志远\n梁文远"), watched("别处", places="望湖")
    paper.add(market=MARKET, school=SCHOOL)
    run(paper.watches, paper.assistant)
    assert [SCHOOL.count(quote) for quote in quotes(paper, watch)] == [1]
    assert quotes(paper, other) == quotes(paper, nobody) == []
    assert wanted_line(Language.ZH, {"together": "陈志远\n梁文远"}) == "在场的陈志远、梁文远"


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
    assert SCHOOL[20:30].encode() not in paper.watches.file.path.read_bytes()
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
    put, calls = Finds.put, iter(range(100))

    def ends(self: Finds, *given: Any) -> int:
        """Before it is written, every other time after it."""
        if (call := next(calls)) % 3 == 0:
            raise KeyboardInterrupt
        told = put(self, *given)
        if call % 3 == 1:
            raise KeyboardInterrupt
        return told

    monkeypatch.setattr(Finds, "put", ends)
    for _ in range(30):
        try:
            run(paper.watches, paper.assistant)
        except KeyboardInterrupt:
            continue
    assert len(quotes(paper, watch)) == 3
    assert len({hit.id for hit in paper.watches.finds.standing(watch)}) == 3


@pytest.mark.model
def test_who_runs_them_looks_at_one_number_where_nothing_changed(
    paper: Paper, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = watched(who="陈志远")
    runner = Runner(paper.watches, paper.assistant)
    runner.look()
    with monkeypatch.context() as patched:
        patched.setattr(paper.assistant, "came_since", lambda *given: pytest.fail("nothing changed"))
        runner.look()
    paper.add(school=SCHOOL)
    runner.look()
    assert len(quotes(paper, watch)) == 1


class Index:
    """Pages by digest that are all there, and a number of what changed."""

    def __init__(self, *digests: str) -> None:
        self.digests = digests

    def generation(self) -> int:
        return len(self.digests)

    def came_since(self, cursor: int, most: int) -> Came:
        came = self.digests[cursor : cursor + most]
        return Came((), {d: d for d in came}, cursor + len(came), cursor + len(came) < len(self.digests))

    def named(self, digests: Sequence[str]) -> dict[str, str]:
        return {digest: digest for digest in digests}


def noted(watches: Watches, *digests: str) -> None:
    catch_up(watches.file, cast(Asked, Index(*digests)))


def hits(watch: str, digest: str, *begins: int) -> list[Hit]:
    return [Hit(watch, digest, 1, (Span(at, at + 2),)) for at in begins]


def test_what_was_seen_is_each_readers_own(tmp_path: Path) -> None:
    watches = Watches(tmp_path)
    watch = watches.add("甲", "", {}).id
    noted(watches, "d", "e")
    assert watches.finds.put(watch, {"d": 1}, hits(watch, "d", 0, 1, 2)) == 3
    assert watches.finds.put(watch, {"d": 1}, hits(watch, "d", 0, 1, 2)) == 0
    newest = watches.finds.standing(watch)[0].number
    watches.see(watch, "wang", newest)
    assert (watches.counts("wang")[watch].new, watches.counts("li")[watch].new) == (0, 3)
    watches.finds.put(watch, {"e": 2}, hits(watch, "e", 0))
    assert (watches.counts("wang")[watch].new, watches.counts("li")[watch].new) == (1, 4)


def test_what_was_found_since_somebody_looked_is_told_until_they_look(tmp_path: Path) -> None:
    watches = Watches(tmp_path)
    signed = Watching(watches, cast(Asked, Index())).signed
    assert signed(Language.ZH, "wang") == NO_SIGN
    watch = watches.add("甲", "", {}).id
    noted(watches, "d", "e")
    watches.finds.put(watch, {"d": 1}, hits(watch, "d", 0, 1, 2))
    assert signed(Language.ZH, "wang") == {"sign": "3", "told": "关注，3 条新的"}
    assert signed(Language.EN, "li") == {"sign": "3", "told": "Watch, 3 new"}
    watches.look("wang")
    assert signed(Language.ZH, "wang") == NO_SIGN
    assert watches.counts("wang")[watch].new == 3, "it is marked in the list until it is seen"
    assert watches.fresh("li") == 3
    before = watches.changes()
    watches.look("wang")
    assert watches.changes() == before
    watches.finds.put(watch, {"e": 2}, hits(watch, "e", *range(0, 300, 3)))
    assert signed(Language.EN, "wang") == {"sign": "99+", "told": "Watch, 100 new"}
    watches.see(watch, "li", watches.finds.standing(watch)[0].number)
    assert watches.fresh("li") == 0
    watches.finds.put(watch, {"e": 2}, [])
    assert watches.fresh("wang") == 0, "what was withdrawn is no news"


def test_the_list_notes_who_has_it_in_sight(paper: Paper, watched: Watched) -> None:
    watched(who="陈志远")
    watching = Watching(paper.watches, paper.assistant)
    paper.add(school=SCHOOL)
    run(paper.watches, paper.assistant)
    tag = watching.listed(Language.EN, "", True)["tag"]
    assert paper.watches.fresh("") == 1
    assert "1 new" in watching.listed(Language.EN, "", True, tag, looking=True)["rows"]
    assert paper.watches.fresh("") == 0


def test_who_looked_at_an_earlier_state_of_a_page_overwrites_nothing(tmp_path: Path) -> None:
    watches = Watches(tmp_path)
    watch = watches.add("甲", "", {}).id
    noted(watches, "d")
    watches.finds.put(watch, {"d": 2}, hits(watch, "d", 0, 10))
    assert watches.finds.put(watch, {"d": 1}, hits(watch, "d", 20)) == 0
    assert [hit.spans[0].start for hit in watches.finds.standing(watch)] == [10, 0]


def test_a_watch_that_is_deleted_takes_what_it_found_along(tmp_path: Path) -> None:
    watches = Watches(tmp_path)
    watch = watches.add("甲", "", {}).id
    noted(watches, "d", "e")
    watches.finds.put(watch, {"d": 1}, hits(watch, "d", 0))
    assert watches.finds.standing(watch)
    watches.remove(watch)
    assert (watches.all(), watches.finds.standing(watch), watches.finds.due(watch).states) == ((), (), {})
    assert watches.finds.put(watch, {"e": 2}, hits(watch, "e", 0)) == 0, "a run that was under way"


@pytest.mark.parametrize("name", ["", "  ", "字" * (LONGEST + 1), "a\x1b[2J"])
def test_what_is_no_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingError, match=r"is no name of a watch; give 1 to 80 characters"):
        Watches(tmp_path).add(name, "", {})


def test_two_of_one_name_and_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watches = Watches(tmp_path)
    watches.add("甲", "", {})
    with pytest.raises(SettingError, match="there is a watch 甲 already"):
        watches.add(" 甲 ", "", {})
    assert MOST > 100
    monkeypatch.setattr("ui.watches.store.MOST", 1)
    with pytest.raises(SettingError, match="there are 1 watches already; delete one"):
        watches.add("乙", "", {})


def test_a_disk_that_fails_is_one_line(tmp_path: Path) -> None:
    watches = Watches(tmp_path)
    watches.file.path.write_bytes(was := b"no database" * 500)
    with pytest.raises(SettingError, match=r"what is watched cannot be kept in .*watches\.db \(.*\); move it away"):
        watches.all()
    assert watches.file.path.read_bytes() == was


@pytest.mark.model
def test_an_index_built_anew_leaves_them(paper: Paper, watched: Watched) -> None:
    watch = watched(who="陈志远")
    paper.add(school=SCHOOL)
    run(paper.watches, paper.assistant)
    reading(paper.config, [paper.folder], rebuild=True)
    assert run(paper.watches, paper.assistant) == 0
    assert len(quotes(paper, watch)) == 1
