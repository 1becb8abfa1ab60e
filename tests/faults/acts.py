"""What changes an index, each with the index it begins from; and what must hold of it, wherever it was stopped."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rag.config import Config
from rag.corrections import Proposal, ledger_of, proposed
from rag.errors import RagError
from rag.indexing import back_up, build, check_index, correct, delete, open_indexes, restore
from rag.indexing.engines.files import FILE
from rag.indexing.opening import open_store
from rag.reading.apart import Contents
from rag.reading.beside import Beside
from rag.reading.contents import contents
from rag.records import Outcome, Report
from rag.ruled import Ruling, Thing
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import BRIDGE, SCHOOL
from tests.indexing.test_live import MARKET
from ui.keeping.folder import new_part
from ui.keeping.job import Indexing

BASE = {"a.txt": BRIDGE, "b.txt": SCHOOL}
CORRECTED = BRIDGE.replace("大桥", "隧道") + "苏晴雪到场。\n"
UPLOADED = MARKET.replace("新市场", "老市场")

Tell = Callable[[Outcome], None]
State = Mapping[str, object]
"""Page -> all that is known of it but ids."""


@dataclass(frozen=True, slots=True)
class Act:
    """One way to change an index. `whole` says that it is done in one step: afterwards all of it is there, or none."""

    name: str
    do: Callable[[Config, Path, Tell], object]
    base: Callable[[Config, Path], object]
    whole: bool = False


def built(config: Config, paths: list[Path], tell: Tell | None = None, **others: Any) -> Report:
    return build(config, paths, encoder=HashingEncoder(), load_names=lambda: None, tell=tell, **others)


def _pages(config: Config, place: Path) -> None:
    """What will be read lies there, in folders of its own."""
    write_pages(place / "pages", BASE)
    write_pages(place / "more", {"c.txt": MARKET})
    write_pages(place / "corrected", {"a.txt": CORRECTED})
    write_pages(place / "other", {"c.txt": MARKET, "a.txt": CORRECTED})


def _base(config: Config, place: Path) -> None:
    _pages(config, place)
    built(config, [place / "pages"])


def _of_other_rules(config: Config, place: Path) -> None:
    _base(config, place)
    with sqlite3.connect(config.index / FILE) as db:
        db.execute("UPDATE meta SET value = 'of yesterday' WHERE key = 'rules'")
    db.close()


def _grown(config: Config, place: Path) -> None:
    _base(config, place)
    back_up(config, place / "copy")
    built(config, [place / "other"])


def _delete(config: Config, place: Path, tell: Tell) -> None:
    if "b.txt" in state(config):
        delete(config, ["b.txt"])


def _rule(config: Config, place: Path, tell: Tell) -> None:
    """Two rulings, each kept once, and the index brought in line."""
    ledger = ledger_of(config)
    store = open_store(config)
    with store.engine.explained(), store.engine.done():
        reading = store.articles("a.txt")[0]
    known = {entry.id for entry in ledger.entries()}
    title = Proposal(Thing.HEADLINE, Ruling.MEND, was=reading.article.titles, now=("新的标题",))
    for number, wanted in enumerate((title, Proposal(Thing.ARTICLE, Ruling.CONFIRM))):
        if (made := f"ruling{number}") not in known:
            ledger.add(replace(proposed(ledger, reading, wanted), id=made, at="2026-01-02T03:04:05+00:00"))
    correct(config, encoder=HashingEncoder(), load_names=lambda: None)


def _upload(config: Config, place: Path, tell: Tell) -> None:
    """A file that is dropped in the browser; one that arrived before the program ended is read when it runs again."""
    indexing = Indexing(config, place / "pages", lambda c, paths, _: built(c, list(paths), tell), delete)
    if not (place / "pages" / "d.txt").is_file() and not indexing.job().waiting:
        try:
            part = new_part(place / "pages", "drop12345")
            part.write_text(UPLOADED, encoding="utf-8")
            indexing.land(part, "d.txt")
        except OSError:  # which whoever takes files in tells the browser
            return
    indexing.begin()
    indexing.wait()


ACTS = (
    Act("indexing", lambda c, p, tell: built(c, [p / "pages"], tell), _pages),
    Act("adding", lambda c, p, tell: built(c, [p / "more"], tell), _base),
    Act("correcting", lambda c, p, tell: built(c, [p / "corrected"], tell), _base),
    Act("ruling", _rule, _base),
    Act("deleting", _delete, _base, whole=True),
    Act("building anew", lambda c, p, tell: built(c, [p / "other"], tell, rebuild=True), _base, whole=True),
    Act("renewing", lambda c, p, tell: built(c, [], tell), _of_other_rules, whole=True),
    Act("restoring", lambda c, p, tell: restore(c, p / "copy"), _grown, whole=True),
    Act("uploading", _upload, _base),
)


@contextmanager
def one_line() -> Iterator[None]:
    """Whatever is expected to go wrong inside is told in one line, or nothing does."""
    told = ""
    try:
        yield
    except RagError as error:
        told = str(error)
    assert "\n" not in told


@contextmanager
def small_steps() -> Iterator[None]:
    """Every page is a batch of its own, and files are read in this process: a fork of it must not share the other one."""
    module, page = sys.modules["rag.indexing.build"], sys.modules["rag.reading.page"]
    usual = module.TOGETHER, page.read_apart  # type: ignore[attr-defined]
    module.TOGETHER, page.read_apart = 1, _read_here  # type: ignore[attr-defined]
    try:
        yield
    finally:
        module.TOGETHER, page.read_apart = usual  # type: ignore[attr-defined]


def _read_here(data: bytes, suffix: str) -> Contents:
    told = contents(data, suffix)
    return Contents(told["text"], Beside(told["issued"], told["paper"]))


class Scene:
    """An act with the index before and after it, made once; `again` gives a fresh copy of the one before."""

    def __init__(self, act: Act, place: Path) -> None:
        self.act, self._place = act, place
        self._begins = place / "before"
        self._begins.mkdir(parents=True)
        act.base(Config(index=self._begins / "index"), self._begins)
        self.before = state(Config(index=self._begins / "index"))
        config, now = self.again()
        act.do(config, now, lambda outcome: None)
        self.after = state(config)
        assert self.after != self.before or act.name == "renewing"

    def again(self) -> tuple[Config, Path]:
        """The index as it was before, in a folder of its own."""
        now = self._place / "now"
        shutil.rmtree(now, ignore_errors=True)
        shutil.copytree(self._begins, now)
        self._moved(now)
        return Config(index=now / "index"), now

    def holds(self, config: Config, now: Path, told: set[str]) -> None:
        """Everything that must hold after the act was stopped somewhere; `told` are the pages said to be stored."""
        mended(config)
        found = state(config)
        for page in {*self.before, *self.after, *found}:
            may_be = [s.get(page) for s in (self.before, self.after)]
            assert found.get(page) in may_be, f"{page} is neither as it was nor as it is to be"
        if self.act.whole:
            assert found in (self.before, self.after), "only a part was done"
        assert all(found.get(page) == self.after[page] for page in told), "a page that was told is not there"
        self.act.do(config, now, lambda outcome: None)
        mended(config)
        assert state(config) == self.after, "the act does not come to its end"
        assert not list(config.index.rglob("*.part"))

    def _moved(self, now: Path) -> None:
        """The folder that was read last moves along."""
        if (now / "index" / FILE).is_file():
            with sqlite3.connect(now / "index" / FILE) as db:
                db.execute("UPDATE meta SET value = ? WHERE key = 'folder'", (str(now / "pages"),))
            db.close()


def state(config: Config) -> State:
    """All pages with what was drawn from them; none where there is no index yet."""
    if not (config.index / FILE).is_file() or not _has_tables(config):
        return {}
    indexes = open_indexes(config, HashingEncoder())
    with indexes.store.engine.done():
        return {
            r.page.name: (
                r.page,
                [x for x in indexes.store.readings() if x.page.name == r.page.name],
                [(p.article, p.number, p.text, p.mentions) for p in indexes.store.passages_of(r.page.name)],
            )
            for r in indexes.store.readings()
        }


def _has_tables(config: Config) -> bool:
    db = sqlite3.connect(config.index / FILE)
    try:
        return db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
    finally:
        db.close()


def mended(config: Config) -> None:
    """What opening mends is mended, and then the index is whole, its vectors those of its passages and no others."""
    if not (config.index / FILE).is_file() or not _has_tables(config):
        return
    indexes = open_indexes(config, HashingEncoder())
    with indexes.store.engine.done():
        assert sorted(indexes.dense.ids().tolist()) == sorted(indexes.store.passage_ids())  # type: ignore[attr-defined]
        for page in indexes.store.digests():
            for passage in indexes.store.passages_of(page)[-1:]:
                words = indexes.words.cut(passage.text)
                assert passage.id in dict(indexes.lexical.search(words, 99)), f"{page} is not found"
    assert check_index(config).faults == ()
