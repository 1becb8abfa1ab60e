"""What a list of names says of all in it: 参加的有某某、某某, 出席会议的还有：某某　某某."""

from __future__ import annotations

import re

_MARK = re.compile(r"([，,。；;：:])")
_COLONS = frozenset("：:")
_CUE = re.compile(r"(?:的|人员)(?:还|也|都)?(?:有|包括|为)")

_LONGEST = 40
"""Characters of what is said before a list."""


def said_of_list(name: str, text: str) -> str:
    """The words before a list in which the name stands, from the clause's beginning, or nothing."""
    pieces = _MARK.split(text)
    for clause, mark, behind in zip(pieces[::2], [*pieces[1::2], ""], [*pieces[2::2], ""], strict=True):
        last = clause.rfind(name)
        for cue in _CUE.finditer(clause, 1):
            announced = cue.end() == len(clause) and mark in _COLONS and name in behind
            if cue.end() <= last or announced:
                return clause[max(0, cue.start() - _LONGEST) : cue.start()]
    return ""
