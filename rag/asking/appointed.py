"""Offices that a sentence tells of, rather than puts before a name: 任某局局长, 当选为, 历任."""

from __future__ import annotations

import re

_APPOINTED = re.compile(
    r"(?:担任|出任|现任|历任|兼任|就任|履新|当选|挂职|任)[^，。；？]{0,4}[一-鿿]{3,}|免去[^，。；？]{0,24}职务|的[一-鿿]{2,20}职务"
)


def appointed(name: str, text: str) -> bool:
    """Whether a sentence tells of the person that an office was taken up or is held."""
    return name in text and _APPOINTED.search(text) is not None
