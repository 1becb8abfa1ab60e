"""Building, by what becomes of each file and by what the index holds afterwards."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from rag.config import Config
from rag.errors import IndexUnusableError, RagError
from rag.indexing import kept, open_indexes
from rag.indexing.engines.sqlite_lock import building
from rag.records import Layout, Outcome, OutcomeKind, Page, Report
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import BRIDGE, SCHOOL, Build


def fates(report: Report) -> dict[str, str]:
    return {o.name: o.kind.value for o in report.outcomes}


def texts(config: Config) -> list[str]:
    return [p.text for p in open_indexes(config, HashingEncoder()).store.passages_where("ORDER BY p.id")]


def assert_consistent(config: Config) -> None:
    """Every passage is in both indexes, at its own text, and nothing else is."""
    indexes = open_indexes(config, HashingEncoder())
    passages = {p.id: p for p in indexes.store.passages_where("ORDER BY p.id")}
    assert len(indexes.dense) == len(passages)
    for ids, vectors in indexes.store.vectors():
        for i, vector in zip(ids, vectors, strict=True):
            assert i in [found for found, score in indexes.dense.search(vector, 3) if score == pytest.approx(1.0)]
    for i, passage in passages.items():
        words = indexes.words.cut(passage.text)
        assert not words or i in [found for found, _ in indexes.lexical.search(words, len(passages))]
    rows = {row[0] for row in indexes.store.db.execute("SELECT passage FROM cuts")}
    assert rows == set(passages)


def test_first_build(built: Build, folder: Path, config: Config) -> None:
    report = built(folder)
    assert fates(report) == {"a.txt": "added", "b.txt": "added"}
    assert report.pages == 2
    assert report.passages == len(texts(config))
    assert "校园里书声琅琅。" in texts(config)
    assert_consistent(config)


def test_folder_read_last_is_remembered_as_long_as_it_is_there(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    built([folder / "a.txt"])
    store = open_indexes(config, HashingEncoder()).store
    assert kept.folder(store) == folder
    folder.rename(folder.with_name("elsewhere"))
    assert kept.folder(store) is None


def test_unchanged_pages_are_neither_read_into_models_nor_encoded(built: Build, folder: Path) -> None:
    built(folder)
    encoder = HashingEncoder()
    report = built(folder, encoder=encoder, load_names=lambda: pytest.fail("the name model was loaded"))
    assert fates(report) == {"a.txt": "skipped", "b.txt": "skipped"}
    assert encoder.encoded == []


def test_a_changed_page_is_replaced(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    write_pages(folder, {"a.txt": BRIDGE.replace("大桥", "隧道")})
    assert fates(built(folder)) == {"a.txt": "replaced", "b.txt": "skipped"}
    assert not [t for t in texts(config) if "大桥" in t]
    assert_consistent(config)


def test_a_page_that_is_gone_stays_until_it_is_deleted(built: Build, folder: Path) -> None:
    built(folder)
    (folder / "a.txt").unlink()
    assert built(folder).pages == 2


def test_the_same_content_under_two_names_is_indexed_once(built: Build, folder: Path, config: Config) -> None:
    write_pages(folder, {"c.txt": SCHOOL})
    report = built(folder)
    assert report.outcomes[-1] == Outcome("c.txt", OutcomeKind.SKIPPED, "same content as b.txt", "b.txt")
    assert texts(config).count("校园里书声琅琅。") == 1


def test_a_page_may_take_another_s_former_content(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    write_pages(folder, {"a.txt": BRIDGE.replace("大桥", "隧道"), "c.txt": BRIDGE})
    assert fates(built(folder)) == {"a.txt": "replaced", "b.txt": "skipped", "c.txt": "added"}
    assert_consistent(config)


@pytest.mark.parametrize(
    ("content", "kind", "says"),
    [
        pytest.param(b"", OutcomeKind.EMPTY, "empty", id="empty"),
        pytest.param(b" \n\t ", OutcomeKind.EMPTY, "empty", id="white space"),
        pytest.param(bytes(range(256)) * 8, OutcomeKind.FAILED, "text", id="not text"),
    ],
)
def test_a_page_that_cannot_be_read_is_reported_and_the_others_are_indexed(
    built: Build, folder: Path, config: Config, content: bytes, kind: OutcomeKind, says: str
) -> None:
    (folder / "bad.txt").write_bytes(content)
    report = built(folder)
    bad = next(o for o in report.outcomes if o.name == "bad.txt")
    assert bad.kind is kind
    assert says in bad.why
    assert "\n" not in bad.why
    assert report.pages == 2
    assert_consistent(config)


def test_nothing_readable_is_an_error_with_the_reason(built: Build, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(RagError, match=r"no page could be indexed: empty\.txt"):
        built(tmp_path / "empty.txt")


def test_a_page_in_gb18030_is_the_same_page(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    (folder / "gb.txt").write_bytes(SCHOOL.replace("望湖", "观海").encode("gb18030"))
    built(folder)
    assert "9月1日，李文斌走访观海小学。" in "".join(texts(config))
    (folder / "b.txt").write_bytes(SCHOOL.encode("gb18030"))
    assert fates(built(folder))["b.txt"] == "skipped"


def test_names_found_later_are_cut_whole_in_earlier_pages_too(built: Build, config: Config, tmp_path: Path) -> None:
    """A page that never calls 沐晴雪 by office is found by the name that another page gives away."""
    built(write_pages(tmp_path / "one", {"a.txt": "春耕\n　　本报讯 田里沐晴雪等人在插秧。\n"}))
    store = open_indexes(config, HashingEncoder()).store
    store.db.execute("INSERT INTO names(name) VALUES ('沐晴雪')")
    article = store.db.execute("SELECT id FROM articles").fetchone()[0]
    store.db.execute("INSERT INTO named(article, name) VALUES (?, '沐晴雪')", (article,))
    built(write_pages(tmp_path / "two", {"b.txt": SCHOOL}))
    indexes = open_indexes(config, HashingEncoder())
    found = indexes.store.passages([i for i, _ in indexes.lexical.search(["沐晴雪"], 5)])
    assert [p.page for p in found.values()] == ["a.txt"]


def test_progress_counts_up_to_its_totals(built: Build, folder: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    report = built(folder, progress=lambda *step: seen.append(step))
    assert [s for s in seen if s[0] == "reading"] == [("reading", 0, 2), ("reading", 1, 2), ("reading", 2, 2)]
    assert [s for s in seen if s[0] == "encoding"] == [("encoding", n, report.passages) for n in (0, report.passages)]
    assert seen[-2:] == [("storing", 0, 2), ("storing", 2, 2)]
    assert all(done <= total for _, done, total in seen)


class Dies(HashingEncoder):
    """Encodes one batch and is killed in the second."""

    def passages(self, texts):  # type: ignore[no-untyped-def]
        if self.encoded:
            raise KeyboardInterrupt
        return super().passages(texts)


def test_a_build_killed_between_pages_leaves_whole_pages(
    built: Build, folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["rag.indexing.build"], "TOGETHER", 1)
    with pytest.raises(KeyboardInterrupt):
        built(folder, encoder=Dies())
    assert list(open_indexes(config, HashingEncoder()).store.digests()) == ["a.txt"]
    assert_consistent(config)
    assert fates(built(folder)) == {"a.txt": "skipped", "b.txt": "added"}
    assert_consistent(config)


def test_a_process_killed_while_it_writes_leaves_whole_pages(built: Build, folder: Path, config: Config) -> None:
    built(folder / "a.txt")
    script = f"""
import os
from pathlib import Path
from rag.indexing.engines.sqlite import SqliteEngine
from rag.indexing.store import Store
from rag.indexing.writing import remove_page
store = Store(SqliteEngine(Path({str(config.index)!r})))
store.db.execute("BEGIN IMMEDIATE")
remove_page(store, "a.txt")
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 9
    assert_consistent(config)
    assert fates(built(folder)) == {"a.txt": "skipped", "b.txt": "added"}


def test_two_builds_at_once(built: Build, folder: Path, config: Config) -> None:
    with building(config.index), pytest.raises(IndexUnusableError, match="another process is changing the index"):
        built(folder)
    assert fates(built(folder)) == {"a.txt": "added", "b.txt": "added"}


def test_a_reader_keeps_its_index_while_another_is_written(built: Build, folder: Path, config: Config) -> None:
    built(folder / "a.txt")
    before = open_indexes(config, HashingEncoder())
    built(folder)
    assert before.generation < open_indexes(config, HashingEncoder()).generation
    hits = before.dense.search(np.ones(64, np.float32), 50)
    assert {p.page for p in before.store.passages([i for i, _ in hits]).values()} == {"a.txt"}


def test_the_vectors_copy_is_brought_up_to_date_by_what_changed(
    built: Build, folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is replaced, another comes: the earlier copy is taken on, and no stored vector is read again."""
    built(folder)
    copy = sys.modules["rag.indexing.engines.faiss_copy"]
    monkeypatch.setattr(copy, "_from_store", lambda store: pytest.fail("every vector was read again"))
    write_pages(folder, {"a.txt": BRIDGE.replace("大桥", "隧道"), "c.txt": BRIDGE})
    built(folder)
    assert_consistent(config)


def test_each_text_is_encoded_once(built: Build, tmp_path: Path, config: Config) -> None:
    encoder = HashingEncoder()
    built(
        write_pages(tmp_path / "two", {"a.txt": SCHOOL, "b.txt": SCHOOL + "　　东江大桥建成通车。\n"}), encoder=encoder
    )
    assert len(encoder.encoded) == len(set(encoder.encoded))
    assert_consistent(config)


def test_what_the_encoder_raises_ends_the_build(built: Build, folder: Path) -> None:
    class Fails(HashingEncoder):
        def passages(self, texts):  # type: ignore[no-untyped-def]
            raise RagError("the model is gone", "bring it back")

    with pytest.raises(RagError, match="the model is gone"):
        built(folder, encoder=Fails())
    assert fates(built(folder)) == {"a.txt": "added", "b.txt": "added"}


def test_rebuilding_starts_afresh(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    assert fates(built(folder / "b.txt", rebuild=True)) == {"b.txt": "added"}
    assert_consistent(config)


def test_a_page_that_trips_the_program_fails_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pages").mkdir()
    for name in ("bad", "good"):
        text = f"海州市{name}日报\n\n陈志远调研港口\n\n5月6日，市长陈志远到港口调研。"
        (tmp_path / "pages" / f"{name}.txt").write_text(text, encoding="utf-8")
    module = sys.modules["rag.indexing.build"]  # the package's face has a function of that name
    real = module.segment

    def trips(page: Page) -> Layout:
        if page.name == "bad.txt":
            raise ZeroDivisionError("division by zero")
        return real(page)

    monkeypatch.setattr(module, "segment", trips)
    report = module.build(
        Config(index=tmp_path / "index"), [tmp_path / "pages"], encoder=HashingEncoder(), load_names=lambda: None
    )
    assert [(o.name, o.kind) for o in report.outcomes] == [
        ("bad.txt", OutcomeKind.FAILED),
        ("good.txt", OutcomeKind.ADDED),
    ]
    assert "ZeroDivisionError" in report.outcomes[0].why
