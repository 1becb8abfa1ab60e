"""Who acts, and who is acted on, in the clause that tells a deed.

Chinese has no endings for this: whoever stands before the verb acts (甲会见乙), whoever stands behind it, or before 被,
is acted on, and behind a verb with 的 stand those of whom it is told (牺牲的消防员卢家树). A clause that names nobody is
told of those of the clause before it, unless it has a subject of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.asking.heads.clauses import Clause, clause_at
from rag.tables import any_of, cue_pattern

CAME_ALONG = cue_pattern("along", "asking_cues.tsv")
ATTENDED = re.compile(
    rf"{any_of('took_part', 'asking_cues.tsv')}|(?:通报|汇报)了|主持(?=[^，,。；;]{{0,10}}(?:会|仪式|召开|活动|座谈)|[，,。；;]|并)"
)
TAKING_PART = re.compile(f"{CAME_ALONG.pattern}|{ATTENDED.pattern}")
"""Verbs of whoever was there too."""

_TOWARDS = re.compile(
    rf"(?:向|对|给|为|代表|替|受|将|把|据|{any_of('to_whom', 'asking_cues.tsv')}|陪|请|(?<![、，参])与|同|跟)(?:了)?[一-鿿“”]{{0,16}}$"
)
"""What makes the name behind it somebody whom the clause does something for, to or with."""

_DELEGATE = "代表"
"""An office where a whole sentence begins with it (代表甲建议…，代表乙提出…), else 代表甲 is on behalf of him."""

_BY = re.compile(r"由[一-鿿]{0,16}$")
_OFFICES = re.compile(
    r"(?:(?:(?:(?![了到赴在对向把被由给并随和])[一-鿿]){1,24}?(?:[长记任席员师]|常委|负责人|负责同志))?、)+"
)
"""What is left of a list of people without their names: offices."""

_NEGATED = re.compile(r"没有?|未(?!来)|并非|不(?!断|仅|但|久|忘|同|法)")
_ADVERBIAL = re.compile(
    rf"^(?:还|也|并|又|再|{any_of('jointly')}|{any_of('meanwhile')}|{any_of('carefully')}|{any_of('day_parts')}|随即|一行|当场|[0-9年月日时点]|(?:在|就|对|向|为|代表|率|带)[^，。]*+)*$"
)
_REACH = 14
"""Characters between 的 and the names of those of whom a verb before it is told: their offices stand there."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name where a sentence prints it."""

    name: str
    start: int
    end: int


def agents(text: str, clauses: Sequence[Clause], names: Sequence[Named], deed: tuple[int, int]) -> tuple[str, ...]:
    """Who does what `text[deed[0]:deed[1]]` tells; () where that is not told of anybody by name, or is denied."""
    clause = clause_at(clauses, deed[0])
    if clause is None or _denied(text, clause, deed):
        return ()
    if told := _of_whom(text, clause, names, deed):
        return told
    before = sorted((n for n in names if clause.start <= n.start and n.end <= deed[0]), key=lambda n: n.start)
    if before:
        passive = [n for n in before if text[n.end : deed[0]].find("被") >= 0]
        rest = [n for n in before if n not in passive or text.rfind("被", 0, n.start) > clause.start]
        return _without_objects(text, clause, [*_listed_before(text, clauses, clause, names), *rest])
    return _understood(text, clauses, clause, names, deed)


def _listed_before(text: str, clauses: Sequence[Clause], clause: Clause, names: Sequence[Named]) -> list[Named]:
    """Those of the clauses before that hold nothing but people with their offices (县长甲，副县长乙、丙陪同)."""
    found: list[Named] = []
    for before in reversed([c for c in clauses if c.part == clause.part and c.end <= clause.start]):
        inside = sorted((n for n in names if before.start <= n.start and n.end <= before.end), key=lambda n: n.start)
        rest = text[before.start : before.end]
        for n in inside:
            rest = rest.replace(n.name, "、")
        if not inside or inside[-1].end != before.end or not _OFFICES.fullmatch(rest):
            break
        found = [*inside, *found]
    return found


def patients(text: str, clauses: Sequence[Clause], names: Sequence[Named], deed: tuple[int, int]) -> tuple[str, ...]:
    """To whom that is done; () where nobody is named, or it is denied."""
    clause = clause_at(clauses, deed[0])
    if clause is None or _denied(text, clause, deed):
        return ()
    if told := _of_whom(text, clause, names, deed):
        return told
    inside = sorted((n for n in names if clause.start <= n.start and n.end <= clause.end), key=lambda n: n.start)
    if "被" in text[clause.start : deed[0]]:
        mark = text.rindex("被", clause.start, deed[0])
        return tuple(n.name for n in inside if n.end <= mark)
    behind = [n for n in inside if n.start >= deed[1]]
    if behind and not text[deed[1] : behind[0].start].startswith("的"):
        return tuple(n.name for n in behind)
    taken = [
        n for n in inside if n.end <= deed[0] and re.search(r"[对将把][一-鿿“”]{0,16}$", text[clause.start : n.start])
    ]
    return tuple(n.name for n in taken)


def _denied(text: str, clause: Clause, deed: tuple[int, int]) -> bool:
    return _NEGATED.search(text[max(clause.start, deed[0] - 6) : deed[0]]) is not None


def _of_whom(text: str, clause: Clause, names: Sequence[Named], deed: tuple[int, int]) -> tuple[str, ...]:
    """The names behind a verb with 的 (牺牲的消防员卢家树、陶一鸣), one behind the other."""
    if not text.startswith(("的", "了的"), deed[1]):
        return ()
    found: list[str] = []
    at = deed[1]
    for n in sorted(names, key=lambda n: n.start):
        if n.start < deed[1] or n.end > clause.end:
            continue
        if n.start - at > (_REACH if not found else 1):
            break
        found.append(n.name)
        at = n.end
    return tuple(found)


def _without_objects(text: str, clause: Clause, before: Sequence[Named]) -> tuple[str, ...]:
    """Of the names before a verb those who are its subject: only those behind 由 where there is one, none behind 向 or 陪同."""
    by = [n for n in before if _BY.search(text[clause.start : n.start])]
    if by:
        return tuple(n.name for n in by)
    free: list[str] = []
    office = _DELEGATE if text.startswith(_DELEGATE) else ""
    for n in before:
        lead = text[clause.start : n.start].removeprefix(office)
        if _TOWARDS.search(lead.rpartition("、")[2] if not free else lead):
            break
        free.append(n.name)
    return tuple(free)


def _understood(
    text: str, clauses: Sequence[Clause], clause: Clause, names: Sequence[Named], deed: tuple[int, int]
) -> tuple[str, ...]:
    """Those who act in the clause before, of the same stretch, where this one has no subject of its own."""
    if not _ADVERBIAL.match(text[clause.start : deed[0]].strip()):
        return ()
    earlier = [c for c in clauses if c.part == clause.part and c.end <= clause.start]
    for other in reversed(earlier):
        inside = sorted((n for n in names if other.start <= n.start and n.end <= other.end), key=lambda n: n.start)
        if inside:
            return _without_objects(text, other, inside)
    return ()
