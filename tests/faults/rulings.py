"""The ledger of corrections under faults: what was told to be kept is there, what was refused is not, and a file of it that is
cut, altered or gone costs no ruling. How many were tried is what each of these gives."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from rag.corrections import Entry, Ledger, anchored
from rag.corrections.ledger import COPY, FILE
from rag.errors import RagError
from rag.records import Span
from rag.ruled import Ruling, Thing
from tests.faults.disk import Disk, Failing, failing

TEXT = "海州日报\n东江大桥建成通车\n海州市市长陈志元来到东江县。\n"
ERRORS = (Failing.FULL, Failing.BROKEN, Failing.READ_ONLY)


def on_name(number: int) -> Entry:
    """A ruling on a name on a page of that number."""
    anchor = anchored(TEXT, (Span(19, 22),))
    page = (f"{number}.txt", f"{number:064x}")
    return Entry(Thing.PERSON, Ruling.MEND, *page, (anchor,), was=("陈志元",), now=("陈志远",))


def pages(folder: Path) -> list[str]:
    """Whose rulings a program that starts now reads."""
    return [entry.page for entry in Ledger(folder).entries()]


def failing_writes(place: Path) -> int:
    """Every fault at every write of ruling, once and from then on, on a ledger that is new, one that has lines, and one whose
    copy is to be made or mended first."""
    count = 0
    for name, begin in _BEGINNINGS.items():
        begins = place / name
        begin(begins)
        before = pages(begins)
        for how in ERRORS:
            for lasting in (False, True):
                for at in range(1, _writes(begins, place / "now") + 1):
                    _fails(begins, place / "now", Disk(how, at, lasting), before)
                    count += 1
    return count


def _fails(begins: Path, now: Path, disk: Disk, before: list[str]) -> None:
    _again(begins, now)
    kept, told = False, ""
    with failing(disk):
        try:
            Ledger(now).add(on_name(99))
            kept = True
        except RagError as error:
            told = str(error)
    assert kept or ("\n" not in told and "could not be kept" in told)
    found = pages(now)
    if "for sure" in told and found[-1:] == [
        "99.txt"
    ]:  # neither written out nor taken away: the disk took nothing more
        kept = disk.lasting
    assert found == [*before, *(["99.txt"] if kept else [])], f"{disk.how} at {disk.at}"
    Ledger(now).add(on_name(100))
    assert pages(now) == [*found, "100.txt"]
    assert Ledger(now).damage() == ""


def killed(place: Path, times: int, seed: int = 1) -> int:
    """A process that rules as fast as it can, killed at random moments: every ruling that it told is there."""
    dice = random.Random(seed)
    folder, told = place / "index.corrections", list[str]()
    for round_ in range(times):
        heard, tells = os.pipe()
        child = os.fork()
        if not child:
            with suppress(BaseException):
                ledger = Ledger(folder)
                for number in range(round_ * 10_000, (round_ + 1) * 10_000):
                    os.write(tells, f"{ledger.add(on_name(number)).page}\n".encode())
            os._exit(0)
        os.close(tells)
        time.sleep(0.02 + 0.1 * dice.random())
        os.kill(child, signal.SIGKILL)
        with os.fdopen(heard, "rb") as said:
            told += said.read().decode().split()
        os.waitpid(child, 0)
        found = pages(folder)
        assert set(told) <= set(found), "a ruling that was told is not there"
        assert len(found) == len(set(found))
        assert len(found) <= len(told) + round_ + 1, "more than one that was not told for each kill"
        assert Ledger(folder).unread() == 0
    Ledger(folder).add(on_name(9_999_999))
    assert Ledger(folder).damage() == ""
    assert (folder / FILE).read_bytes() == (folder / COPY).read_bytes()
    return times


def killed_at_writes(place: Path) -> int:
    """Ruling in a process that ends at each of its writes, or in the middle of it."""
    count = 0
    for name, begin in _BEGINNINGS.items():
        begins, now = place / name, place / "now"
        begin(begins)
        before = pages(begins)
        for how in (Failing.KILLED, Failing.TORN):
            for at in range(1, _writes(begins, now) + 1):
                _again(begins, now)
                child = os.fork()
                if not child:
                    with suppress(BaseException), failing(Disk(how, at)):
                        Ledger(now).add(on_name(99))
                    os._exit(0)
                os.waitpid(child, 0)
                assert [page for page in pages(now) if page != "99.txt"] == before
                Ledger(now).add(on_name(100))
                assert [page for page in pages(now) if page != "99.txt"] == [*before, "100.txt"]
                assert Ledger(now).damage() == ""
                count += 1
    return count


def damaged(place: Path, flips: int) -> int:
    """Either file cut, altered a byte at a time, gone, or another's: told, read from the other one, and mended."""
    begins, now = place / "begins", place / "now"
    _with_lines(begins)
    before = pages(begins)
    count = 0
    for name in (FILE, COPY):
        for what, data in _damages((begins / name).read_bytes(), flips):
            _again(begins, now)
            _lay(now / name, data)
            ledger = Ledger(now)
            assert [entry.page for entry in ledger.entries()] == before, f"{name} {what}"
            assert [entry.now for entry in ledger.entries()] == [("陈志远",)] * len(before), f"{name} {what}"
            assert ledger.damage() or name == COPY or "harmless" in what, f"{name} {what} is not told"
            ledger.add(on_name(100))
            again = Ledger(now)
            assert ([e.page for e in again.entries()], again.damage()) == ([*before, "100.txt"], ""), f"{name} {what}"
            count += 1
    return count


def _damages(data: bytes, flips: int) -> Iterator[tuple[str, bytes | None]]:
    yield "gone", None
    yield "empty", b""
    yield "of something else", b"\x89something else\n" * 40
    ends = [at + 1 for at, byte in enumerate(data) if byte == 10]
    for end in ends[:-1]:
        yield f"cut behind the line that ends at {end}", data[:end]
    for k in range(1, flips + 1):
        yield f"cut to {k} of {flips + 1}", data[: len(data) * k // (flips + 1)]
    for k in range(flips):
        at = len(data) * k // flips
        yield _flipped(data, at)


def _flipped(data: bytes, at: int) -> tuple[str, bytes]:
    """A byte altered; in the name of the digest itself that leaves a line that says what it said, without one."""
    new = data[:at] + bytes([data[at] ^ 0x15]) + data[at + 1 :]
    line = new[new.rfind(b"\n", 0, at) + 1 :].partition(b"\n")[0]
    try:
        harmless = "sum" not in json.loads(line)
    except ValueError:
        harmless = False
    return f"altered at {at}{' (harmless)' if harmless else ''}", new


def _lay(path: Path, data: bytes | None) -> None:
    path.unlink()
    if data is not None:
        path.write_bytes(data)


def _again(begins: Path, now: Path) -> None:
    shutil.rmtree(now, ignore_errors=True)
    if begins.exists():
        shutil.copytree(begins, now)


def _writes(begins: Path, now: Path) -> int:
    _again(begins, now)
    with failing(Disk()) as disk:
        Ledger(now).add(on_name(99))
    return disk.writes


def _with_lines(folder: Path) -> None:
    ledger = Ledger(folder)
    for number in range(5):
        ledger.add(on_name(number))


def _without_copy(folder: Path) -> None:
    _with_lines(folder)
    (folder / COPY).unlink()


def _damaged(folder: Path) -> None:
    _with_lines(folder)
    data = bytearray((folder / FILE).read_bytes())
    data[len(data) // 2] ^= 0x15
    (folder / FILE).write_bytes(data)


def _torn(folder: Path) -> None:
    _with_lines(folder)
    with (folder / FILE).open("ab") as file:
        file.write(b'{"thing":"person","rul')


_BEGINNINGS: dict[str, Callable[[Path], object]] = {
    "new": lambda folder: None,
    "with lines": _with_lines,
    "without copy": _without_copy,
    "damaged": _damaged,
    "torn": _torn,
}
