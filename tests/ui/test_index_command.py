"""What `wenzheng index` tells the shell, and of which file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.commands import COMMAND
from tests.indexing.conftest import BRIDGE, SCHOOL

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("files", "code", "said", "mistakes"),
    [
        pytest.param(
            {"a.txt": BRIDGE.encode(), "b.txt": SCHOOL.encode()},
            0,
            ["added: a.txt", "added: b.txt", "2 added, 0 replaced, 0 skipped, 0 failed, 0 empty, 0 other"],
            "",
            id="all were read",
        ),
        pytest.param(
            {"a.txt": BRIDGE.encode(), "b.txt": b"", "c.csv": b"1,2"},
            0,
            ["added: a.txt", "empty: b.txt (", "other: c.csv (", "1 added, 0 replaced, 0 skipped, 0 failed, 1 empty, 1 other"],
            "",
            id="what is no page is no failure",
        ),
        pytest.param(
            {"a.txt": BRIDGE.encode(), "b.pdf": b"%PDF-1.7\n1 0 obj"},
            1,
            ["added: a.txt", "failed: b.pdf (b.pdf is damaged", "1 added, 0 replaced, 0 skipped, 1 failed, 0 empty, 0 other"],
            "wenzheng: 1 of 2 files could not be read; see its line\n",
            id="one failed",
        ),
        pytest.param(
            {"a.pdf": b"%PDF-1.7\n1 0 obj", "b.txt": bytes(range(256)) * 20, "c.txt": SCHOOL.encode()},
            1,
            ["failed: a.pdf (a.pdf is damaged", "failed: b.txt (b.txt is not text", "added: c.txt", "1 added, 0 replaced, 0 skipped, 2 failed, 0 empty, 0 other"],
            "wenzheng: 2 of 3 files could not be read; see their lines\n",
            id="several failed",
        ),
    ],
)  # fmt: skip
def test_the_shell_is_told_whether_a_file_failed_and_the_reader_which(
    files: dict[str, bytes], code: int, said: list[str], mistakes: str, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    command = [sys.executable, "-c", COMMAND, "index", str(folder), "--index", str(tmp_path / "index")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == code
    *lines, summed, held = done.stdout.splitlines()
    named = zip(
        sorted(lines), sorted(said[:-1]), strict=True
    )  # a file without a page is told before one that is stored
    assert all(line.startswith(begins) for line, begins in named), lines
    assert summed == said[-1]
    assert held.startswith("the index holds ")
    assert done.stderr == mistakes
