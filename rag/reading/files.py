"""Which files are pages, and what each page is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.errors import RagError
from rag.reading.readers import SUFFIXES

NOT_PAGES = ("readme", "license", "licence")
"""Names that stand beside pages in a folder and are about them."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that should hold a page. `name` is its path relative to the folder given (posix), or its file name."""

    path: Path
    name: str


def find_sources(paths: Sequence[Path]) -> list[Source]:
    """The pages in `paths` (files and folders), by name; hidden files and files of other kinds in a folder are left out.

    Raises RagError for a path that does not exist, a folder that holds no page, and two pages of one name.
    """
    found: dict[str, Source] = {}
    for path in paths:
        for source in _in_folder(path) if path.is_dir() else _one_file(path):
            other = found.setdefault(source.name, source)
            if other.path.resolve() != source.path.resolve():
                raise RagError(
                    f"{other.path} and {source.path} would both be the page {source.name}",
                    "rename one of them, or give the folder that holds both",
                )
    return sorted(found.values(), key=lambda s: s.name)


def _one_file(path: Path) -> Iterator[Source]:
    if not path.exists():
        raise RagError(f"{path} does not exist", "give a folder of newspaper pages, or one page")
    yield Source(path, path.name)


def _in_folder(folder: Path) -> Iterator[Source]:
    empty = True
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if _is_page(path, inside):
            empty = False
            yield Source(path, inside.as_posix())
    if empty:
        raise RagError(f"{folder} holds no page", f"put files of these kinds there: {' '.join(sorted(SUFFIXES))}")


def _is_page(path: Path, inside: Path) -> bool:
    hidden = any(part.startswith(".") for part in inside.parts)
    return (
        not hidden
        and path.suffix.lower() in SUFFIXES
        and not path.stem.lower().startswith(NOT_PAGES)
        and path.is_file()
    )
