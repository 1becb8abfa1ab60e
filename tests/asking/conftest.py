"""The invented newspaper, indexed once with the real models, and somebody to ask about it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.asking.assistant import Assistant
from tests.asking.opened import opened_over
from tests.asking.pages import PAGES


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Over the pages of `tests.asking.pages`, with the default embedding model and the name model."""
    with opened_over(tmp_path_factory.mktemp("asking"), PAGES) as opened:
        yield opened
