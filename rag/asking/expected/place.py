"""Where: a place that the question does not name, or a verb of going."""

from __future__ import annotations

import re

from rag.asked import Cue, Frame
from rag.asking.expected.people import about_people
from rag.asking.matching.candidates import Candidate
from rag.records import Passage
from rag.tables import any_of

_GOING = re.compile(
    rf"{any_of('going', 'asking_cues.tsv')}|赴|在[^，。]{{2,24}}[，,召举看察检视]|到[^，。]{{2,20}}[，,、调督检视慰看走考参察宣]"
    r"|(?<![达得受感提看听遇直等收拿送])到[^，。；]{4,24}(?=[，。；])"
)
_VISITING = re.compile(rf"(?:{any_of('visits')})(?!组|员)|参观|察看|看望")
"""Acts that are done somewhere: whoever visited what went there, with or without a verb of going."""


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether a sentence about those the question names tells a place."""
    if not about_people(query, passage):
        return False
    named = any(p in passage.text and not query.wording.sought.says(p) for p in candidate.places)
    if query.people and Cue.FROM_WHERE in query.cues:
        return any(p.name in query.people and p.role and p.name in passage.text for p in candidate.roles)
    going = _GOING.search(passage.text) is not None
    if query.people and Cue.WENT in query.cues:
        return going or (named and _VISITING.search(passage.text) is not None)
    return going or named
