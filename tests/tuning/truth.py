"""Whether a value stated is true, as the gold answer has it."""

from __future__ import annotations

import re
import unicodedata


def is_true(value: str, truth: str) -> bool:
    """Whether the value, a date in any of the ways to print it, stands in the truth; width, case and spaces aside."""
    whole = _squashed(truth)
    return any(way and way in whole for way in (_squashed(value), *map(_squashed, _dates(value))))


def _squashed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()


def _dates(value: str) -> list[str]:
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", value)
    if not found:
        return []
    year, month, day = (int(x) if x else None for x in found.groups())
    if day:
        return [f"{month}月{day}日", f"{month}月{day}号"]
    return [f"{year}年{month}月"] if month else [f"{year}年"]
