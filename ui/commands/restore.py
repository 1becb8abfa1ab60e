"""`wenzheng restore`: put a backup in the place of the index."""

from __future__ import annotations

from argparse import Namespace

from rag import index_at, restore
from ui.commands.check import told
from ui.commands.config import config_of


def run(arguments: Namespace) -> int:
    """Put the backup in place and read it again. 1 where it is damaged."""
    config = config_of(arguments)
    return told("restored", index_at(config), restore(config, arguments.folder))
