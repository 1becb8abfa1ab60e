"""Fixtures every test may use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real pages and gold annotations beside the checkout; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with real pages and gold annotations is not here")
    return SHARED


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Where the tests run in several processes (`-n 2`), those of a file run in one, so that it makes once what they share."""
    from xdist.scheduler import LoadFileScheduling

    config.option.loadscopereorder = False  # files of few and long tests would come last, and leave a process idle
    return LoadFileScheduling(config, log)
