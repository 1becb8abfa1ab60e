"""A day as somebody types it."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"(\d{4})(?:\D+(\d{1,2})(?:\D+(\d{1,2}))?)?\D*", re.ASCII)
_LENGTHS = {1: 4, 2: 7, 3: 10}
"""Characters of an ISO date of which so many parts are known."""


class UnreadableDayError(Exception):
    """A day was typed that none can be made of; `field` says where."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def day_of(field: str, typed: str) -> str | None:
    """2023, 2023-5, 2023年5月6日 and the like as an ISO year, month or day; None for nothing. UnreadableDayError for the rest."""
    if not typed.strip():
        return None
    match = _DAY.fullmatch(typed.strip())
    try:
        year, month, day = (int(part or 1) for part in match.groups()) if match else (0, 0, 0)
        return date(year, month, day).isoformat()[: _LENGTHS[match.lastindex or 1] if match else 0]
    except ValueError as error:
        raise UnreadableDayError(field) from error
