"""An index that other rules built is asked until its pages, all of them, were read again; the two are never mixed."""

from __future__ import annotations

import ast
import re
import shutil
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from rag.answered import Verdict
from rag.config import Config
from rag.errors import IndexUnusableError
from rag.indexing import build, check_index, delete, faithful, kept, open_indexes
from rag.indexing.engines.files import FILE
from rag.indexing.engines.sqlite import SqliteEngine
from rag.indexing.engines.sqlite_anew import FOLDER
from rag.indexing.opening import open_store
from rag.indexing.rules import KEEPING, MODULES, ROOMS, SHAPELESS, rules
from rag.indexing.store import Store
from rag.records import Outcome, OutcomeKind
from rag.tables import rows
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import BRIDGE, SCHOOL, Build
from tests.indexing.test_live import MARKET, SCHOOL_QUESTION, opened
from ui.keeping.job import Indexing

ROOT = Path(__file__).resolve().parents[2] / "rag"
AGAIN = "read again by the rules of this version"


def of_other_rules(config: Config, rule: str = "of yesterday") -> None:
    with sqlite3.connect(config.index / FILE) as db:
        db.execute("UPDATE meta SET value = ? WHERE key = 'rules'", (rule,))
    db.close()


def states(config: Config) -> tuple[list[str], bool]:
    """The pages, and whether the rules of today built them."""
    store = open_store(config)
    with store.engine.done():
        return list(store.digests()), store.meta("rules") == rules()


def test_asking_goes_on_and_says_so(
    built: Build, folder: Path, config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    built(folder)
    of_other_rules(config)
    with opened(config) as assistant:
        assert assistant.outdated()
        assert assistant.ask(SCHOOL_QUESTION).verdict is Verdict.ANSWERED
    assert re.search("other rules built the index in .*; wenzheng index reads its pages again", caplog.text)


def test_characters_that_other_rules_read_otherwise_are_no_damage(built: Build, folder: Path, config: Config) -> None:
    """As where a passage is of a page in other characters, which one version takes for others than the next."""
    built(folder)
    store = open_store(config)
    page = next(store.pages())
    read = [replace(p, text=p.text.replace("检", "檢")) for p in store.passages_of(page.name)]
    with pytest.raises(IndexUnusableError, match="is damaged"):
        faithful(store, page, read)
    of_other_rules(config)
    faithful(store, page, read)
    assert check_index(config).whole


def test_every_page_is_read_again_before_anything_is_added(
    built: Build, folder: Path, config: Config, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """One by its file, one whose file is gone by its words; then the new one."""
    built(folder)
    of_other_rules(config)
    (folder / "b.txt").unlink()
    encoder, told = HashingEncoder(), list[Outcome]()
    report = built(write_pages(tmp_path / "more", {"c.txt": MARKET}), encoder=encoder, tell=told.append)
    assert [(o.name, o.kind.value, o.why) for o in report.outcomes] == [
        ("a.txt", "replaced", AGAIN),
        ("b.txt", "replaced", AGAIN),
        ("c.txt", "added", ""),
    ]
    assert told == list(report.outcomes)
    assert len(encoder.encoded) == report.passages
    assert states(config) == (["a.txt", "b.txt", "c.txt"], True)
    assert check_index(config).whole
    assert "its pages are read again, and it is asked until they are" in caplog.text
    assert [o.kind for o in built(folder).outcomes] == [OutcomeKind.SKIPPED]


def test_without_files_only_what_is_there_is_read_again(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    delete(config, ["a.txt"])
    of_other_rules(config)
    built([])
    assert states(config) == (["b.txt"], True)


def test_what_was_not_drawn_from_pages_is_kept(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    with opened(config) as assistant:
        answer = assistant.ask(SCHOOL_QUESTION)
        assistant.rate(SCHOOL_QUESTION, answer, True)
    of_other_rules(config)
    built([])
    store = open_indexes(config, HashingEncoder()).store
    assert kept.folder(store) == folder
    assert kept.own_folder(store)
    assert store.db.execute("SELECT question, liked FROM ratings").fetchall() == [(SCHOOL_QUESTION, 1)]


def test_a_copy_does_not_own_the_folder_that_the_other_read(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    copy = shutil.copytree(config.index, config.index.with_name("copy"))
    assert kept.folder(Store(SqliteEngine(copy))) == folder
    assert not kept.own_folder(Store(SqliteEngine(copy)))
    assert kept.own_folder(Store(SqliteEngine(config.index)))


def test_the_old_one_serves_until_the_new_one_is_complete(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    of_other_rules(config)
    seen: list[tuple[int, Verdict]] = []

    class Asks(HashingEncoder):
        def passages(self, texts):  # type: ignore[no-untyped-def]
            seen.append((len(assistant.pages()), assistant.ask(SCHOOL_QUESTION).verdict))
            return super().passages(texts)

    with opened(config) as assistant:
        built([], encoder=Asks())
        assert not assistant.outdated()
        assert assistant.ask(SCHOOL_QUESTION).verdict is Verdict.ANSWERED
    assert seen
    assert set(seen) == {(2, Verdict.ANSWERED)}


def test_stopped_on_the_way_the_old_one_is_there(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    of_other_rules(config)

    class Dies(HashingEncoder):
        def passages(self, texts):  # type: ignore[no-untyped-def]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        built(folder, encoder=Dies())
    assert states(config) == (["a.txt", "b.txt"], False)
    (config.index / FOLDER).mkdir()  # as where nobody could tidy up
    built(folder)
    assert states(config) == (["a.txt", "b.txt"], True)
    assert not (config.index / FOLDER).exists()


def test_a_page_in_the_browser_renews_what_there_is_and_no_more(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    of_other_rules(config)
    write_pages(folder, {"c.txt": MARKET})
    indexing = Indexing(config, folder, lambda c, paths, _: built(list(paths)), delete)
    indexing.begin(renew=True)
    indexing.wait()
    job = indexing.job()
    assert (job.running, job.problem, job.fates) == (False, "", ())
    assert states(config) == (["a.txt", "b.txt"], True)


def test_a_file_that_cannot_be_read_any_more_costs_no_page(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    of_other_rules(config)
    (folder / "a.txt").write_bytes(b"")
    assert [o.kind.value for o in built(folder).outcomes] == ["replaced", "replaced"]
    store = open_store(config)
    assert [page.text for page in store.pages()] == [BRIDGE, SCHOOL]


def test_other_settings_are_refused_as_ever(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    of_other_rules(config)
    with pytest.raises(IndexUnusableError, match="was built with the model"):
        build(replace(config, model="another/model"), [folder], encoder=HashingEncoder(), load_names=lambda: None)


@pytest.mark.parametrize(
    "changed", ["reading/page.py", "understanding/acts.py", "indexing/passages.py", "data/offices.tsv"]
)
def test_whatever_shapes_an_index_makes_other_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    copy = tmp_path / "rag"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns("__pycache__", "*.onnx"))
    module = sys.modules["rag.indexing.rules"]
    monkeypatch.setattr(module, "files", lambda package: copy)
    before = rules.__wrapped__()
    (copy / "data" / "phrases.tsv").write_text("# nothing\n", encoding="utf-8")
    (copy / "indexing" / "checking.py").write_text("\n", encoding="utf-8")
    assert rules.__wrapped__() == before
    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert rules.__wrapped__() != before


def test_lists_said_to_be_for_questions_alone_are_named_in_no_room_that_shapes_an_index() -> None:
    shaping = [
        p for room in ROOMS if (ROOT / room).is_dir() for p in (ROOT / room).rglob("*.py") if p.name != "rules.py"
    ]
    text = "\n".join(p.read_text(encoding="utf-8") for p in (*shaping, *(ROOT / m for m in MODULES)))
    text += (ROOT / "data" / "word_lists.tsv").read_text(encoding="utf-8")
    stems = [name.removesuffix(".tsv") for name, *_ in rows("only_asking.tsv")]
    assert [s for s in stems if re.search(rf"\"{re.escape(s)}(\.tsv)?\"|^{re.escape(s)}\t", text, re.MULTILINE)] == []
    assert all((ROOT / "data" / name).is_file() for name, *_ in rows("only_asking.tsv"))
    assert all(any((ROOT / room / name).exists() for room in ROOMS[-2:]) for name in KEEPING)


def test_what_the_shaping_rooms_use_shapes_the_number_or_is_said_to_shape_nothing() -> None:
    known = {f"{room}" for room in ROOMS} | {name.removesuffix(".py") for name in (*MODULES, *SHAPELESS)}
    used = {
        module.split(".")[1]
        for room in ROOMS
        for file in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (module := node.module or "").startswith("rag.")
    }
    assert used <= known
    assert all((ROOT / name).exists() for name in (*MODULES, *SHAPELESS))
