"""Offices that a sentence tells of, rather than puts before a name: 任某局局长, 当选为, 历任."""

from __future__ import annotations

import re

from rag.asked import Cue, Frame

_APPOINTED = re.compile(
    r"(?:担任|出任|现任|历任|兼任|就任|履新|当选|挂职|任)[^，。；？]{0,4}[一-鿿]{3,}|免去[^，。；？]{0,24}职务|的[一-鿿]{2,20}职务"
)


_TO_COME = re.compile(r"拟任|拟提名|提名")
_TOLD_OVER = re.compile(r"免去|原任|原[一-鿿]{2,}|曾任|曾担任|此前任|辞去|不再担任|历任|先后任")


def of_that_time(query: Frame, text: str) -> bool:
    """Whether an office to come, or one that is over, is told where the question asks for such a one."""
    if Cue.TO_COME in query.cues:
        return _TO_COME.search(text) is not None
    return Cue.OVER not in query.cues or _TOLD_OVER.search(text) is not None


def appointed(name: str, text: str) -> bool:
    """Whether a sentence tells of the person that an office was taken up or is held."""
    return name in text and _APPOINTED.search(text) is not None
