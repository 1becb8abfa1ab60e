"""`wenzheng move`: copy an index from a folder to a server, or the other way."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from rag import move_index
from ui.commands.check import held
from ui.commands.config import config_of


def run(arguments: Namespace) -> int:
    """Copy it, and compare every table. The old one stays."""
    config = config_of(arguments)
    is_server = "://" in arguments.to
    target = replace(config, store=arguments.to) if is_server else replace(config, store="", index=Path(arguments.to))
    moved = move_index(config, target)
    sys.stdout.write(
        f"moved: {moved.before} to {moved.after} ({held(moved)}; every table has the "
        f"rows and the digest that it had; {moved.before} is as it was)\n"
    )
    return 0
