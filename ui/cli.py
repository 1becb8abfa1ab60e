"""The command `wenzheng`: what may be typed, and what its end tells the shell. Nothing heavy is loaded to say so."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from ui.options import apply_settings
from ui.parser import build_parser, misused

__all__ = ["build_parser", "entry", "main"]

INTERRUPTED = 130
"""What a shell expects of a command that was stopped with Ctrl-C: 128 and the number of the signal."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0 done, 1 something is wrong that one line on stderr explains; SystemExit 2 for a bad usage."""
    parser = build_parser()
    try:
        apply_settings(parser, os.environ)
        arguments = parser.parse_args(argv)
        if wrong := misused(arguments):
            parser.error(wrong)
        run = import_module(f"ui.commands.{arguments.command}").run
        return int(run(arguments))
    except KeyboardInterrupt:
        sys.stderr.write("\nwenzheng: stopped\n")
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read the output has had enough; a further write at exit must not complain either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        from ui.problems import report

        report(error)
        return 1


def entry() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    code = main()
    sys.stdout.flush()
    gc.freeze()  # so that Python, when it ends, does not look through all that was loaded for what nobody refers to
    sys.exit(code)
