"""A folder in which things happen by chance, and what must hold of the index that follows it.

    python -m tests.ui.following.churn --operations 10000 --kills 20

makes that many operations while the one who follows is killed and started again, and says what it found.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from rag import Config
from tests.ui.following.kept import Looked
from ui.keeping.folder import DELETED, landed, new_part

PATIENCE = 300.0
"""Seconds in which the index must have come to hold what the folder holds, once nothing happens any more."""
MOST = 40
"""Files in the folder, about: few enough that operations meet one another."""

_NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_DEEDS = ("检查防汛工作", "走访困难家庭", "调研茶叶产业", "督查道路施工", "看望环卫工人")
_TOWNS = ("青苗镇", "北屿乡", "东江街道", "望湖镇")


def page(number: int) -> str:
    """A page unlike any other."""
    day, who = number % 28 + 1, _NAMES[number % len(_NAMES)] + _NAMES[number // 7 % len(_NAMES)]
    town, deed = _TOWNS[number % len(_TOWNS)], _DEEDS[number % len(_DEEDS)]
    return f"{town}第{number}号通报\n　　本报讯（记者 何小雨）5月{day}日，海州市副市长{who}到{town}{deed}，这是第{number}次。\n"


@dataclass
class Folder:
    """The folder, what somebody brought into it in the browser, and what has been said in it at all."""

    path: Path
    chance: random.Random
    brought: dict[str, str] = field(default_factory=dict)
    made: int = 0
    done: dict[str, int] = field(default_factory=dict)

    def happen(self) -> None:
        """One thing, by chance."""
        acts = {
            self.add: 24, self.change: 18, self.rename: 14, self.remove: 16, self.copy: 8, self.overwrite: 4, self.swap: 4,
            self.touch: 3, self.empty: 2, self.spoil: 2, self.by_halves: 2, self.move_folder: 2, self.remove_folder: 1,
            self.bring: 5,
        }  # fmt: skip
        act = self.chance.choices(list(acts), list(acts.values()))[0]
        with contextlib.suppress(FileNotFoundError):  # what arrives is moved by the other process
            act()
        self.done[act.__name__] = self.done.get(act.__name__, 0) + 1

    def files(self) -> list[Path]:
        """Those that are no part of coming and going."""
        found: list[Path] = []
        for place, folders, names in os.walk(self.path):  # which minds nothing that goes away meanwhile
            folders[:] = [name for name in folders if not name.startswith(".")]
            found += [Path(place) / name for name in names if not name.startswith(".")]
        return sorted(found)

    def add(self) -> None:
        if len(self.files()) < MOST:
            self._write(self._new(), self._text())

    def change(self) -> None:
        self._some(lambda path: self._write(path, self._text()))

    def rename(self) -> None:
        self._some(lambda path: os.replace(path, self._new()))

    def remove(self) -> None:
        self._some(Path.unlink)

    def copy(self) -> None:
        if len(self.files()) < MOST:
            self._some(lambda path: shutil.copyfile(path, self._new()))

    def overwrite(self) -> None:
        """One takes another's place, by being moved over it or by being copied."""
        put = self.chance.choice((os.replace, shutil.copyfile))
        self._some(lambda one: self._some(lambda other: one == other or put(one, other)))

    def swap(self) -> None:
        def exchanged(one: Path, other: Path) -> None:
            aside = one.with_name(f".{one.name}.aside")
            os.replace(one, aside)
            os.replace(other, one)
            os.replace(aside, other)

        self._some(lambda one: self._some(lambda other: one == other or exchanged(one, other)))

    def touch(self) -> None:
        self._some(Path.touch)

    def empty(self) -> None:
        self._some(lambda path: path.write_bytes(b""))

    def spoil(self) -> None:
        """It becomes what is no page of a newspaper."""
        self._some(lambda path: path.write_bytes(self.chance.randbytes(300)))

    def by_halves(self) -> None:
        """It is written slowly."""
        text, path = self._text().encode(), self._new()
        with path.open("wb") as file:
            for half in (text[: len(text) // 2 + 1], text[len(text) // 2 + 1 :]):
                file.write(half)
                file.flush()
                time.sleep(0.02)

    def move_folder(self) -> None:
        folders = sorted({path.parent for path in self.files()} - {self.path})
        if folders:
            os.rename(self.chance.choice(folders), self.path / f"of-{self._number()}")

    def remove_folder(self) -> None:
        folders = sorted({path.parent for path in self.files()} - {self.path})
        if folders:
            shutil.rmtree(self.chance.choice(folders))

    def bring(self) -> None:
        """Somebody drops a file in the browser."""
        text, name = page(self._number()), f"brought-{self.made}.txt"
        part = new_part(self.path, uuid4().hex[:12])
        part.write_text(text, encoding="utf-8", newline="")
        landed(part, name)
        self.brought[name] = text

    def _some(self, do: Callable[[Path], object]) -> None:
        if files := self.files():
            do(self.chance.choice(files))

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8", newline="")

    def _text(self) -> str:
        """Mostly new, at times what another file said before or says now."""
        old = self.made and self.chance.random() < 0.2
        return page(self.chance.randint(max(1, self.made - 30), self.made)) if old else page(self._number())

    def _new(self) -> Path:
        inside = self.chance.choice(("", "", "", "一版", "二版"))
        (self.path / inside).mkdir(exist_ok=True)
        return self.path / inside / f"{self._number()}.txt"

    def _number(self) -> int:
        self.made += 1
        return self.made


def wrong(folder: Folder, index: Path) -> list[str]:
    """Where the index does not hold what the folder holds, or something brought in the browser is gone; empty if nowhere.

    The page of a file that cannot be read any more may stay as it was.
    """
    texts = Looked(Config(index=index)).texts()
    files = {p.relative_to(folder.path).as_posix(): p for p in folder.files()}
    said = {name: told for name, path in files.items() if (told := _text_of(path))}
    spoiled = {name for name, path in files.items() if name not in said and _size_of(path)}
    found = [
        f"the index has {name}, which no file says"
        for name, text in texts.items()
        if name not in folder.brought and name not in spoiled and said.get(name) != text
    ]
    found += [f"{name} is in no page of the index" for name, text in said.items() if text not in texts.values()]
    aside = {p.read_text(encoding="utf-8") for p in (folder.path / DELETED).rglob("*.txt")}
    gone = (name for name, text in folder.brought.items() if text not in texts.values() and text not in aside)
    return [*found, *(f"{name}, which was brought in the browser, is gone" for name in gone)]


def _size_of(path: Path) -> int:
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_size
    return 0


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return ""


@contextlib.contextmanager
def following(folder: Path, index: Path) -> Iterator[Callable[[], None]]:
    """A process that follows; what is given kills it and starts another."""
    command = (sys.executable, "-m", "tests.ui.following.kept", str(folder), str(index), "0")
    running = [subprocess.Popen(command)]

    def again() -> None:
        running[-1].kill()
        running[-1].wait()
        running.append(subprocess.Popen(command))

    try:
        yield again
    finally:
        running[-1].kill()
        running[-1].wait()


def churned(place: Path, operations: int, kills: int, seed: int, pace: float = 0.0) -> Folder:
    """So many operations, with the one who follows killed so many times; the folder. AssertionError where the index is wrong
    once everything has settled. `pace` are seconds between two operations, on average."""
    folder, index = Folder(place / "pages", random.Random(seed)), place / "index"
    folder.path.mkdir()
    deaths = set(folder.chance.sample(range(operations), kills))
    folder.add()
    with following(folder.path, index) as again:
        _until_right(folder, index)
        for number in range(operations):
            folder.happen()
            if number in deaths:
                time.sleep(folder.chance.random() * 2)
                again()
            time.sleep(folder.chance.expovariate(1 / pace) if pace else 0)
        _until_right(folder, index)
    return folder


def decisions(place: Path) -> int:
    """How many were made."""
    return sum(1 for log in place.glob("index/folder.log*") for _ in log.open(encoding="utf-8"))


def _until_right(folder: Folder, index: Path) -> None:
    ends = time.monotonic() + PATIENCE
    while (found := wrong(folder, index)) and time.monotonic() < ends:
        time.sleep(0.5)
    time.sleep(1.0)
    found = found or wrong(folder, index)
    assert not found, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--operations", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pace", type=float, default=0.05, help="seconds between two operations, on average")
    given = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        folder = churned(Path(place), given.operations, given.kills, given.seed, given.pace)
        lines = decisions(Path(place))
        sys.stdout.write(
            f"{given.operations} operations {folder.done}, {given.kills} kills: index = folder of {len(folder.files())} files, "
            f"{len(folder.brought)} files brought are there; {lines} decisions ({time.monotonic() - began:.0f} s)\n"
        )


if __name__ == "__main__":
    main()
