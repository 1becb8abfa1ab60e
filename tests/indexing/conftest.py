"""A small index with deterministic vectors, and what it takes to build one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from rag.config import Config
from rag.indexing import build
from rag.records import Report
from tests.fakes import HashingEncoder, write_pages

BRIDGE = (
    "东江大桥建成通车\n　　本报讯（记者 何小雨）5月6日，海州市市长陈志远来到东江县检查大桥通车情况。他要求加强管护。\n"
)
SCHOOL = "新学校迎来首批学生\n　　本报讯（记者 方宁）9月1日，李文斌走访望湖小学。校园里书声琅琅。\n"
PAGES = {"a.txt": BRIDGE, "b.txt": SCHOOL}

Build = Callable[..., Report]


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(index=tmp_path / "index")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages", PAGES)


@pytest.fixture
def built(config: Config) -> Build:
    """Builds with the hashing encoder and without the name model."""

    def run(paths: Sequence[Path] | Path, **options: object) -> Report:
        given = [paths] if isinstance(paths, Path) else paths
        return build(config, given, **{"encoder": HashingEncoder(), "load_names": lambda: None, **options})

    return run
