"""`wenzheng check`: whether the index and the files beside it are whole, and what to do where they are not."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable

from rag import Count, Health, Moved, check_index, index_at
from ui.beside import Told, checked
from ui.commands.config import config_of
from ui.terminal import printable


def run(arguments: Namespace) -> int:
    """One line that the index is whole, or one for each thing that is wrong; then one for each file beside it. 1 where anything is."""
    config = config_of(arguments)
    code = told("whole", index_at(config), check_index(config))
    return max(code, told_beside(checked(config.index, arguments.accounts)))


def told_beside(files: Iterable[Told]) -> int:
    """Say what is told of the files beside an index, a line each; 1 if one of them is not as it should be."""
    code = 0
    for told in files:
        sys.stdout.write(f"{printable(told.line)}\n")
        code = max(code, int(not told.whole))
    return code


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
