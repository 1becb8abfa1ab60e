"""Whose words are studied and whose way is gone again: named in a report without taking part in anything."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.records import Person
from rag.tables import any_of, cue_words, rows
from rag.understanding.act import Act
from rag.understanding.roles import Named

_OF_THE_COUNTRY = cue_words("of_the_country")

REACH = 60
"""Characters between a verb of studying and the name, with the offices before it."""

LONGEST_VERB = 20
LISTED = 300
"""Characters between a verb of studying and the name of one of several whose words are studied."""
TITLE = 300
"""Characters before a name in which the title or quotation opens that it stands in."""

_STUDY = "|".join(word for (word, kind) in rows("studying.tsv") if kind == "verb")
_WORDS = "|".join(word for (word, kind) in rows("studying.tsv") if kind == "words")
_BEFORE = re.compile(rf"(?:{_STUDY})了?[^，,。；;“”]{{0,{REACH}}}$")
_BEHIND = re.compile(rf"[^，,。；;]{{0,40}}?(?:{_WORDS})(?<!(?<!的)(?<!重要)讲话)|[^，,。；;]{{0,40}}?讲话精神")
_SPIRIT = re.compile(
    rf"[^，,。；;“”]{{0,24}}?重要(?:{any_of('leaders_words')})(?:和[^，,。；;]{{0,12}}?)?(?:批示|指示)?精神"
)
"""Behind a name, what makes it that of words which are carried on, whatever is done with them (…重要指示精神宣讲队)."""

_LISTED = re.compile(rf"(?:{_STUDY})了?[^。；;]{{0,200}}[，,、][^，,。；;]{{0,{REACH}}}$")
_ENDING = re.compile(rf"[^，,。；;]{{0,60}}(?:{_WORDS})(?<!(?<!的)(?<!重要)讲话)(?=[，,、。；;]|$)")
"""One of several whose words a sentence says are studied, one behind the other."""
_TITLE = re.compile(r"《[^《》]{0,120}$|“[^“”]{0,120}(?:思想|精神|讲话)[^“”]{0,120}$")


def invoked(text: str, start: int, end: int) -> bool:
    """Whether the name at `[start, end)` is only that of words studied, or of a way gone again."""
    if _TITLE.search(text, max(0, start - TITLE), start) or _SPIRIT.match(text, end):
        return True
    if _ENDING.match(text, end) and _LISTED.search(text, max(0, start - LISTED), start):
        return True
    return (
        _BEFORE.search(text, max(0, start - REACH - LONGEST_VERB), start) is not None
        and _BEHIND.match(text, end) is not None
    )


def taking_part(text: str, people: Sequence[Named]) -> tuple[Named, ...]:
    """The persons of a sentence who may take part in what it tells."""
    return tuple(p for p in people if not invoked(text, p.start, p.end))


def cites(speakers: Sequence[Person], acts: Sequence[Act]) -> bool:
    """Whether a speaker tells of the country's leaders, without a word of theirs, that they asked for something
    (总书记十分关心，提出明确要求): it is his sentence, and they were not there."""
    leaders = any(p.role.endswith(_OF_THE_COUNTRY) for act in acts for p in act.subject.people)
    wordless = all(act.family == "say" and not act.target for act in acts)
    return leaders and wordless and not any(p.role.endswith(_OF_THE_COUNTRY) for p in speakers)
