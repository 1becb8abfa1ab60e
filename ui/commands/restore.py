"""`wenzheng restore`: put a backup in the place of the index."""

from __future__ import annotations

from argparse import Namespace

from rag import index_at, restore
from ui.beside import brought_back
from ui.commands.check import told, told_beside
from ui.commands.config import config_of


def run(arguments: Namespace) -> int:
    """Put the backup in place and read it again. 1 where it, or a file that goes with it, is damaged."""
    config = config_of(arguments)
    code = told("restored", index_at(config), restore(config, arguments.folder))
    return max(code, told_beside(brought_back(config.index, arguments.folder)))
