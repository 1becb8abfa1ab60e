"""The invented newspaper, indexed once with the real models, and somebody to ask about it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.asking.assistant import Assistant
from rag.config import Config
from rag.indexing import build
from tests.asking.pages import PAGES
from tests.fakes import write_pages


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Over the pages of `tests.asking.pages`, with the default embedding model and the name model."""
    folder = tmp_path_factory.mktemp("asking")
    config = Config(index=folder / "index")
    build(config, [write_pages(folder / "pages", PAGES)])
    with Assistant.open(config) as opened:
        yield opened
