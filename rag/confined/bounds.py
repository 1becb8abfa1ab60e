"""What a process may use, as far as the system can hold it to that: Linux and macOS; elsewhere only the clock binds."""

from __future__ import annotations

import math
import sys
from pathlib import Path


def bind(memory: int) -> None:
    """From here on this process gets `memory` bytes more than it has, writes no file, and leaves no picture of itself."""
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_AS, _held() + memory)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CORE, 0)


def wind_up(seconds: float) -> None:
    """The system ends this process after that many more seconds of the processor."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    until = math.ceil(used.ru_utime + used.ru_stime + seconds)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (until if hard < 0 else min(until, hard), hard))


def _lower(what: int, limit: int) -> None:
    import resource

    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (limit if hard < 0 else min(limit, hard), hard))


def _held() -> int:
    """Bytes of addresses that this process has already; 0 where the system does not tell."""
    import resource

    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except OSError:
        return 0
