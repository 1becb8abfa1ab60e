"""Word lists: tab-separated files in `rag/data`, a comment line starting with # says what the columns are."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table that comes with the package, without comments and empty lines."""
    return parse(files("rag").joinpath("data", name).read_text(encoding="utf-8"))


def user_rows(folder: Path | None, name: str) -> Iterator[list[str]]:
    """The rows of a table of the same name in the user's own folder; none where there is no such file."""
    path = folder / name if folder else None
    return parse(path.read_text(encoding="utf-8-sig")) if path and path.is_file() else iter(())


def parse(text: str) -> Iterator[list[str]]:
    """Fields of each line that is neither empty nor a comment, stripped of outer white space."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield [field.strip() for field in line.rstrip("\n").split("\t")]
