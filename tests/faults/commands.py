"""The command itself, in a process of its own with all that belongs to it, killed at any moment."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from rag.config import Config
from tests.fakes import write_pages
from tests.faults.acts import mended, state
from tests.indexing.conftest import SCHOOL

COMMAND = """
import sys
from tests.fakes import HashingEncoder
module = __import__("rag.indexing.build", fromlist=["build"])
module.TOGETHER = 1
module.encoder_for = lambda model: HashingEncoder()
module.load_name_model = lambda: None
module.build.__kwdefaults__["load_names"] = lambda: None
from ui.cli import entry
entry()
"""
"""`wenzheng` with an encoder that loads at once, so that the moments fall into the work."""

SCHOOLS = ["望湖", "观海", "听涛", "倚山", "临江", "青苗", "石桥", "南渡", "云岭", "沙洲", "北屿", "东江"]


def killed(place: Path, times: int, seed: int = 1) -> int:
    """Kill the indexing of a folder again and again until it comes to its end by itself; how often it was killed."""
    config, dice = Config(index=place / "index"), random.Random(seed)
    pages = {f"{n:02}.txt": SCHOOL.replace("望湖", name) for n, name in enumerate(SCHOOLS)}
    folder = write_pages(place / "pages", pages)
    began = time.monotonic()
    told = _indexed(config, folder, None)
    long, whole = time.monotonic() - began, state(config)
    assert told == set(pages)
    for _ in range(times):
        for path in config.index.iterdir():
            path.unlink()
        stored = _indexed(config, folder, dice.uniform(long / 3, long))
        mended(config)
        found = state(config)
        assert stored <= set(found), "a page that was told is not there"
        assert all(found[name] == whole[name] for name in stored)
        _indexed(config, folder, None)
        mended(config)
        assert state(config) == whole
    return times


def _indexed(config: Config, folder: Path, seconds: float | None) -> set[str]:
    """The pages that the command told, killed after so many seconds or left alone."""
    command = [sys.executable, "-c", COMMAND, "index", str(folder), "--index", str(config.index)]
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        said, _ = process.communicate()
    lines = (line.partition(": ") for line in said.splitlines())
    return {name for kind, _, name in lines if kind in ("added", "replaced", "skipped") and "(" not in name}
