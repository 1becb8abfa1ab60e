"""How an act is reported: as done, planned or past, or denied."""

from __future__ import annotations

import re

from rag.records import Standing
from rag.tables import any_of
from rag.understanding.scenes import Scene
from rag.understanding.subjects import Subject

LONGEST_CUE = 16
"""Characters behind the verb at which a word that tells an act's standing may still look (将 before 赴)."""

_AHEAD = re.compile(rf"[也还都均仍又更必]将(?![军领士来])|将(?={any_of('to_do')})|{any_of('to_come')}")
_BACK = re.compile(r"此前(?:已|曾|就)|(?<!早)在此之前")
_OUGHT = re.compile(r"(?<![主重需只首概纪摘简提险扼])要(?![素点求闻塞道客害务员])|应当|必须")


def standing(scene: Scene, subject: Subject, start: int, stop: int) -> Standing | None:
    """How an act is reported, by the words between clause or subject and verb; None where it is denied."""
    if subject.body and _OUGHT.search(scene.text[:stop]):
        return Standing.PLANNED
    behind = subject.end if start <= subject.end <= stop else start
    for kind, cue in scene.lexicon.standings.items():
        near = cue.search(scene.text, behind, stop + LONGEST_CUE)
        if (near and near.start() < stop) or (
            kind != "denied" and (cue.match(scene.text) or cue.match(scene.text, start))
        ):
            return None if kind == "denied" else Standing(kind)
    return Standing.DONE


def lasting(text: str, start: int, stop: int, before: Standing) -> Standing:
    """How the words between two offsets make their clause stand, and those behind it with the same subject: as to come or
    as past, else as the clause `before` stands."""
    if _AHEAD.search(text, start, stop):
        return Standing.PLANNED
    return Standing.PAST if _BACK.search(text, start, stop) else before
