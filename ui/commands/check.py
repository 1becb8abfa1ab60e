"""`wenzheng check`: whether the index is whole, and what to do where it is not."""

from __future__ import annotations

import sys
from argparse import Namespace

from rag import Count, Health, Moved, check_index, index_at
from ui.commands.config import config_of
from ui.terminal import printable


def run(arguments: Namespace) -> int:
    """One line that it is whole, and 0; or a line for each thing that is wrong, and 1."""
    config = config_of(arguments)
    return told("whole", index_at(config), check_index(config))


def held(index: Health | Moved) -> str:
    """How much an index holds."""
    return f"{index.pages} {Count(index.pages):page|pages}, {index.passages} {Count(index.passages):passage|passages}"


def told(what: str, place: str, health: Health) -> int:
    """Say what was done with the index in a place, or what is wrong with it; the exit code."""
    if health.whole:
        sys.stdout.write(f"{what}: {place} ({held(health)})\n")
        return 0
    sys.stdout.write("".join(f"damaged: {printable(str(fault))}\n" for fault in health.faults))
    sys.stdout.flush()
    sys.stderr.write(f"wenzheng: the index in {place} is not whole\n")
    return 1
