"""`wenzheng backup`: copy the index as it is at one moment."""

from __future__ import annotations

from argparse import Namespace

from rag import back_up
from ui.commands.check import told
from ui.commands.config import config_of


def run(arguments: Namespace) -> int:
    """Make the copy and read it again. 1 where it is as damaged as the index."""
    return told("copied to", str(arguments.folder), back_up(config_of(arguments), arguments.folder))
