"""A meeting that speaks and decides itself (会议指出，…; 会议审议通过…): its name stands for those who sat in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.records import Person
from rag.tables import any_of, cue_pattern
from rag.understanding.adverbials import adverbial
from rag.understanding.clauses import Hit
from rag.understanding.lexicon import Use
from rag.understanding.subjects import Subject

MEETING = "会议"
"""What a meeting is called that the article gives no name."""

HEARING = "听取"
"""What a meeting does though it is a verb of those on a visit (会议听取了…)."""

_FRONT = re.compile(rf"(?:[本此]次|这次|该)?(?:{any_of('gatherings')})(?![室厅中场期上前后由在])")
_NAMED = re.compile(r"(?:会议|大会|全会|会)(?:[（(][^（）()]*[）)])?$")
_TELLS = frozenset({Use.SAY, Use.TELL, Use.DO})
_APPOINTS = cue_pattern("electing")
"""Who is appointed at a meeting is appointed by the body whose meeting it is."""


def sitting(text: str, start: int, hits: Sequence[Hit], meeting: str, called_by: Sequence[Person]) -> Subject | None:
    """The meeting that a clause at `start` begins with, as the one who speaks or decides; None where it does neither.

    `meeting` is the name of the one told of (a ceremony is none), `called_by` the body that called it; both may be empty.
    """
    front = _FRONT.match(text, start)
    if front is None or not hits or hits[0].start < front.end():
        return None
    if hits[0].verb.use not in _TELLS and hits[0].verb.word != HEARING:
        return None
    between = text[front.end() : hits[0].start]
    if between and not adverbial(between):
        return None
    body = tuple(called_by) if _APPOINTS.search(hits[0].verb.word) else ()
    name = meeting if _NAMED.search(meeting) else MEETING
    return Subject(body or (Person(name),), start, front.end(), body=True, sitting=not body)
