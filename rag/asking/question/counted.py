"""The figures that a question asks for: 多少个科室参加、组成几支队伍."""

from __future__ import annotations

import re

from rag.asked import Counted
from rag.asking.question.focus import measure

_ASKING = re.compile(r"多少|几(?!乎|次三番)")
_BEFORE = re.compile(r"[一-鿿]{0,6}$")
_BEHIND = re.compile(r"(?:(?!多少|几|和|与|以及)[一-鿿]){0,8}")
_EACH = re.compile(r"[各每]|分别(?=[^，。？]{0,3}(?:多少|几))")
"""Figures of each of several things, which no one figure answers."""
_EMPTY = "了过的有来请上下是共一出到在"
"""What says nothing of what is counted."""


def counted(question: str) -> tuple[Counted, ...]:
    """Each of them in the order of the question; () where it asks for none, or for one of each of several things."""
    asking = list(_ASKING.finditer(question))
    if len(asking) > 1 and _EACH.search(question):
        return ()
    found = []
    for k, match in enumerate(asking):
        start = asking[k - 1].end() if k else 0
        unit, printed = measure(question, match.start())
        before = _BEFORE.search(question[start : match.start()])
        behind = _BEHIND.match(question, match.end() + len(printed))
        found.append(
            Counted(unit, (before[0] if before else "").strip(_EMPTY), (behind[0] if behind else "").strip(_EMPTY))
        )
    return tuple(found)
