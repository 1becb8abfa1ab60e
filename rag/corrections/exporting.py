"""Rulings on names as word lists: what was right or wrong once is known when other pages are read (`--words`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rag.corrections.entries import Entry
from rag.errors import RagError
from rag.ruled import Ruling, Thing

Row = tuple[str, ...]

LISTS = {Thing.PERSON: "people", Thing.OFFICE: "offices", Thing.PLACE: "gazetteer"}
"""The list that takes what is right, by what it is."""


def write_words(entries: Sequence[Entry], folder: Path) -> dict[str, int]:
    """Add to the word lists of a folder what these rulings say; how many rows each list gained.

    Rows that are there stay. RagError where the folder cannot be read or written.
    """
    gained: dict[str, list[Row]] = {}
    for name, row in rows(entries):
        gained.setdefault(name, []).append(row)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return {name: _added(folder / f"{name}.tsv", new) for name, new in sorted(gained.items())}
    except (OSError, UnicodeDecodeError) as error:
        raise RagError(f"the word lists in {folder} cannot be written ({error})", "name another folder") from error


def rows(entries: Iterable[Entry]) -> Iterator[tuple[str, Row]]:
    """(list, row) of all that the rulings say of names."""
    for entry in entries:
        if (name := LISTS.get(entry.thing)) is None:
            continue
        yield from ((name, (word,)) for word in entry.now)
        if entry.thing is not Thing.PERSON or not entry.ruling.changes:
            continue
        for was in entry.was:
            if _is_other_writing(entry, was):
                yield "aliases", (was, entry.now[0])
            elif was not in entry.now:
                yield "not_names", (was,)


def _is_other_writing(entry: Entry, was: str) -> bool:
    """Whether the former name is one more way to write the right one, and no piece of the text that is none."""
    if len(entry.now) != 1 or was in entry.now:
        return False
    now = entry.now[0]
    return entry.ruling is Ruling.MERGE or (len(was) == len(now) and was not in now)


def _added(path: Path, new: Sequence[Row]) -> int:
    old = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    known = {tuple(line.split("\t")) for line in old.splitlines()}
    lines = ["\t".join(row) for row in dict.fromkeys(new) if row not in known]
    if lines:
        with path.open("a", encoding="utf-8", newline="\n") as file:  # what the list holds is never written over
            file.write(("" if old.endswith("\n") or not old else "\n") + "".join(f"{line}\n" for line in lines))
    return len(lines)
