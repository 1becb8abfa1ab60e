"""Whether a value stated is true, as the gold answer has it."""

from __future__ import annotations

import re
import unicodedata


def is_true(value: str, truth: str) -> bool:
    """Whether the value, a date in any of the ways to print it, stands in the truth; width, case and spaces aside."""
    whole = _squashed(truth)
    ways = (_squashed(value), *map(_squashed, _dates(value)))
    return any(way and way in whole for way in ways) or _printed_bare(value, whole)


def _printed_bare(value: str, whole: str) -> bool:
    """Whether the truth gives a day without its month, or a month without its year, as newspapers print them."""
    found = re.fullmatch(r"\d{4}-(\d{2})(?:-(\d{2}))?", value)
    if not found:
        return False
    bare = rf"(?<![月\d]){int(found[2])}[日号]" if found[2] else rf"(?<![年\d]){int(found[1])}月(?!\d)"
    return re.search(bare, whole) is not None


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
