"""`wenzheng completion`: a script that makes a shell complete commands and options."""

from __future__ import annotations

import sys
from argparse import Namespace

from ui.parser import build_parser


def run(arguments: Namespace) -> int:
    """Print it; how it is used depends on the shell."""
    import shtab

    sys.stdout.write(shtab.complete(build_parser(), shell=arguments.shell) + "\n")
    return 0
