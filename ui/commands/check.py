"""`wenzheng check`: whether the index is whole, and what to do where it is not."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from rag import Health, check_index
from ui.commands.config import config_of
from ui.terminal import printable


def run(arguments: Namespace) -> int:
    """One line that it is whole, and 0; or a line for each thing that is wrong, and 1."""
    return told("whole", arguments.index, check_index(config_of(arguments)))


def told(what: str, folder: Path, health: Health) -> int:
    """Say what was done with the index in a folder, or what is wrong with it; the exit code."""
    if health.whole:
        sys.stdout.write(f"{what}: {folder} ({health.pages} pages, {health.passages} passages)\n")
        return 0
    sys.stdout.write("".join(f"damaged: {printable(str(fault))}\n" for fault in health.faults))
    sys.stdout.flush()
    sys.stderr.write(f"wenzheng: the index in {folder} is not whole\n")
    return 1
