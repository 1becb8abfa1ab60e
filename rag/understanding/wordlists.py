"""The package's word lists with the user's own rows behind them, each of the user's lines checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.counting import Count
from rag.errors import SettingError
from rag.tables import numbered, rows

BACK = "-"
"""Before a word or a pattern in a user's list: the package's row of it is not to be used."""

Table = list[list[str]]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a row of a list holds: its first column, the others by name, which of them may be missing or say anything."""

    first: str
    others: tuple[str, ...]

    @property
    def needed(self) -> int:
        return 1 + sum("?" not in column for column in self.others)

    def wanted(self) -> str:
        return " TAB ".join((self.first, *(c.rstrip("?*") for c in self.others)))


def word_lists(extra: Path | None) -> Mapping[str, Table]:
    """Every list by name: the package's rows, but those that NAME.tsv in folder `extra` takes back (-WORD), then its own.

    Raises SettingError, naming file and line, for a row that cannot be read; for a folder that is not there; and for
    a table there that is none of the lists, so that a slip in a file's name is noticed.
    """
    shapes = dict(_shapes())
    own = {name: _packaged(name) for name in shapes}
    _check_folder(extra, shapes)
    return {name: _joined(own[name], list(_users(extra, name, shape, own[name]))) for name, shape in shapes.items()}


def _joined(own: Table, users: Table) -> Table:
    """The package's rows and the user's, without those that the user takes back."""
    back = {row[0][1:] for row in users if _takes_back(row)}
    return [*(row for row in own if row[0] not in back), *(row for row in users if not _takes_back(row))]


def _takes_back(row: Sequence[str]) -> bool:
    return row[0].startswith(BACK) and len(row[0]) > 1


def _shapes() -> Iterator[tuple[str, _Shape]]:
    for name, first, *others in rows("word_lists.tsv"):
        yield name, _Shape(first, tuple(others[0].split(",")) if others else ())


def _packaged(name: str) -> Table:
    """The package's own rows; none of the lists that are the user's alone."""
    try:
        return list(rows(f"{name}.tsv"))
    except FileNotFoundError:
        return []


def _check_folder(folder: Path | None, shapes: Mapping[str, _Shape]) -> None:
    if folder is None:
        return
    if not folder.is_dir():
        raise SettingError(f"there is no folder of word lists {folder}", "name an existing folder with --words")
    for path in sorted(folder.glob("*.tsv")):
        if path.stem not in shapes:
            raise SettingError(f"{path} is no word list", f"name it one of {', '.join(shapes)}")


def _users(folder: Path | None, name: str, shape: _Shape, own: Table) -> Iterator[list[str]]:
    path = folder / f"{name}.tsv" if folder else None
    if path is None or not path.is_file():
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} cannot be read ({error})", "save it as UTF-8 text") from error
    for line, row in numbered(text):
        if problem := _problem(row, shape, own):
            raise SettingError(f"{path}, line {line}: {problem}", f"write {shape.wanted()}")
        yield row


def _problem(row: Sequence[str], shape: _Shape, own: Table) -> str:
    """What is wrong with a row, or nothing."""
    if _takes_back(row):
        return "" if any(r[0] == row[0][1:] for r in own) else f"there is no {row[0][1:]!r} to take back"
    if not shape.needed <= len(row) <= 1 + len(shape.others):
        return f"{Count(len(row)):# column|# columns}"
    if not row[0]:
        return "the first column is empty"
    for k, (value, column) in enumerate(zip(row[1:], shape.others, strict=False), 1):
        known = dict.fromkeys(r[k] for r in own if len(r) > k)
        if "*" not in column and value not in known:
            return f"no {column.rstrip('?')} is called {value!r}, only {', '.join(known)}"
    return _no_pattern(row[0]) if shape.first == "pattern" else ""


def _no_pattern(text: str) -> str:
    try:
        matches_nothing = re.compile(text).match("") is not None
    except re.error as error:
        return f"{text!r} is no regular expression ({error})"
    return f"{text!r} fits everywhere" if matches_nothing else ""
