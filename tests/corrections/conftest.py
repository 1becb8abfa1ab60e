"""An invented paper of two pages, and what it takes to build and correct an index of it without models."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from rag.config import Config
from rag.corrections import Entry, Proposal
from rag.indexing import build, correct, delete, rule
from rag.indexing.engines.chosen import engine_of
from rag.indexing.store import Store
from rag.records import Event, Reading, Report
from tests.fakes import HashingEncoder, write_pages

FRONT = """海州日报
2022年5月6日 第1版

东江大桥建成通车

　　本报讯（记者 何小雨）昨日，海州市市长陈志元来到东江县检查大桥通车情况。他要求加强管护。

　　市委书记王建国在市政府会议室主持召开防汛工作会议。副市长周文涛参加会议。

新学校迎来首批学生

　　本报讯（记者 方宁）5月5日，教育局局长李文斌走访望湖小学。校园里书声琅琅。

　　5月4日，河西镇镇长孙立民到望湖村调研春耕。
"""
SECOND = """海州日报
2022年5月6日 第2版

果农开园迎客

　　本报讯（记者 方宁）5月3日，农业局局长赵长河到坡头村考察果园。今年的桃子比去年甜。
"""
PAGES = {"front.txt": FRONT, "second.txt": SECOND}


@dataclass
class Desk:
    """An index in a folder of its own, and everything that may be done to it."""

    config: Config
    pages: Path
    encoder: HashingEncoder = field(default_factory=HashingEncoder)

    @property
    def _models(self) -> dict[str, object]:
        return {"encoder": self.encoder, "load_names": lambda: None}

    def build(self, *, rebuild: bool = False) -> Report:
        return build(self.config, [self.pages], rebuild=rebuild, **self._models)  # type: ignore[arg-type]

    def write(self, **texts: str) -> None:
        write_pages(self.pages, {f"{name}.txt": text for name, text in texts.items()})

    def correct(self) -> tuple[str, ...]:
        return correct(self.config, **self._models)  # type: ignore[arg-type]

    def delete(self, *names: str) -> None:
        delete(self.config, names, **self._models)  # type: ignore[arg-type]

    def rule(self, page: str, article: int, proposal: Proposal) -> Entry:
        """Keep a ruling, and bring the index in line."""
        (entry,) = rule(self.config, page, article, proposal)
        self.correct()
        return entry

    def reading(self, page: str, article: int) -> Reading:
        store = Store(engine_of(self.config))
        with store.engine.done(), store.engine.snapshot():
            found = store.reading(page, article)
        assert found is not None
        return found

    def readings(self) -> list[Reading]:
        store = Store(engine_of(self.config))
        with store.engine.done(), store.engine.snapshot():
            return list(store.readings())

    def event(self, page: str, article: int, action: str) -> Event:
        """The event of an article whose act has this word."""
        return next(e for e in self.reading(page, article).understood.events if action in e.action)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(Config(index=tmp_path / "index"), write_pages(tmp_path / "pages", PAGES))
    made.build()
    return made
