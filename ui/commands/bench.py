"""`wenzheng bench`: how fast this machine encodes, builds and finds."""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from rag.evaluating import bench
from ui.commands.config import config_of


def run(arguments: Namespace) -> int:
    """Print the figures."""
    figures = bench(arguments.what, config_of(arguments), arguments.passages)
    told = (
        json.dumps(figures) if arguments.json else "\n".join(f"{name:32} {_figure(v)}" for name, v in figures.items())
    )
    sys.stdout.write(f"{told}\n")
    return 0


def _figure(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.4g}"
