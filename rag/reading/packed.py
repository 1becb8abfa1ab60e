"""Documents that are archives of XML (.docx, .ofd): their parts, read with bounds."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from rag.errors import PageError

LARGEST = 100 * 1024 * 1024
"""Bytes that a document may unpack to. A page of text needs a thousandth; a zip bomb promises gigabytes."""

LARGEST_PART = 32 * 1024 * 1024
"""Bytes of one part of text."""

MOST_PARTS = 20_000


class Packed:
    """An open archive. `damaged` is the fact and the remedy for what cannot be read of it."""

    def __init__(self, data: bytes, damaged: tuple[str, str]) -> None:
        self.damaged = damaged
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise PageError(*damaged) from error
        entries = self._archive.infolist()
        if sum(entry.file_size for entry in entries) > LARGEST or len(entries) > MOST_PARTS:
            raise PageError(f"unpacks to more than {LARGEST >> 20} MB", "save its text alone as a new document")
        self._names = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}

    def part(self, name: str) -> bytes:
        """The bytes of a part, nothing where there is none of that name. PageError where it cannot be unpacked."""
        entry = self._names.get(name.lstrip("/").lower())
        if entry is None:
            return b""
        try:
            with self._archive.open(entry) as file:
                data = file.read(LARGEST_PART + 1)
        except Exception as error:  # the archive's errors are of many kinds and of one meaning
            raise PageError(*self.damaged) from error
        if len(data) > LARGEST_PART:
            raise PageError(f"has a part of more than {LARGEST_PART >> 20} MB", "save its text alone as a new document")
        return data

    def tree(self, name: str) -> Any:
        """The root of a part of XML, None where there is no such part. PageError for what is not XML."""
        from lxml import etree

        data = self.part(name)
        if not data.strip():
            return None
        try:
            return etree.fromstring(
                data, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
            )
        except etree.XMLSyntaxError as error:
            raise PageError(*self.damaged) from error


def local(element: Any) -> str:
    """An element's name without its namespace; empty for what is none (a processing instruction)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """The value of an attribute by its name without namespace; empty where it is not given."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
