"""One who writes pages into an index in a process of its own, which a test may kill at any moment."""

from __future__ import annotations

import time
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from rag.config import Config
from rag.errors import IndexUnusableError
from rag.indexing import build
from rag.records import Outcome, OutcomeKind
from tests.fakes import HashingEncoder


def begun(config: Config, folder: Path, told: Path, seconds: float) -> BaseProcess:
    """A writer at work, forked from a process that has loaded all it needs already, so that it writes at once."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.engines.ready"])
    writer = context.Process(target=write, args=(config, folder, told, seconds), daemon=True)
    writer.start()
    return writer


def write(config: Config, folder: Path, told: Path, seconds: float) -> None:
    """Put the pages of a folder in, one after the other, and write down which of them it was told are in."""
    until = time.monotonic() + seconds
    with told.open("a", encoding="utf-8") as file:

        def hear(outcome: Outcome) -> None:
            if outcome.kind in (OutcomeKind.ADDED, OutcomeKind.REPLACED):
                file.write(f"{outcome.name}\n")
                file.flush()

        for path in sorted(folder.iterdir()):
            while time.monotonic() < until:
                try:
                    build(config, [path], encoder=HashingEncoder(), load_names=lambda: None, tell=hear)
                    break
                except IndexUnusableError:
                    time.sleep(0.2)
