"""What an act is done to: the object of its main verb, or what it is said to be about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.tables import any_of
from rag.understanding.clauses import Hit
from rag.understanding.lexicon import Use

_ABOUT = re.compile(rf"(?:对|就|围绕)((?:(?!对|就|围绕)[^，,。；;]){{2,60}}?)(?:{any_of('doing')})")
"""What is inspected, where it stands before the verb (对商场进行检查)."""

_SCRAP = re.compile(r"、|以及|并(?!购)|[和及](?![平田顺县政合谐硕静林睦时])|后(?![勤备台])|[说道称到]$")
"""How what stands behind a verb begins that is not its object."""

_LEFT_OVER = re.compile(r"(?:系列|专项|集中)?(?:活动|工作|行动)")
_TRIM = re.compile(
    r"^(?:[过的着]|了(?!解))++|(?<![小临及按同平准当战学])时$|期间$"
    r"|的?同时$|^(?:时)?发现$|^时[对发得看感听还又就获].*$"
    r"|(?<![，,。；;：:\s并和])(?:[，,。；;：:\s]|(?<=[一-鿿])[并和])++$"
)


def target_of(text: str, family: str, main: Hit, hits: Sequence[Hit], start: int, end: int) -> str:
    """The target of an act told at `[start, end)` of a sentence, `main` being the one of its verbs that tells most; nothing
    where only 活动 or a scrap stands there."""
    target = object_of(text, _object_start(family, main, hits), end)
    if family != "visit":
        return target
    left_over = not target or _LEFT_OVER.fullmatch(target) is not None
    if left_over and (about := _ABOUT.search(text, start, main.start)):
        return about.group(1)
    return "" if left_over else target


def object_of(text: str, start: int, end: int) -> str:
    """The words between two offsets without what is no part of an object, or nothing."""
    found = _TRIM.sub("", text[start:end])
    return "" if _SCRAP.match(found) else found


def _object_start(family: str, main: Hit, hits: Sequence[Hit]) -> int:
    """Where the object of the main verb begins: behind further verbs that touch it (调研了解), with a visit joined."""
    if family == Use.JOIN and main.verb.use is Use.ACT:
        return main.start
    at = main.end
    for hit in hits if family == "visit" else ():
        at = hit.end if at <= hit.start <= at + 1 else at
    return at
