"""What a page that somebody brought says is put aside before the folder's file of its name takes its place."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ui.keeping.folder import put_aside
from ui.ports import Asked


def save_words(asked: Asked, folder: Path, names: Collection[str]) -> dict[str, Path]:
    """The words of those pages that are there as text files among the folder's deleted ones; where each lies."""
    first = {page.name: page.first for page in asked.pages() if page.name in names} if names else {}
    return {name: put_aside(folder, name, asked.reading(name, article).page.text) for name, article in first.items()}
