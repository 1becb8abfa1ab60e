"""`wenzheng restore`: put a backup in the place of the index."""

from __future__ import annotations

from argparse import Namespace

from rag import restore
from ui.commands.check import told
from ui.commands.config import config_of


def run(arguments: Namespace) -> int:
    """Put the backup in place and read it again. 1 where it is damaged."""
    return told("restored", arguments.index, restore(config_of(arguments), arguments.folder))
