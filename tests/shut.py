"""A folder that may not be entered, for the superuser either."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534
"""The user who owns nothing."""


@contextmanager
def shut(folder: Path) -> Iterator[None]:
    """Nobody may enter the folder inside; skips where the system knows no such thing."""
    if not hasattr(os, "seteuid"):
        pytest.skip("there are no users here whom a folder could keep out")
    superuser = os.geteuid() == 0
    folder.chmod(0)
    if superuser:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)
        folder.chmod(0o700)
