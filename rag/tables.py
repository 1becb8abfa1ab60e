"""Word lists: tab-separated files in `rag/data`, a comment line starting with # says what the columns are."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table that comes with the package, without comments and empty lines."""
    return parse(files("rag").joinpath("data", name).read_text(encoding="utf-8"))


def parse(text: str) -> Iterator[list[str]]:
    """Fields of each line that is neither empty nor a comment, stripped of outer white space."""
    return (fields for _, fields in numbered(text))


def numbered(text: str) -> Iterator[tuple[int, list[str]]]:
    """The same with the number of the line, from 1."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [field.strip() for field in line.rstrip("\n").split("\t")]
