"""Offices and verbs of activity named in a text such as a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.records import Activity
from rag.tables import cue_pattern
from rag.understanding.lexicon import Lexicon

_BODY = re.compile(r"(?:[省市区县州镇]|街道)(?:委|政协|人大(?:常委会)?|政府|纪委|党工委)$")

_RANK = cue_pattern("ranks", ending=True)
"""What tells one of several deputies from the others."""

_TOO_SHORT = 1
"""Verbs of one character (到, 说) tell too little in a question, but for this one."""
_GO = "赴"


def offices_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Offices named in a Chinese text, the longest where they overlap, in order of occurrence, each once."""
    ends = ((m.start(), m.end()) for m in lexicon.patterns["office"].finditer(text))
    return tuple(dict.fromkeys(text[_front(text, start) : end] for start, end in ends))


def activities_in(text: str, lexicon: Lexicon) -> tuple[tuple[Activity, ...], tuple[str, ...]]:
    """Kinds of activity a Chinese text asks about, and the verbs that say so, in order of occurrence, each once."""
    verbs = tuple(dict.fromkeys(_verbs(text, lexicon)))
    return tuple(dict.fromkeys(lexicon.verbs[v].activity for v in verbs)), verbs


def _front(text: str, start: int) -> int:
    """Where the body or the rank begins whose office stands at `start` (市委 before 书记, 常务 before 副市长)."""
    rank = _RANK.search(text[:start])
    start = rank.start() if rank else start
    match = _BODY.search(text[:start])
    return match.start() if match else start


def _verbs(text: str, lexicon: Lexicon) -> Iterator[str]:
    for match in lexicon.patterns["asked"].finditer(text):
        if len(match.group()) > _TOO_SHORT or match.group() == _GO:
            yield match.group()
