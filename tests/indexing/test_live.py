"""An assistant that is open while pages come and go answers from whole states of the index, and never fails."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.answered import Answer, Verdict
from rag.asked import Language
from rag.asking.assistant import Assistant
from rag.asking.live import Live, vocabulary
from rag.asking.question.query import Tools
from rag.asking.reranking.model import bundled_reader
from rag.config import Config
from rag.errors import IndexUnusableError
from rag.indexing import check, delete, open_indexes
from rag.indexing.engines.files import VECTORS
from rag.indexing.engines.sqlite_lock import building
from rag.records import Mention
from rag.understanding import Lexicon
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import BRIDGE, PAGES, Build

BRIDGE_QUESTION = "陈志远检查了什么？"
SCHOOL_QUESTION = "李文斌走访了哪所小学？"
MARKET = "新市场开门迎客\n　　本报讯（记者 方宁）3月1日，海州市副市长苏晴雪来到青苗镇检查新市场。摊位一共八十个。\n"
MARKET_QUESTION = "苏晴雪检查了什么？"


class NoNames:
    """Finds no names, so that none of a model is needed."""

    def names(self, texts: list[str]) -> list[tuple[Mention, ...]]:
        return [() for _ in texts]


def opened(config: Config) -> Assistant:
    indexes = open_indexes(config, HashingEncoder())
    tools = Tools(vocabulary(indexes.store), NoNames(), Lexicon.load(None), indexes.words.segment)
    return Assistant(Live(indexes, tools, bundled_reader(), lambda store: check(store, config)))


@pytest.fixture
def assistant(built: Build, folder: Path, config: Config) -> Iterator[Assistant]:
    built(folder)
    with opened(config) as made:
        yield made


def cited(answer: Answer) -> set[str]:
    return {c.page for c in (*answer.citations, *answer.nearest)} | {h.passage.page for h in answer.hits}


def shown(assistant: Assistant) -> set[str]:
    """Every page that a list, an example or a count still knows."""
    pages = {p.name for p in assistant.pages()} | {r.page.name for r in assistant.readings()}
    return pages | {e.page for e in assistant.events()} | {d.event.page for d in assistant.deeds().deeds}


def test_a_page_that_comes_is_known_at_once(assistant: Assistant, built: Build, tmp_path: Path) -> None:
    assert assistant.ask(MARKET_QUESTION).verdict is Verdict.ABSTAINED
    built(write_pages(tmp_path / "more", {"c.txt": MARKET}))
    answer = assistant.ask(MARKET_QUESTION)
    assert (answer.verdict, {c.page for c in answer.citations}) == (Verdict.ANSWERED, {"c.txt"})
    assert answer.searched.pages == 3
    assert answer.query.people == ("苏晴雪",)
    assert [p.name for p in assistant.people("晴雪").people] == ["苏晴雪"]


def test_a_page_that_goes_is_known_no_more(assistant: Assistant, config: Config) -> None:
    before = assistant.ask(BRIDGE_QUESTION)
    assert before.verdict is Verdict.ANSWERED
    assert assistant.examples(Language.ZH) == ("陈志远督查了哪些地方？",)
    delete(config, ["a.txt"])
    after = assistant.ask(BRIDGE_QUESTION)
    assert after.verdict is Verdict.ABSTAINED
    assert cited(after) <= {"b.txt"}
    assert cited(assistant.ask("东江大桥通车")) <= {"b.txt"}
    assert shown(assistant) == {"b.txt"}
    assert assistant.examples(Language.ZH) == ()
    assert "陈志远" not in {c.name for c in assistant.tally().people} | {p.name for p in assistant.people().people}
    assert assistant.follow_ups(before) == ()


def test_between_two_batches_nothing_is_missing_or_wrong(
    assistant: Assistant, built: Build, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is committed, another not yet: the first is found by its words, the one it replaced nowhere."""
    monkeypatch.setattr(sys.modules["rag.indexing.build"], "TOGETHER", 1)
    seen: list[tuple[str, set[str], int]] = []

    def asks(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("storing", 0):
            answer = assistant.ask("望湖小学的隧道通车了吗？")
            seen.append((assistant.readings()[0].article.title, cited(answer), len(assistant.pages())))

    write_pages(folder, {"a.txt": BRIDGE.replace("大桥", "隧道"), "c.txt": MARKET})
    built(folder, progress=asks)
    assert [title for title, _, _ in seen] == ["东江大桥建成通车", "东江隧道建成通车"]
    assert [pages for _, _, pages in seen] == [2, 2]
    assert "a.txt" in seen[1][1]
    assert len(assistant.pages()) == 3


def test_a_question_sees_one_state_of_the_index(assistant: Assistant, config: Config) -> None:
    with assistant._live.view() as view:
        delete(config, ["a.txt"])
        assert view.searched().pages == 2
        assert view.indexes.store.page("a.txt") is not None
    assert assistant.searched().pages == 1


def test_many_ask_while_pages_come_and_go(assistant: Assistant, built: Build, folder: Path, config: Config) -> None:
    stop, wrong, asked = threading.Event(), [], []

    def asks() -> None:
        while not stop.is_set():
            try:
                answer = assistant.ask(SCHOOL_QUESTION)
                assistant.deeds()
                asked.append(1)
                if answer.verdict is not Verdict.ANSWERED or {c.page for c in answer.citations} != {"b.txt"}:
                    wrong.append(answer)
                wrong.extend(p for p in cited(answer) - {"a.txt", "b.txt", "c.txt"})
            except Exception as error:
                wrong.append(error)

    threads = [threading.Thread(target=asks) for _ in range(3)]
    for thread in threads:
        thread.start()
    for round_ in range(4):
        built(write_pages(folder, {"a.txt": BRIDGE + f"第{round_}版\n", "c.txt": MARKET}))
        delete(config, ["c.txt"])
    built(folder, rebuild=True)
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(asked) >= len(threads)
    assert shown(assistant) == {"a.txt", "b.txt", "c.txt"}


def test_another_process_builds(assistant: Assistant, config: Config, tmp_path: Path) -> None:
    write_pages(tmp_path / "more", {"c.txt": MARKET})
    script = f"""
from pathlib import Path
from rag.config import Config
from rag.indexing import build
from tests.fakes import HashingEncoder
build(Config(index=Path({str(config.index)!r})), [Path({str(tmp_path / "more")!r})], encoder=HashingEncoder(),
      load_names=lambda: None)
"""
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", script], cwd=root, check=False).returncode == 0
    assert assistant.ask(MARKET_QUESTION).verdict is Verdict.ANSWERED


def test_opening_beside_a_build_writes_nothing(built: Build, folder: Path, config: Config) -> None:
    """The file shows the state before the batch that was committed: who opens now takes it as it is."""
    built(folder / "b.txt")
    path = config.index / VECTORS
    old = path.read_bytes()
    built(folder)
    path.write_bytes(old)
    with building(config.index), opened(config) as beside:
        assert beside.ask(SCHOOL_QUESTION).verdict is Verdict.ANSWERED
        assert path.read_bytes() == old
    with opened(config):
        assert path.read_bytes() != old


def test_an_index_built_anew_is_asked_at_once(assistant: Assistant, built: Build, folder: Path, config: Config) -> None:
    (folder / "a.txt").unlink()
    write_pages(folder, {"c.txt": MARKET})
    built(folder, rebuild=True)
    assert shown(assistant) == {"b.txt", "c.txt"}
    assert assistant.ask(MARKET_QUESTION).verdict is Verdict.ANSWERED
    assert sorted(p.name for p in config.index.iterdir() if "wal" not in p.name and "shm" not in p.name) == [
        "building.lock",
        "wenzheng.db",
        "wenzheng.faiss",
    ]


def test_building_anew_from_nothing_readable_keeps_the_index(
    assistant: Assistant, built: Build, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(Exception, match="no page could be indexed"):
        built(tmp_path / "empty.txt", rebuild=True)
    assert shown(assistant) == set(PAGES)


def test_a_second_build_says_so_in_one_line(assistant: Assistant, built: Build, folder: Path, config: Config) -> None:
    with building(config.index):
        with pytest.raises(IndexUnusableError, match="another process is changing the index") as refused:
            built(folder)
        assert assistant.ask(SCHOOL_QUESTION).verdict is Verdict.ANSWERED
    assert "\n" not in str(refused.value)
