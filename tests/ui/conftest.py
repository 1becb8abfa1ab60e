"""A real browser and a served page, for the tests that need them."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from rag import Config, build_index, delete_pages
from tests.ui.fakes import FakeAssistant
from tests.ui.reader import ARTIFACTS
from ui.address import Address
from ui.following.follower import Follower
from ui.keeping.job import Indexing
from ui.ports import Asked

__all__ = ["ARTIFACTS", "served"]

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",  # in a container there is none to be had
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_ASIDE = tempfile.TemporaryDirectory()
NOWHERE = Config(index=Path(_ASIDE.name) / "no-index-here")
"""The settings of a page whose assistant needs none; beside the index lies what its readers watch."""
NO_PAGES = Path(_ASIDE.name) / "no-pages-here"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The system's chromium. Without one the test is skipped, or fails where CI=true asks for it."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        missing = "no browser is installed (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield launched
        launched.close()


@contextmanager
def served(
    assistant: Asked,
    hidden: tuple[Path, ...] = (),
    config: Config = NOWHERE,
    indexing: Indexing | None = None,
    mcp: bool = False,
    following: Follower | None = None,
) -> Iterator[str]:
    """The address of a page that asks this assistant."""
    from ui.serve import start

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    changes = indexing or Indexing(config, NO_PAGES, build_index, delete_pages)
    app = start(assistant, changes, Address("127.0.0.1", port), hidden, mcp, following=following)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        app.close()


@pytest.fixture(scope="session")
def fake() -> FakeAssistant:
    """The one who knows the invented corpus, for all tests with a browser."""
    return FakeAssistant()


@pytest.fixture(scope="session")
def address(fake: FakeAssistant) -> Iterator[str]:
    """The page over the invented corpus."""
    with served(fake) as at:
        yield at
