"""A power cut: what was not written out when the power went is lost, or there in part.

The order of writes, of what writes them out, of renames and of what was told is recorded while an act is done. For a cut
at any place of that order the folder is laid down as a disk may hold it then: every file as it was last written out, and
of what came since nothing, all, or some, the last sectors of a write missing. A file that was written out is there under
its name, as on the usual file systems; a rename, or a deletion, is there for sure once its folder was written out.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rag.records import Outcome
from tests.faults.acts import Act, Scene, small_steps
from tests.faults.disk import Disk, failing

Keeps = Callable[[], bool]
"""Whether something that was not written out is there all the same."""

SECTOR = 512
LOGS = ("-wal", "-journal")
"""SQLite writes out the folder, too, when it first writes out one of these."""

POLICIES = ("nothing", "all", "some")
NEVER_KEPT = "-shm"
"""SQLite's shared memory, which it never writes out."""


@dataclass
class _File:
    """`kept` is what the disk has for sure, None where that is not even its name; `since` what was done to it after that."""

    kept: bytes | None
    since: list[tuple[str, Any]] = field(default_factory=list)

    def left(self, keeps: Keeps, dice: random.Random) -> bytes | None:
        """What is there after the cut."""
        now, there = bytearray(self.kept or b""), self.kept is not None
        for what, given in self.since:
            if not keeps():
                continue
            there = True
            if what == "cut":
                del now[given:]
                continue
            at, data = given
            torn = data if dice.random() < 0.5 else data[: SECTOR * dice.randrange(len(data) // SECTOR + 1)]
            data = torn if keeps is not _ALL else data
            now[len(now) :] = bytes(max(0, at + len(data) - len(now)))
            now[at : at + len(data)] = data
        return bytes(now) if there else None


def _ALL() -> bool:  # noqa: N802
    return True


class Recording(Disk):
    """A disk that never fails and remembers what was done to it. With `lies` it says that it wrote out and does not."""

    def __init__(self, lies: bool = False) -> None:
        super().__init__()
        self.lies = lies
        self.acts: list[tuple[str, str, tuple[Any, ...]]] = []

    def done(self, what: str, path: str, *more: Any) -> None:
        """As Disk has it; of a file written by the program itself `sync` is recorded with its bytes."""
        if what == "sync" and self.lies:
            return
        if what == "sync" and Path(path).is_dir():
            what = "names"
        elif what == "sync" and not any(path == known for _, known, _ in self.acts):
            more = (Path(path).read_bytes(),)
        self.acts.append((what, path, more))

    def tell(self, name: str) -> None:
        """A page was told."""
        self.acts.append(("told", name, ()))


class Cut:
    """The files as the disk may hold them when the power went after so many of the recorded acts."""

    def __init__(self, acts: list[tuple[str, str, tuple[Any, ...]]], before: dict[str, bytes]) -> None:
        self.told: set[str] = set()
        self._files = {path: _File(data) for path, data in before.items()}
        self._gone: dict[str, _File] = {}
        self._renamed: list[tuple[str, str, _File | None]] = []
        for what, path, more in acts:
            getattr(self, f"_{what}")(path, *more)

    def files(self, policy: str, dice: random.Random) -> Iterator[tuple[str, bytes | None]]:
        """Each path with what lies there; None for nothing."""
        keeps: Keeps = {"nothing": lambda: False, "all": _ALL, "some": lambda: dice.random() < 0.5}[policy]
        found = {path: file.left(keeps, dice) for path, file in self._files.items()}
        for path, file in self._gone.items():
            if found.get(path) is None:
                found[path] = None if keeps() else file.left(keeps, dice)
        for source, target, other in reversed(self._renamed):
            if not keeps():
                found[source] = found.get(target)
                found[target] = other.left(keeps, dice) if other else None
        yield from ((path, data) for path, data in found.items() if not path.endswith(NEVER_KEPT))

    def _told(self, name: str) -> None:
        self.told.add(name)

    def _file(self, path: str) -> _File:
        return self._files.setdefault(path, _File(None))

    def _write(self, path: str, at: int, data: bytes) -> None:
        self._file(path).since.append(("write", (at, data)))

    def _cut(self, path: str, size: int) -> None:
        self._file(path).since.append(("cut", size))

    def _sync(self, path: str, whole: bytes | None = None) -> None:
        file = self._file(path)
        if file.kept is None and path.endswith(LOGS):
            self._names(os.path.dirname(path))
        file.kept = file.left(_ALL, random.Random(0)) or b"" if whole is None else whole
        file.since.clear()

    def _delete(self, path: str, synced: bool) -> None:
        file = self._files.pop(path, None)
        if file and not synced:
            self._gone[path] = file

    def _rename(self, source: str, target: str) -> None:
        other, self._files[target] = self._files.get(target), self._files.pop(source, _File(b""))
        self._renamed.append((source, target, other))

    def _names(self, folder: str) -> None:
        self._renamed = [one for one in self._renamed if os.path.dirname(one[1]) != folder]
        self._gone = {path: file for path, file in self._gone.items() if os.path.dirname(path) != folder}


def power_cuts(act: Act, place: Path, most: int, lies: bool = False) -> int:
    """The act with the power cut at up to `most` moments of it, and after each page that was told; how many there were."""
    dice = random.Random(act.name)
    with small_steps():
        scene = Scene(act, place)
        config, now = scene.again()
        before = held(now)
        disk = Recording(lies)
        with failing(disk):
            act.do(config, now, lambda outcome: _hears(disk, outcome))
        moments = _moments(disk.acts, most)
        for number, at in enumerate(moments):
            config, now = scene.again()
            cut = Cut(disk.acts[:at], before)
            lay(cut, POLICIES[number % len(POLICIES)], dice)
            scene.holds(config, now, cut.told)
    return len(moments)


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def lay(cut: Cut, policy: str, dice: random.Random) -> None:
    """Lay the files down as the cut left them, over what is there."""
    for place, data in cut.files(policy, dice):
        path = Path(place)
        if data is None:
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _hears(disk: Recording, outcome: Outcome) -> None:
    if outcome.kind.is_page and not outcome.why:
        disk.tell(outcome.name)


def _moments(acts: list[Any], most: int) -> list[int]:
    """Numbers of acts after which the power goes: evenly spread, the end, and three times after each thing told."""
    spread = (
        {1 + k * (len(acts) - 1) // max(1, most - 1) for k in range(most)} if len(acts) > most else {*range(len(acts))}
    )
    told = [number + 1 for number, act in enumerate(acts) if act[0] == "told"]
    return sorted([*spread, *(moment for moment in told for _ in POLICIES)])
