"""A file -> its page: one reader per kind of file, then what the masthead tells."""

from __future__ import annotations

import hashlib
from pathlib import Path

from rag.errors import PageError
from rag.reading.beside import Beside
from rag.reading.files import Source
from rag.reading.masthead import read_masthead
from rag.reading.readers import BESIDE, READERS, SUFFIXES
from rag.records import Page
from rag.script import as_read

LARGEST = 64 * 1024 * 1024
"""Bytes. A newspaper page has some ten thousand characters; a file above this is something else."""


def read_page(source: Source) -> Page:
    """The page a file holds, with newspaper, issue date and edition where its masthead, head or file name give them.

    Raises PageError where the file is missing, empty, not of a known kind, too large, or not text.
    """
    suffix = source.path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise PageError(f"{source.name} is of no known kind", f"save it as one of {' '.join(sorted(SUFFIXES))}")
    try:
        data = _bytes(source.path)
        text = reader(data)
    except PageError as error:
        raise PageError(f"{source.name} {error.fact}", error.remedy) from error
    if not text.strip():
        raise PageError(f"{source.name} holds no text", "remove it, or give a page that has some")
    beside = BESIDE[suffix](data) if suffix in BESIDE else Beside()
    found = read_masthead(as_read(text), source.name, beside)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Page(source.name, text, digest, found.newspaper, found.issued, found.edition, found.dated_by)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise PageError(f"is larger than {LARGEST >> 20} MB", "split it into pages")
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise PageError(f"cannot be read ({why})", "check that it exists and that you may read it") from error
