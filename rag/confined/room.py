"""The one who asks: starts the process, gives it files, and says in a line what became of one that it did not survive."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from threading import Lock, Timer
from typing import IO, Any

from rag import errors
from rag.confined.wire import heard, tell
from rag.errors import ModelError, PageError, RagError

PATIENCE = 20
"""How many times the processor's seconds may pass on the clock: a busy machine is no hostile file."""

SIMPLER = "print it to a new PDF, or save its text alone"
_SAID = frozenset(("result", "error", "fact", "remedy", "spent", "fault", "took"))
"""What a process may say; how it ended is known here alone."""

_OVER = -signal.SIGXCPU if hasattr(signal, "SIGXCPU") else 1
_START = """
import sys
from importlib.util import find_spec, module_from_spec
work, memory, *sys.path[:] = sys.argv[1:]
parts = work.partition(":")[0].split(".")
for package in dict.fromkeys(["rag", "rag.confined", *(".".join(parts[:k]) for k in range(1, len(parts)))]):
    sys.modules[package] = module_from_spec(find_spec(package))
from rag.confined.child import main
del sys.modules["rag.confined"]  # whoever needs the package itself gets it
main(work, int(memory))
"""
"""What the process begins with. The packages around its work are there without what they import for everyone else: with all of
the program it would begin a second later."""


@dataclass(frozen=True, slots=True)
class Limits:
    """For one file: seconds of the processor, so many more for each MB of it, and bytes of memory beyond what the program
    itself needs.
    """

    seconds: float
    memory: int
    a_megabyte: float = 0.0

    def seconds_for(self, size: int) -> float:
        """Seconds for a file of so many bytes."""
        return self.seconds + self.a_megabyte * size / (1 << 20)


@dataclass(slots=True)
class Meter:
    """Seconds of the processor that the runs which were given it have taken together."""

    seconds: float = 0.0


class Room:
    """One process at a time for one kind of work; any number of threads may ask, and take turns."""

    def __init__(self, work: str, limits: Limits) -> None:
        self.work, self.limits = work, limits
        self._turn = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, data: bytes, meter: Meter | None = None, **said: Any) -> Any:
        """What the work makes of the bytes; `meter` counts what it took. RagErrors are its own; PageError where it did not
        come to its end.
        """
        with self._turn:
            began, seconds = time.monotonic(), self.limits.seconds_for(len(data))
            answer = self._answer(data, said, seconds)
            if meter:
                meter.seconds += _taken(answer, time.monotonic() - began, seconds)
            if "result" in answer:
                return answer["result"]
            if "error" in answer:
                raise _error(answer)
            self._end()
            if "ended" in answer:
                raise _ended(answer["ended"], answer["overdue"], seconds)
            if "spent" in answer:
                raise PageError(f"takes more than {self.limits.memory >> 20} MB of memory to read", SIMPLER)
            raise PageError(
                f"could not be read ({answer.get('fault')})", f"please report it with the file, or {SIMPLER}"
            )

    def close(self) -> None:
        """End the process, if there is one."""
        with self._turn:
            self._end()

    def _answer(self, data: bytes, said: dict[str, Any], seconds: float) -> dict[str, Any]:
        """What the process says, or how it ended; a process that had gone to rest meanwhile is followed by another."""
        rested = self._process is not None
        overdue: list[bool] = []
        process = self._running()
        assert process.stdin
        assert process.stdout
        clock = Timer(PATIENCE * seconds, partial(_kill, process, overdue))
        clock.daemon = True
        clock.start()
        try:
            tell(process.stdin, {"seconds": seconds, "said": said}, data)
            answer, _ = heard(process.stdout)
        except (EOFError, OSError):
            code = self._end()
            if code == 0 and rested:
                return self._answer(data, said, seconds)
            return {"ended": code, "overdue": bool(overdue) or code == _OVER}
        finally:
            clock.cancel()
        return {key: value for key, value in answer.items() if key in _SAID} if isinstance(answer, dict) else {}

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = self._started()
        return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        command = (sys.executable, "-c", _START, self.work, str(self.limits.memory), *sys.path)
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def _end(self) -> int:
        """The code with which the process ended; 0 where there is none."""
        process, self._process = self._process, None
        if process is None:
            return 0
        for pipe in (process.stdin, process.stdout):
            _close(pipe)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.wait(1.0)
        process.kill()
        return process.wait()


def _taken(answer: dict[str, Any], passed: float, seconds: float) -> float:
    """Seconds of the processor, of so many granted. The process is believed as far as the clock bears it out: what runs there
    may be a file's own doing. Of one that broke off only the clock is known."""
    if "ended" in answer:
        return seconds if answer["overdue"] else min(passed, seconds)
    told, least = answer.get("took"), passed / PATIENCE
    return min(told, PATIENCE * seconds) if isinstance(told, float | int) and told >= least else least


def _ended(code: int, overdue: bool, seconds: float) -> RagError:
    """What the end of the process says of the file, or of the program."""
    if overdue:
        return PageError(f"takes more than {seconds:.0f} seconds to read", SIMPLER)
    if code > 0:
        return ModelError("the process that reads files could not be started", "install Wenzheng again")
    return PageError(f"made its reader break off (signal {-code})", SIMPLER)


def _kill(process: subprocess.Popen[bytes], overdue: list[bool]) -> None:
    overdue.append(True)
    process.kill()


def _close(pipe: IO[bytes] | None) -> None:
    if pipe:
        with contextlib.suppress(OSError):
            pipe.close()


def _error(answer: dict[str, Any]) -> RagError:
    """The error that was raised there, of its own kind."""
    kind = getattr(errors, str(answer["error"]), PageError)
    known = isinstance(kind, type) and issubclass(kind, RagError)
    return (kind if known else PageError)(str(answer.get("fact", "")), str(answer.get("remedy", "")))
