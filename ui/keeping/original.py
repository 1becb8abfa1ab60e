"""The file that a page was read of, as it lies in the folder of pages now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rag import file_digest
from ui.following.listing import Mark, mark_at
from ui.keeping.folder import own_file

REMEMBERED = 4096
"""Files whose digests are remembered as long as nobody touches them: a list of pages asks for fifty at a time."""


@dataclass(frozen=True, slots=True)
class Original:
    """A page's file, and whether it was `changed` since it was read; an index may not know what it was read of."""

    page: str
    changed: bool = False


def original(folder: Path | None, page: str, digest: str) -> Original | None:
    """The file of the page of that name, which was read of a file of that digest; None where it is not kept."""
    path = original_path(folder, page)
    if path is None:
        return None
    return Original(page, bool(digest) and _digest(path, mark_at(path)) != digest)


def is_printed(page: str) -> bool:
    """Whether a page of that name is a PDF by it, whose sheets can be drawn."""
    return page.lower().endswith(".pdf")


def original_path(folder: Path | None, page: str) -> Path | None:
    """Where the file really lies; None where the folder has none of that name, or only a link out of it."""
    path = own_file(folder, page) if folder else None
    if folder is None or path is None:
        return None
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):  # it may not be looked at, went away meanwhile, or is a link to itself
        return None
    return real if real.is_relative_to(folder.resolve()) else None


@lru_cache(maxsize=REMEMBERED)
def _digest(path: Path, mark: Mark | None) -> str:
    return file_digest(path)
