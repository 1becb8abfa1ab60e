"""The process in which the work is done: it hears of one file after another, and answers or ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from threading import Timer
from typing import IO, Any

from rag.confined.bounds import bind, wind_up
from rag.confined.wire import heard, tell
from rag.errors import RagError

RESTS = 60.0
"""Seconds without a file after which the process ends; the next file finds another."""


def main(work: str, memory: int) -> None:
    """Do `work` (module:function) for each message that comes, until there are no more."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    module, _, name = work.partition(":")
    function = getattr(import_module(module), name)
    bind(memory)
    while (message := _next(asked)) is not None:
        told, data = message
        wind_up(told["seconds"])
        began = time.process_time()
        done = _done(function, data, told["said"])
        tell(answers, done | {"took": time.process_time() - began})


def _next(asked: IO[bytes]) -> tuple[Any, bytes] | None:
    resting = Timer(RESTS, os._exit, (0,))
    resting.daemon = True
    resting.start()
    try:
        return heard(asked)
    except EOFError:
        return None
    finally:
        resting.cancel()


def _done(function: Callable[..., Any], data: bytes, said: dict[str, Any]) -> dict[str, Any]:
    """What came of it, in words that JSON knows: a result, an error of ours, memory that ran out, or a fault."""
    try:
        return {"result": function(data, **said)}
    except RagError as error:
        return {"error": type(error).__name__, "fact": error.fact, "remedy": error.remedy}
    except MemoryError:
        return {"spent": "memory"}
    except RecursionError:
        return {"fault": "RecursionError: it is nested too deeply"}
    except Exception as error:
        return {"fault": f"{type(error).__name__}: {error}"[:200]}
