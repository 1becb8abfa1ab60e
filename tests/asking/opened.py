"""An index of some pages with the real models, and somebody to ask about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag.asking.assistant import Assistant
from rag.config import Config
from rag.indexing import build
from tests.fakes import write_pages


@contextmanager
def opened_over(folder: Path, pages: dict[str, str]) -> Iterator[Assistant]:
    """Page name -> text, written and indexed below the folder."""
    config = Config(index=folder / "index")
    build(config, [write_pages(folder / "pages", pages)])
    with Assistant.open(config) as opened:
        yield opened
