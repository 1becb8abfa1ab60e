"""`wenzheng backup`: copy the index, and what goes with it, as they are at one moment."""

from __future__ import annotations

from argparse import Namespace

from rag import back_up
from ui.beside import taken_along
from ui.commands.check import told, told_beside
from ui.commands.config import config_of


def run(arguments: Namespace) -> int:
    """Make the copy and read it again. 1 where it, or a file that goes with it, is as damaged as what it is of."""
    config = config_of(arguments)
    code = told("copied to", str(arguments.folder), back_up(config, arguments.folder))
    return max(code, told_beside(taken_along(config.index, arguments.folder)))
