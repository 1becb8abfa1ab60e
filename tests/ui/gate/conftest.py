"""What several tests of the gate stand before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.gate.newsroom import newsroom


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a page with an editor and a reader, and where its accounts lie."""
    pytest.importorskip("argon2", reason="what keeps passwords is not installed")
    with newsroom(tmp_path_factory.mktemp("newsroom")) as at:
        yield at
