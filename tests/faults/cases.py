"""Every fault at every write, and the end of the process anywhere: how many were tried is what each of these gives."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

from rag.records import Outcome
from tests.faults.acts import Act, Scene, one_line, small_steps
from tests.faults.disk import Disk, Failing, failing

ERRORS = (Failing.FULL, Failing.BROKEN, Failing.READ_ONLY)
KILLS = (Failing.KILLED, Failing.TORN)


def failing_disk(act: Act, place: Path, most: int) -> int:
    """The act on a disk that fails, once or from then on, at up to `most` of its writes."""
    with small_steps():
        scene = Scene(act, place)
        points = _points(_writes(scene), most)
        for number, at in enumerate(points):
            disk = Disk(ERRORS[number % len(ERRORS)], at, lasting=number % 2 == 0)
            config, now = scene.again()
            told: set[str] = set()
            with failing(disk), one_line():
                scene.act.do(config, now, _hears(told))
            scene.holds(config, now, told)
        return len(points)


def killed_at_writes(act: Act, place: Path, most: int) -> int:
    """The act in a process that ends at up to `most` of its writes, before the write or in its middle."""
    with small_steps():
        scene = Scene(act, place)
        points = _points(_writes(scene), most)
        for number, at in enumerate(points):
            _killed(scene, lambda: Disk(KILLS[number % len(KILLS)], at), None)  # noqa: B023
        return len(points)


def killed_at_random(act: Act, place: Path, times: int, seed: int = 1) -> int:
    """The act in a process that ends at random moments of it."""
    dice = random.Random(f"{act.name} {seed}")
    with small_steps():
        scene = Scene(act, place)
        config, now = scene.again()
        began = time.monotonic()
        act.do(config, now, lambda outcome: None)
        long = time.monotonic() - began
        for _ in range(times):
            _killed(scene, Disk, dice.uniform(0, long))
        return times


def _writes(scene: Scene) -> int:
    """How many writes the act makes where nothing fails."""
    config, now = scene.again()
    with failing(Disk()) as disk:
        scene.act.do(config, now, lambda outcome: None)
    return disk.writes


def _points(writes: int, most: int) -> list[int]:
    """At most so many of the numbers from 1 to `writes`, spread evenly."""
    return (
        sorted({1 + k * (writes - 1) // max(1, most - 1) for k in range(most)})
        if writes > most
        else [*range(1, writes + 1)]
    )


def _killed(scene: Scene, disk: Callable[[], Disk], after: float | None) -> None:
    """Do the act in a fork that ends at a write, or after so many seconds; then see what holds."""
    config, now = scene.again()
    heard, tells = os.pipe()
    child = os.fork()
    if not child:
        code = 1
        try:
            with failing(disk()):
                scene.act.do(config, now, lambda outcome: _tells(tells, outcome))
            code = 0
        finally:
            os._exit(code)
    os.close(tells)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(heard, "rb") as said:
        told = set(filter(None, said.read().decode().split("\n")))
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the act failed by itself"
    scene.holds(config, now, told)


def _tells(pipe: int, outcome: Outcome) -> None:
    if outcome.kind.is_page and not outcome.why:
        os.write(pipe, f"{outcome.name}\n".encode())


def _hears(told: set[str]) -> Callable[[Outcome], None]:
    return lambda outcome: told.update([outcome.name] if outcome.kind.is_page and not outcome.why else ())
