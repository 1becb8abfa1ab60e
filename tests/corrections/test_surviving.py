"""Two hundred rulings of all kinds through everything that may become of an index and its pages."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from rag.config import Config
from rag.corrections import ledger_of
from rag.errors import RagError
from rag.indexing import build, check_index, delete, rule, rulings, undo
from rag.indexing.engines.chosen import engine_of
from rag.indexing.store import Store
from rag.records import Reading, Report
from tests.corrections.conftest import Desk
from tests.corrections.many import page, proposals
from tests.fakes import write_pages
from ui.keeping.folder import new_part
from ui.keeping.job import Indexing

RULINGS, PAGES, ROUND = 200, 24, 20
KINDS = 24


def held(desk: Desk) -> list[tuple[object, ...]]:
    """All that the index tells, article by article."""
    return [(r.page.name, r.article, r.understood) for r in desk.readings()]


def in_words(desk: Desk) -> list[tuple[object, ...]]:
    """The same without where it stands on the page."""
    return [
        (
            r.page.name,
            r.article.number,
            r.article.title,
            sorted((p.name, p.role) for p in r.understood.people),
            sorted(r.understood.places),
            r.understood.when.value,
            [(e.actors, e.action, e.target, e.places, e.when.value, e.entry) for e in r.understood.events],
        )
        for r in desk.readings()
    ]


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Counter[str]]:
    """An index of many pages with two hundred rulings on it, and how many of each kind these are."""
    folder = tmp_path_factory.mktemp("ruled")
    random = Random(18)
    texts = {f"p{k:02}.txt": page(random, k + 1) for k in range(PAGES)}
    desk = Desk(Config(index=folder / "index"), write_pages(folder / "pages", texts))
    desk.build()
    kinds: Counter[str] = Counter()
    while kinds.total() < RULINGS:
        _some_more(desk, random, kinds)
    for one in random.sample(rulings(desk.config), 10):
        with suppress(RagError):  # it stands under another already
            undo(desk.config, one.entry.id)
    desk.correct()
    return folder, kinds


def _some_more(desk: Desk, random: Random, kinds: Counter[str]) -> None:
    """One more ruling on an article of each of several pages, of kinds that are rare so far."""
    by_page: dict[str, list[Reading]] = {}
    for reading in desk.readings():
        by_page.setdefault(reading.page.name, []).append(reading)
    for name in random.sample(sorted(by_page), min(ROUND, RULINGS - kinds.total())):
        reading = random.choice(by_page[name])
        others = [r.article.number for r in by_page[name] if r is not reading]
        offered = proposals(random, reading, others)
        kind = min(random.sample(sorted(offered), min(6, len(offered))), key=lambda one: kinds[one])
        with suppress(RagError):
            rule(desk.config, name, reading.article.number, offered[kind]())
            kinds[kind] += 1
    desk.correct()


@pytest.fixture
def copied(ruled: tuple[Path, Counter[str]], tmp_path: Path) -> Desk:
    """The same, to do with what one likes."""
    shutil.copytree(ruled[0], tmp_path / "own")
    return Desk(Config(index=tmp_path / "own" / "index"), tmp_path / "own" / "pages")


def test_there_are_two_hundred_of_all_kinds(ruled: tuple[Path, Counter[str]], copied: Desk) -> None:
    kinds = ruled[1]
    assert kinds.total() == RULINGS
    assert len(kinds) == KINDS, kinds
    assert min(kinds.values()) >= 3, kinds
    told = Counter(one.fate.value for one in rulings(copied.config))
    assert told["page_gone"] == 0
    assert told["open"] == 0
    assert check_index(copied.config).whole


def _rebuilt(desk: Desk) -> None:
    desk.build(rebuild=True)


def _deleted_and_built(desk: Desk) -> None:
    shutil.rmtree(desk.config.index)
    desk.build()


def _pages_gone_and_back(desk: Desk) -> None:
    names = [f"p{k:02}.txt" for k in range(0, PAGES, 3)]
    desk.delete(*names)
    assert {one.entry.page for one in rulings(desk.config) if one.fate.value == "page_gone"} <= set(names)
    desk.build()


def _dropped_again(desk: Desk) -> None:
    """As whoever drops the files in the browser does: once on the pages that are there, once after these were deleted."""

    def read(config: Config, paths: Sequence[Path], *given: object, **within: Path) -> Report:
        return build(config, paths, encoder=desk.encoder, load_names=lambda: None, **within)

    def delete_pages(config: Config, names: Sequence[str]) -> tuple[str, ...]:
        return delete(config, names, encoder=desk.encoder, load_names=lambda: None)

    indexing = Indexing(desk.config, desk.pages, read, delete_pages)
    texts = {path.name: path.read_bytes() for path in sorted(desk.pages.glob("*.txt"))}
    for gone in (False, True):
        if gone:
            indexing.delete(*texts)
            assert (desk.readings(), list(desk.pages.glob("*.txt"))) == ([], [])
            assert {one.fate.value for one in rulings(desk.config)} <= {"page_gone", "replaced", "undone", "undoes"}
        for name, text in texts.items():
            part = new_part(desk.pages, f"drop{gone:d}")
            part.write_bytes(text)
            assert indexing.land(part, name) == name
        indexing.begin()
        indexing.wait()
        assert (indexing.job().problem, indexing.job().waiting) == ("", ())
        assert {path.name: path.read_bytes() for path in desk.pages.glob("*.txt")} == texts


def _by_another_version(desk: Desk) -> None:
    store = Store(engine_of(desk.config))
    with store.engine.done():
        store.set_meta(rules="those of an earlier version")
    desk.build()


def _read_again(desk: Desk) -> None:
    desk.build()
    assert desk.correct() == ()


@pytest.mark.parametrize(
    "becomes",
    [_rebuilt, _deleted_and_built, _pages_gone_and_back, _dropped_again, _by_another_version, _read_again],
    ids=["rebuilt", "index deleted", "pages deleted and back", "dropped again", "another version", "read again"],
)
def test_everything_is_told_as_it_was_ruled(copied: Desk, becomes: object) -> None:
    before, fates = held(copied), Counter(one.fate for one in rulings(copied.config))
    becomes(copied)  # type: ignore[operator]
    assert held(copied) == before
    assert Counter(one.fate for one in rulings(copied.config)) == fates
    assert check_index(copied.config).whole


def test_pages_that_come_in_another_version_take_their_rulings_along(copied: Desk) -> None:
    before = in_words(copied)
    for path in sorted(copied.pages.glob("*.txt"))[::2]:
        path.write_text("\n" + path.read_text(encoding="utf-8").replace("海州日报\n", "海州日报 \n"), encoding="utf-8")
    copied.build()
    assert in_words(copied) == before
    told = Counter(one.fate.value for one in rulings(copied.config))
    assert told["open"] == 0
    assert told["moved"] >= RULINGS / 4


def test_what_a_new_version_says_no_more_is_left_open_and_nothing_else_is_touched(copied: Desk) -> None:
    path = copied.pages / "p00.txt"
    own = {one.entry.id for one in rulings(copied.config) if one.entry.page == "p00.txt" and one.fate.value == "holds"}
    before = [row for row in in_words(copied) if row[0] != "p00.txt"]
    path.write_text(
        "海州日报\n2022年5月2日 第1版\n\n果园开园\n\n　　本报讯（记者 方宁）农业局局长李晓东到果园考察。\n",
        encoding="utf-8",
    )
    copied.build()
    assert {one.entry.id for one in rulings(copied.config) if one.fate.value == "open"} == own
    assert [row for row in in_words(copied) if row[0] != "p00.txt"] == before
    assert all(not r.understood.ruled for r in copied.readings() if r.page.name == "p00.txt")


def test_a_page_under_another_name_keeps_its_rulings(copied: Desk) -> None:
    before = [row[1:] for row in in_words(copied) if row[0] == "p01.txt"]
    copied.delete("p01.txt")
    (copied.pages / "p01.txt").rename(copied.pages / "renamed.txt")
    copied.build()
    assert [row[1:] for row in in_words(copied) if row[0] == "renamed.txt"] == before


def test_undoing_all_gives_what_the_pages_give_alone(copied: Desk, tmp_path: Path) -> None:
    ledger = ledger_of(copied.config)
    while holding := ledger.active():
        for entry in holding:
            ledger.undo(entry.id)
    copied.correct()
    plain = Desk(Config(index=tmp_path / "plain"), copied.pages)
    plain.build()
    assert held(copied) == held(plain)


def test_an_index_copied_without_its_ledger_goes_on_showing_what_it_shows(copied: Desk, tmp_path: Path) -> None:
    before = held(copied)
    shutil.copytree(copied.config.index, tmp_path / "alone")
    alone = Desk(Config(index=tmp_path / "alone"), copied.pages)
    alone.build()
    assert held(alone) == before
