"""Each file beside an index cut short, altered, gone, or in the place of another's: what it tells is what was written, or a line
about the damage; a damaged one is neither read nor written over, nobody comes in by it, and nothing else is harmed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from rag import SettingError, Span
from tests.faults.files import damages
from ui.beside import checked
from ui.following.notes import FILE as FOLDER
from ui.following.notes import Became, Note, Notes
from ui.gate.account import Role
from ui.gate.accounts import Accounts
from ui.gate.audit import AUDIT, Audit
from ui.watches.records import Hit
from ui.watches.store import Watches
from ui.watches.tables import FILE as WATCHES

ACCOUNTS = "accounts.json"
PASSWORDS = {"wang": "a reader's words", "li.na": "an editor's words", "zhao": "another's words"}


def databases_damaged(place: Path, flips: int) -> int:
    """Every damage of what is watched and of what is known of the folder; how many there were."""
    whole, other, now = place / "whole", place / "other", place / "now"
    _watch(whole, "青苗镇")
    _watch(other, "望湖小学")
    _note(whole, place / "pages", "a.txt")
    _note(other, place / "others", "z.txt")
    told = _told(whole)
    count = 0
    for name in (WATCHES, FOLDER):
        for what, damage in damages(flips):
            _again(whole, now)
            damage(now / name, other / name)
            known = {**told, name: _told(other)[name]} if what == "of another index" else told
            _right_or_told(now, name, known, what)
            count += 1
        _again(whole, now)
        shutil.copyfile(whole / ({WATCHES, FOLDER} - {name}).pop(), now / name)
        _right_or_told(now, name, told, "of the other kind")
        count += 1
    return count


def _right_or_told(now: Path, name: str, known: dict[str, object], what: str) -> None:
    """Each file tells what is known of it; the damaged one perhaps a line, and stays as it is then. One that is gone, or of
    which nothing is left, is begun anew."""
    begun_anew = not (now / name).exists() or not (now / name).stat().st_size
    left = b"" if begun_anew else (now / name).read_bytes()
    for one, read in _READ.items():
        try:
            found = read(now)
        except SettingError as error:
            assert one == name, f"{name} {what} harms {one}"
            _one_line(error, "; move it away, or put a copy of it in its place")
            assert _write_is_refused(now, name), f"{name} {what} is written over"
            assert (now / name).read_bytes() == left, f"{name} {what} is changed"
            assert [t.whole for t in checked(now, now / ACCOUNTS) if name in t.line] == [False], what
        else:
            assert found == (_NOTHING[one] if begun_anew and one == name else known[one]), f"{name} {what}: {one}"


def _write_is_refused(now: Path, name: str) -> bool:
    try:
        _WRITE[name](now)
    except SettingError:
        return True
    return False


def accounts_damaged(place: Path, flips: int) -> int:
    """Every damage of the file of accounts; nobody comes in by it who did not before, nor in another role."""
    whole = place / ACCOUNTS
    accounts = Accounts(whole)
    for name, role in zip(PASSWORDS, (Role.READER, Role.EDITOR, Role.READER), strict=True):
        accounts.put(name, PASSWORDS[name], role)
    known, hashes, count = accounts.all(), json.loads(whole.read_text()), 0
    now = place / "now.json"
    for what, damage in damages(flips):
        if what == "of another index":
            continue
        shutil.copyfile(whole, now)
        damage(now, whole)
        try:
            found = Accounts(now)
        except SettingError as error:
            _one_line(error, "; put a copy of it in its place, or move it away")
            assert [told.whole for told in checked(place / "index", now)] == [False], what
        else:
            assert found.all() == (known if now.exists() else ()), what
            # the password is kept as a digest of itself: where that is the same, so is who comes in
            assert all(found._known[a.name]["password"] == hashes[a.name]["password"] for a in found.all()), what
        count += 1
    return count


def log_damaged(place: Path, flips: int) -> int:
    """Every damage of the log: what is noted afterwards is a line of its own, and the check counts what was altered."""
    whole, now = place / "whole.jsonl", place / AUDIT
    audit = Audit(whole)
    for name in ("a.txt", "页.txt", "c.txt"):
        audit.note("wang", "delete", name, "192.0.2.7")
    before, count = whole.read_bytes().splitlines(), 0
    for what, damage in damages(flips):
        shutil.copyfile(whole, now)
        damage(now, whole)
        with patch("ui.gate.audit.report", _not_expected):
            Audit(now).note("li.na", "correct", "d.txt")
        lines = now.read_bytes().splitlines()
        assert json.loads(lines[-1])["what"] == "d.txt", what
        altered = [line for line in lines[:-1] if line not in before]
        (told,) = checked(place / "index", place / ACCOUNTS)
        assert told.whole == (not altered or _without_sum(altered, before)), f"{what}: {told.line}"
        count += 1
    return count


def _without_sum(altered: list[bytes], before: list[bytes]) -> bool:
    """Whether lines say what they said, but for the name of their digest, so that they have none."""
    said = [{k: v for k, v in json.loads(line).items() if k != "sum"} for line in before]
    try:
        told = [json.loads(line) for line in altered]
    except ValueError:
        return False
    return all("sum" not in one and {k: one.get(k) for k in said[0]} in said for one in told)


def _one_line(error: SettingError, remedy: str) -> None:
    assert "\n" not in str(error)
    assert remedy in str(error)


def _not_expected(error: Exception) -> None:
    raise AssertionError(error)


def _again(whole: Path, now: Path) -> None:
    shutil.rmtree(now, ignore_errors=True)
    shutil.copytree(whole, now)


def _watch(index: Path, name: str) -> None:
    watches = Watches(index)
    first = watches.add(name, "谁走访了学校？", {})
    watches.add(f"{name}的会议", "", {"where": name, "type": "meeting"})
    digests = [f"{n:064x}" for n in range(40)]
    with watches.file.writing() as db:
        db.executemany("INSERT INTO pages VALUES (?, ?, ?, 1)", ((d, n, n) for n, d in enumerate(digests, 1)))
    hits = [Hit(first.id, digest, 1, (Span(n, n + 9), Span(n + 20, n + 31))) for n, digest in enumerate(digests)]
    watches.finds.put(first.id, dict.fromkeys(digests, 1), hits)
    watches.see(first.id, "wang", 7)


def _note(index: Path, folder: Path, name: str) -> None:
    folder.mkdir()
    notes = Notes(index, folder)
    notes.put({f"{n}{name}": Note(f"{n} 7", Became.PAGE, f"{n}{name}", f"{n:064x}") for n in range(40)})
    notes.into_bin(["3" + name], 1_700_000_000.5)
    notes.brought(["4" + name])


def _watched(index: Path) -> object:
    watches = Watches(index)
    return [(w, watches.finds.standing(w.id), watches.seen(w.id, "wang")) for w in watches.all()]


def _noted(index: Path) -> object:
    notes = Notes(index)
    return notes.read(), notes._known_folder()


def _told(index: Path) -> dict[str, object]:
    return {name: read(index) for name, read in _READ.items()}


_READ: dict[str, Callable[[Path], object]] = {WATCHES: _watched, FOLDER: _noted}
_NOTHING: dict[str, object] = {WATCHES: [], FOLDER: _noted(Path("nowhere"))}
_WRITE: dict[str, Callable[[Path], object]] = {
    WATCHES: lambda index: Watches(index).add("红土镇", "", {"where": "红土镇"}),
    FOLDER: lambda index: Notes(index).brought(["b.txt"]),
}
