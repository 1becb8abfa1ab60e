"""Offices that a sentence tells of, rather than puts before a name: 任某局局长, 当选为, 历任."""

from __future__ import annotations

import re

from rag.asked import Cue, Frame
from rag.tables import any_of

_APPOINTED = re.compile(
    rf"(?:{any_of('takes_office', 'asking_cues.tsv')}|任)[^，。；？]{{0,4}}[一-鿿]{{3,}}|免去[^，。；？]{{0,24}}职务|的[一-鿿]{{2,20}}职务"
)


_TO_COME = re.compile(r"拟任|拟提名|提名")
_TOLD_OVER = re.compile(rf"原[一-鿿]{{2,}}|{any_of('no_longer', 'asking_cues.tsv')}")


def of_that_time(query: Frame, text: str) -> bool:
    """Whether an office to come, or one that is over, is told where the question asks for such a one."""
    if Cue.TO_COME in query.cues:
        return _TO_COME.search(text) is not None
    return Cue.OVER not in query.cues or _TOLD_OVER.search(text) is not None


def appointed(name: str, text: str) -> bool:
    """Whether a sentence tells of the person that an office was taken up or is held."""
    return name in text and _APPOINTED.search(text) is not None
