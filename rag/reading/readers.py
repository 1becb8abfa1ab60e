"""Which kinds of file hold a page, and what turns the bytes of each into text."""

from __future__ import annotations

from collections.abc import Callable

from rag.reading.plain import decode

READERS: dict[str, Callable[[bytes], str]] = {".txt": decode}
"""File suffix -> reader. Each raises PageError with the fact (the file's name comes before it) and the remedy."""

SUFFIXES = frozenset(READERS)
