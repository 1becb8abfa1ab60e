"""What went wrong, in one line; a traceback only for whoever asks for one."""

from __future__ import annotations

import os
import sys
import traceback

from rag import RagError
from ui.terminal import printable

DEBUG = "WENZHENG_DEBUG"
"""Set to 1 in the environment it shows tracebacks."""


def one_line(error: BaseException) -> str:
    """The error's own line where it is an expected one, else what it was and how to report it."""
    if isinstance(error, RagError):
        return str(error)
    told = " ".join(str(error).split())
    return f"unexpected {type(error).__name__}: {told}; set {DEBUG}=1 to see where, and please report it"


def report(error: BaseException) -> None:
    """Write that line to stderr; the traceback before it where it was asked for."""
    if os.environ.get(DEBUG) == "1":
        traceback.print_exception(error, file=sys.stderr)
    say_line(one_line(error))


def say_line(line: str) -> None:
    """Write a line to stderr."""
    sys.stderr.write(f"wenzheng: {printable(line)}\n")
