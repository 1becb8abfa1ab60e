"""The files that lie beside an index and are no part of it: whether each is whole, copied with the index, and brought back.

What is watched and what is known of a followed folder goes with the index. Accounts and the log of who did what do not: they lie
where `--accounts` says, one file may serve several indexes, and a copy of an index may go to whoever may not have passwords.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rag import Count, RagError
from ui.filed import Filed
from ui.following.notes import Notes
from ui.gate.accounts import count_in
from ui.gate.audit import AUDIT, Audit
from ui.watches.tables import filed

NOT_TAKEN = "not in the copy: accounts.json and audit.jsonl, which are no part of an index: keep copies of your own"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one file in one line, and whether it is as it should be."""

    line: str
    whole: bool = True


def files(index: Path) -> tuple[Filed, ...]:
    """Those that go with the index in this folder."""
    return filed(index), Notes(index).file


def checked(index: Path, accounts: Path) -> Iterator[Told]:
    """Of each that is there, whether it is as it was written; nothing is changed."""
    for file in files(index):
        if file.there():
            yield _tried(f"whole: {file.path}", file.check)
    if accounts.exists():
        yield _tried(f"whole: {accounts}", partial(count_in, accounts))
    audit = Audit(accounts.with_name(AUDIT))
    if audit.path and audit.path.exists():
        yield _log(audit, audit.path)


def taken_along(index: Path, copy: Path) -> Iterator[Told]:
    """Copy those that are there, each as it is at one moment, and say what is left out."""
    for file, to in zip(files(index), files(copy), strict=True):
        if file.there():
            yield _tried(f"copied to: {to.path}", partial(file.copy_to, to.path))
    yield Told(NOT_TAKEN)


def brought_back(index: Path, copy: Path) -> Iterator[Told]:
    """Put those of a copy where there is none, or a damaged one, which is kept aside. One that is whole stays: what was watched
    and noted since the copy was made is nowhere else."""
    for file, source in zip(files(index), files(copy), strict=True):
        if not source.there():
            continue
        if file.there() and _tried("", file.check).whole:
            yield Told(f"left as it is: {file.path} (the one of the copy is {source.path})")
            continue
        yield _tried(f"restored: {file.path}", partial(_replaced, file, source))


def _replaced(file: Filed, source: Filed) -> None:
    source.check()
    if file.there():
        file.path.replace(file.path.with_name(f"{file.path.name}.damaged"))
    source.copy_to(file.path)


def _tried(line: str, does: Callable[[], object]) -> Told:
    try:
        does()
    except OSError as error:
        return Told(f"failed: {error.filename} ({error.strerror}); see that the folder can be written", whole=False)
    except RagError as error:
        return Told(f"damaged: {error}", whole=False)
    return Told(line)


def _log(audit: Audit, path: Path) -> Told:
    try:
        bad, lines = audit.damaged()
    except OSError as error:
        return Told(f"failed: {path} cannot be read ({error.strerror}); allow it", whole=False)
    if bad:
        fact = f"{Count(bad):# line|# lines} of {path} {Count(bad):is|are} not as written"
        return Told(f"damaged: {fact}; the other {lines - bad} are, and it is added to as before", whole=False)
    return Told(f"whole: {path}")
