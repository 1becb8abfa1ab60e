"""`wenzheng delete`: take pages, and all that was drawn from them, out of the index."""

from __future__ import annotations

import sys
from argparse import Namespace

from rag import delete_pages
from ui.commands.config import config_of
from ui.following.notes import Notes
from ui.terminal import printable


def run(arguments: Namespace) -> int:
    """Delete all of these pages, or none if one is unknown."""
    config = config_of(arguments)
    with Notes(config.index).taking_out(arguments.pages):
        deleted = delete_pages(config, arguments.pages)
    for name in deleted:
        sys.stdout.write(f"deleted: {printable(name)}\n")
    return 0
