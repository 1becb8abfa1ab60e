"""Work for the process of its own: honest, and otherwise."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from rag.errors import EmptyPageError, PageError


def told(data: bytes, **said: Any) -> dict[str, Any]:
    return {"size": len(data), "said": said, "process": os.getpid()}


def loaded(data: bytes) -> list[str]:
    return sorted(sys.modules)


def refuses(data: bytes) -> None:
    raise EmptyPageError("is empty", "remove it")


def spins(data: bytes) -> None:
    while True:
        pass


def works_for(data: bytes, seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def grows(data: bytes) -> None:
    held = []
    while True:
        held.append(bytearray(1 << 24))


def nests(data: bytes) -> None:
    nests(data)


def faults(data: bytes) -> None:
    raise KeyError("a part")


def breaks_off(data: bytes) -> None:
    os.abort()


def prints(data: bytes) -> str:
    os.write(1, b"a library says something")
    print("and so does Python")  # noqa: T201
    return "heard"


def writes(data: bytes, path: str) -> str:
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise PageError("may not write", str(error.errno)) from error
    return "written"
