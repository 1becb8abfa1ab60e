"""Which files are pictures, and whether they can be read here."""

from __future__ import annotations

from importlib.util import find_spec

PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp")
"""Suffixes of pictures that may be a page."""

LIBRARY = "rapidocr"

INSTALL = "install what recognises text: pip install 'wenzheng[ocr]'"
"""What to do where the library is not there."""


def is_installed() -> bool:
    """Whether pictures can be read here."""
    return find_spec(LIBRARY) is not None
