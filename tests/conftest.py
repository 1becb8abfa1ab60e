"""Fixtures every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real pages and gold annotations beside the checkout; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with real pages and gold annotations is not here")
    return SHARED
