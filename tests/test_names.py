"""The package gives every name it promises, and loads of it what is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import rag
from rag.indexing import build


def test_every_name_is_there() -> None:
    assert {"Assistant", "Config", "build_index", "Language"} <= set(rag.__all__) <= set(dir(rag))
    for name in rag.__all__:
        assert getattr(rag, name).__class__


def test_a_name_may_be_called_otherwise_in_its_module() -> None:
    assert rag.build_index is build


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="module 'rag' has no attribute 'Asistant'"):
        rag.Asistant  # noqa: B018 - to look is the test


def test_what_reads_files_loads_nothing_that_answers() -> None:
    script = "import sys, rag.reading; print(*sorted(m for m in sys.modules if m.startswith(('rag.asking', 'rag.indexing'))))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
