"""Which files are pages, and what each page is called."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR

from rag.errors import RagError
from rag.reading.readers import SUFFIXES

ABOUT_PAGES = ("readme", "license", "licence")
"""Names that stand beside pages in a folder and are about them."""

_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters of a file's name that would move a terminal's cursor or turn its text round, and bytes that are none."""

UNSHOWN = "has characters in its name that cannot be shown"

LOCK = "~$"
"""What a word processor's note that a document is open begins with."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read. `name` is its path relative to the folder given (posix), or its file name.

    `aside` says why a file that lies in a folder is taken for no page there, whatever its kind; else it is empty.
    """

    path: Path
    name: str
    aside: str = ""


def find_sources(paths: Sequence[Path], within: Path | None = None) -> list[Source]:
    """Every file in `paths` (files and folders), by name; what is hidden in a folder is left out.

    With `within` the paths are files of that folder: each has the name that it has where the whole folder is given, and
    one that went away meanwhile is left out.

    Raises RagError for a path that does not exist or may not be looked at, a folder without a file, and two pages of one name.
    """
    found: dict[str, Source] = {}
    for path in paths:
        for source in _sources(path, within):
            other = found.setdefault(source.name, source)
            if other is not source and _may_be_page(source) and other.path.resolve() != source.path.resolve():
                raise RagError(
                    f"{other.path} and {source.path} would both be the page {source.name}",
                    "rename one of them, or give the folder that holds both",
                )
    return sorted(found.values(), key=lambda s: s.name)


def _sources(path: Path, within: Path | None) -> Iterator[Source]:
    if within is not None:
        return _of_folder(path, within)
    return _in_folder(path) if _is_folder(path) else _one_file(path)


def _is_folder(path: Path) -> bool:
    try:
        return S_ISDIR(path.stat().st_mode)
    except PermissionError as error:
        raise RagError(f"{path} lies in a folder that may not be entered", "allow it, or give another one") from error
    except (OSError, ValueError):
        return False


def _may_be_page(source: Source) -> bool:
    return not source.aside and source.path.suffix.lower() in SUFFIXES


def _one_file(path: Path) -> Iterator[Source]:
    if not path.exists():
        raise RagError(f"{path} does not exist", "give a folder of newspaper pages, or one page")
    yield Source(path, _shown(path.name), UNSHOWN if _UNSHOWN.search(path.name) else "")


def _of_folder(path: Path, folder: Path) -> Iterator[Source]:
    if os.path.lexists(path):
        yield Source(path, _shown(path.relative_to(folder).as_posix()), _aside(path, folder))


def _in_folder(folder: Path) -> Iterator[Source]:
    shut: list[OSError] = []
    empty = True
    for place, folders, files in os.walk(folder, onerror=shut.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in sorted([*links, *files]):
            if not name.startswith("."):
                empty = False
                path = Path(place) / name
                aside = "is a link to a folder" if name in links else _aside(path, folder)
                yield Source(path, _shown(path.relative_to(folder).as_posix()), aside)
    for error in shut:
        empty = False
        yield Source(Path(error.filename), _shown(Path(error.filename).relative_to(folder).as_posix()))
    if empty:
        raise RagError(f"{folder} holds no page", f"put files of these kinds there: {' '.join(sorted(SUFFIXES))}")


def _shown(name: str) -> str:
    """The name with what cannot be shown, or would move the cursor of a terminal, as its number."""
    return _UNSHOWN.sub(lambda m: m.group().encode("unicode_escape").decode(), name)


def _aside(path: Path, folder: Path) -> str:
    if path.is_symlink() and path.exists() and not path.resolve().is_relative_to(folder.resolve()):
        return "is a link out of the folder"
    if _UNSHOWN.search(path.name):
        return UNSHOWN
    if path.name.startswith(LOCK):
        return "only tells that a word processor has a document open"
    if path.stem.lower().startswith(ABOUT_PAGES):
        return "stands beside pages and is about them"
    return ""
