"""`wenzheng delete`: take pages, and all that was drawn from them, out of the index."""

from __future__ import annotations

import sys
from argparse import Namespace

from rag import delete_pages
from ui.commands.config import config_of
from ui.terminal import printable


def run(arguments: Namespace) -> int:
    """Delete all of these pages, or none if one is unknown."""
    for name in delete_pages(config_of(arguments), arguments.pages):
        sys.stdout.write(f"deleted: {printable(name)}\n")
    return 0
