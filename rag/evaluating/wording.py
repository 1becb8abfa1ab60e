"""Wording laid open for comparison: two texts that differ in width, case or white space alone are the same."""

from __future__ import annotations

import re
import unicodedata

_MARKER = re.compile(r"\[\d+\]")
_SPACE = re.compile(r"\s+")


def squash(text: str) -> str:
    """Width and case folded, white space and citation markers dropped: for comparing wording only."""
    return _SPACE.sub("", without_markers(unicodedata.normalize("NFKC", text))).lower()


def without_markers(text: str) -> str:
    """The text as a reader counts it, its citation markers left out."""
    return _MARKER.sub("", text)
