"""A small index with events, of which pages come and go, and what asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rag import Assistant, Config
from rag.indexing import open_indexes
from tests.fakes import HashingEncoder, write_pages
from tests.ui.following.kept import deleting, reading
from ui.watches.running import add
from ui.watches.store import Watches

HARBOUR = "陈志远检查港口\n　　本报讯（记者 何小雨）2023年5月6日，海州市市长陈志远检查北屿码头安全生产工作。他要求加强值守。\n"
MARKET = "农贸市场搬进新址\n　　本报讯（记者 方宁）2023年6月3日，海州市副市长梁文远检查新农贸市场。他要求保障供应。\n"
SCHOOL = "新学校迎来首批学生\n　　本报讯（记者 方宁）2023年9月1日，海州市市长陈志远走访望湖小学。校园里书声琅琅。\n"


class Paper:
    """Pages that come and go, and the index of them."""

    def __init__(self, place: Path) -> None:
        self.folder, self.config = place / "pages", Config(index=place / "index")
        self.watches = Watches(self.config.index)
        self.add(harbour=HARBOUR)
        self.assistant = Assistant.over(open_indexes(self.config, HashingEncoder()), self.config)

    def add(self, **pages: str) -> None:
        paths = write_pages(self.folder, {f"{name}.txt": text for name, text in pages.items()})
        reading(self.config, [paths / f"{name}.txt" for name in pages])

    def delete(self, name: str) -> None:
        deleting(self.config, [f"{name}.txt"])


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    made = Paper(tmp_path)
    with made.assistant:
        yield made


Watched = Callable[..., str]


@pytest.fixture
def watched(paper: Paper) -> Watched:
    """Watches filters, or a question, from now on; the id."""

    def watch(name: str = "市长", question: str = "", **fields: str) -> str:
        return add(paper.watches, paper.assistant, name, question, fields).id

    return watch
