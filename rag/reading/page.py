"""A file -> its page: one reader per kind of file, then what the masthead tells."""

from __future__ import annotations

import hashlib
from pathlib import Path
from stat import S_ISREG

from rag.errors import EmptyPageError, NoPageError, PageError
from rag.reading.apart import read_apart
from rag.reading.beside import Beside
from rag.reading.files import Source
from rag.reading.kinds import unread
from rag.reading.masthead import read_masthead
from rag.reading.nature import ONLY_PICTURES, holds_pictures, true_suffix
from rag.reading.pictures.apart import Told
from rag.reading.readers import AS_WRITTEN, SUFFIXES
from rag.reading.scanned import PICTURES, read_picture, read_unseen
from rag.records import Page
from rag.scans import Scan
from rag.script import as_read

LARGEST = 64 * 1024 * 1024
"""Bytes. A newspaper page has some ten thousand characters; a file above this is something else."""

NO_TEXT = ("holds no text", "remove it, or give a page that has some")


def read_page(source: Source, told: Told | None = None) -> Page:
    """The page a file holds, with newspaper, issue date and edition where its masthead, head or file name give them.

    `told` hears how many of the file's sheets were recognised, and of how many.

    Raises PageError where the file is missing, of a kind that is not read, too large, not text, or takes too much time or
    memory to read; of its children,
    EmptyPageError where it holds nothing, NoPageError where it is of a kind that holds no page.
    """
    try:
        suffix, data = _opened(source)
        text, beside, scan = _contents(suffix, data, told)
    except PageError as error:
        raise type(error)(f"{source.name} {error.fact}", error.remedy) from error
    if not text.strip():
        fact, remedy = ONLY_PICTURES if holds_pictures(data) else NO_TEXT
        raise PageError(f"{source.name} {fact}", remedy)
    found = read_masthead(as_read(text), source.name, beside)
    digest, file = hashlib.sha256(text.encode()).hexdigest(), hashlib.sha256(data).hexdigest()
    return Page(
        source.name, text, digest, found.newspaper, found.issued, found.edition, found.dated_by, scan=scan, file=file
    )


def _contents(suffix: str, data: bytes, told: Told | None) -> tuple[str, Beside, Scan | None]:
    """The text of a file, what it tells beside that, and what of the text was recognised."""
    if suffix in PICTURES:
        text, scan = read_picture(data, told)
        return text, Beside(), scan
    found = read_apart(data, suffix)
    if found.unseen is None:
        return found.text, found.beside, None
    text, seen = read_unseen(data, found.unseen, told)
    return text, found.beside, seen


def file_digest(path: Path) -> str:
    """Of a file's bytes, as `Page.file` and `Scan.file` have it; empty where it cannot be read, or is larger than any page."""
    try:
        found = path.stat()
        if found.st_size > LARGEST or not S_ISREG(found.st_mode):
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _opened(source: Source) -> tuple[str, bytes]:
    """Which kind of file it is, by its name or, where that is another's, by its bytes; and the bytes."""
    if source.aside:
        raise NoPageError(source.aside, "give it by itself if it is a page")
    suffix = source.path.suffix.lower()
    refusal = None if suffix in SUFFIXES else unread(suffix)
    if isinstance(refusal, NoPageError):
        raise refusal
    data = bytes_of(source.path)
    if suffix not in AS_WRITTEN:
        suffix = true_suffix(data, suffix)
    if suffix not in SUFFIXES:
        raise refusal or _mistaken(suffix)
    return suffix, data


def _mistaken(suffix: str) -> PageError:
    """A file under the name of a page that is of a kind which is not read here: a picture where nothing recognises text."""
    found = unread(suffix)
    return PageError(found.fact, found.remedy)


def bytes_of(path: Path) -> bytes:
    """What a file holds. PageError, as a fact without its name, where it cannot be read, is empty or larger than any page."""
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            raise PageError("is no file", "give the file itself")
        if found.st_size > LARGEST:
            raise PageError(f"is larger than {LARGEST >> 20} MB", "split it into pages")
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise PageError(f"cannot be read ({why})", "check that it exists and that you may read it") from error
    if not data.strip():
        raise EmptyPageError("is empty", "remove it, or give a page that has text")
    return data
