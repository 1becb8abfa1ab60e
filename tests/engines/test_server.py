"""What goes wrong with a server is told in one line, and nothing that was acknowledged is lost."""

from __future__ import annotations

import random
import threading
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

import pytest

from rag.config import Config
from rag.errors import IndexUnusableError, RagError, SettingError
from rag.indexing import Store, check_index, open_indexes
from rag.indexing.engines.chosen import engine_of
from tests.engines.conftest import built, seen
from tests.engines.pages import page
from tests.engines.postgres import Server
from tests.engines.writer import begun
from tests.fakes import HashingEncoder, write_pages

WRITERS, EACH, KILLS = 8, 30, 20
PATIENCE = 180
"""Seconds in which a busy machine has begun to write, or goes on with it."""


@pytest.fixture
def config(server: Server) -> Config:
    return Config(store=server.fresh())


def one_line(error: RagError) -> str:
    assert "\n" not in str(error)
    return str(error)


def refused(url: str) -> str:
    with pytest.raises(IndexUnusableError) as told:
        open_indexes(Config(store=url), HashingEncoder())
    assert "secret" not in one_line(told.value)
    return str(told.value)


def test_without_a_server(tmp_path: Path) -> None:
    pytest.importorskip("pg8000", reason="the extra [server] brings the driver")
    told = refused(f"postgresql://me:secret@/index?host={quote(str(tmp_path))}")
    assert "postgresql://me@/index does not answer" in told
    assert "start it, or name another with --store" in told


def test_a_server_of_another_kind() -> None:
    with pytest.raises(SettingError, match="oracle is no server that keeps an index; name postgresql://"):
        engine_of(Config(store="oracle://here"))


def test_no_such_database(server: Server) -> None:
    assert "createdb" in refused(server.url("nowhere"))


def test_no_index_in_the_database(config: Config) -> None:
    assert "there is no index in postgresql://postgres@/" in refused(config.store)


def test_a_wrong_password(server: Server, config: Config) -> None:
    with server.asking_for_passwords("visitor", "right"):
        url = config.store.replace("postgres:@", "visitor:secret@")
        assert "see that user and password in --store are right" in refused(url)


def test_whoever_may_not_make_tables(server: Server, config: Config, tmp_path: Path) -> None:
    server.run("CREATE ROLE guest LOGIN")
    url = config.store.replace("postgres:@", "guest:@")
    with pytest.raises(IndexUnusableError, match="let the user of --store create tables there") as told:
        built(Config(store=url), write_pages(tmp_path, {"001.txt": page(1)}))
    one_line(told.value)


def test_a_server_that_only_reads(server: Server, config: Config, tmp_path: Path) -> None:
    built(config, write_pages(tmp_path, {"001.txt": page(1)}))
    server.run(f"ALTER DATABASE {config.store.split('/')[3].split('?')[0]} SET default_transaction_read_only = on")
    assert list(seen(config).store.digests()) == ["001.txt"]
    with pytest.raises(IndexUnusableError, match="name the server that may be written to"):
        built(config, write_pages(tmp_path, {"002.txt": page(2)}))


def test_an_old_server(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    from rag.indexing.engines import postgres_connection

    monkeypatch.setattr(postgres_connection, "OLDEST", 99)
    assert "use one of release 99 or newer" in refused(config.store)


def test_a_connection_cut_in_the_middle_of_a_page(server: Server, config: Config, tmp_path: Path) -> None:
    built(config, write_pages(tmp_path, {"001.txt": page(1)}))
    store = Store(engine_of(config))

    def cut() -> None:
        with store.engine.explained(), store.engine.transaction():
            store.set_meta(half="a page")
            (own,) = store.db.execute("SELECT pg_backend_pid()").fetchone()
            server.run(f"SELECT pg_terminate_backend({own})")
            store.set_meta(half="another")

    with pytest.raises(IndexUnusableError, match="pages told as added are kept") as told:
        cut()
    one_line(told.value)
    assert (store.meta("half"), list(store.digests())) == (None, ["001.txt"])


def test_a_reader_goes_on_after_the_server_was_killed(server: Server, config: Config, tmp_path: Path) -> None:
    built(config, write_pages(tmp_path, {"001.txt": page(1)}))
    store = seen(config).store
    server.kill()
    server.begin_again()
    with store.engine.explained(), store.engine.snapshot():
        assert list(store.digests()) == ["001.txt"]


def test_no_page_that_was_told_is_lost(server: Server, config: Config, tmp_path: Path) -> None:
    """Eight writers, two readers, kills of writers and of the server: every page once, and whole."""
    folders = [
        write_pages(tmp_path / f"{w}", {f"{w}{k:02}.txt": page(WRITERS * k + w) for k in range(EACH)})
        for w in range(WRITERS)
    ]
    told = tmp_path / "told"
    told.touch()
    built(config, write_pages(tmp_path / "first", {"first.txt": page(995)}))
    stop = threading.Event()
    readers = [_Reader(config, stop) for _ in range(2)]
    writers = [begun(config, folder, told, 2 * PATIENCE) for folder in folders]
    try:
        _kill(server, config, folders, told, writers)
    finally:
        stop.set()
        for writer in writers:
            writer.kill()
            writer.join()
        for reader in readers:
            reader.thread.join()
    assert [wrong for reader in readers for wrong in reader.wrong] == []
    acknowledged = set(_told(told))
    stored = {p.name: p.text for p in seen(config).store.pages() if p.name != "first.txt"}
    assert len(acknowledged) > KILLS
    assert acknowledged <= stored.keys()
    assert stored == {name: page(WRITERS * int(name[1:3]) + int(name[0])) for name in stored}
    built(config, write_pages(tmp_path / "last", {"last.txt": page(996)}))
    assert check_index(config).faults == ()


def _kill(server: Server, config: Config, folders: list[Path], told: Path, writers: list[BaseProcess]) -> None:
    """Somebody dies soon after each page; who was killed begins again where it was, and all go on after the last."""
    dice = random.Random(7)
    _more(told, WRITERS, writers)
    for kill in range(KILLS):
        _more(told, 1, writers)
        sleep(dice.uniform(0.0, 0.5))
        if kill % 4 == 3:
            server.kill()
            server.begin_again()
            continue
        w = dice.randrange(WRITERS)
        writers[w].kill()
        writers[w].join()
        writers[w] = begun(config, folders[w], told, 2 * PATIENCE)
    _more(told, WRITERS, writers)


def _told(told: Path) -> list[str]:
    return told.read_text(encoding="utf-8").split()


def _more(told: Path, pages: int, writers: list[BaseProcess]) -> None:
    """Wait until so many pages more were told, or no writer has any left."""
    until, already = monotonic() + PATIENCE, len(_told(told))
    while len(_told(told)) < already + pages and any(w.is_alive() for w in writers) and monotonic() < until:
        sleep(0.05)


class _Reader:
    """Asks all the time; what it sees is a whole state of the index."""

    def __init__(self, config: Config, stop: threading.Event) -> None:
        self.wrong: list[str] = []
        self._config, self._stop = config, stop
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        store = Store(engine_of(self._config))
        while not self._stop.is_set():
            try:
                with store.engine.explained(), store.engine.snapshot():
                    names = set(store.digests())
                    self.wrong += [name for name in names if not store.passages_of(name)]
                    articles = store.count("articles")
                    if articles != len(names):
                        self.wrong.append(f"{articles} articles of {len(names)} pages")
            except IndexUnusableError:
                sleep(0.2)
            sleep(0.05)
        store.engine.close()
