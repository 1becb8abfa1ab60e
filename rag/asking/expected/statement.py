"""What was done or said: about those the question names, in words of theirs where it asks what they said."""

from __future__ import annotations

import re

from rag.asked import Cue, Frame
from rag.asking.expected.people import about_people
from rag.asking.expected.wants import wants_words
from rag.asking.matching.candidates import Candidate
from rag.records import Activity, Passage
from rag.tables import any_of

_STRESSING = re.compile(
    rf"(?:{any_of('giving_words', 'asking_cues.tsv')}|建议|致辞|讲话中|部署)[^。]{{6,}}|(?:^|[：:；;，,])一(?:是|要)[^。]{{4,}}|(?:^|[，,；;：:“。])[^，,]{{0,12}}要[^。]{{4,}}"
)
_SAYING = re.compile(rf"{any_of('giving_words', 'asking_cues.tsv')}|要")


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """About those the question names, and in words of theirs where it asks what they said."""
    if (Activity.SPEECH in query.activities or wants_words(query)) and not _says(query, passage.text):
        return False
    if query.people and wants_words(query) and not _his_words(query, passage, candidate):
        return False
    return about_people(query, passage)


def _says(query: Frame, text: str) -> bool:
    """Whether words are reported; what was stressed is not told by whom one thanked or congratulated."""
    warm = Cue.WARM in query.cues or not (query.people or query.carried)
    return (_SAYING if warm else _STRESSING).search(text) is not None


def _his_words(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether a verb of saying has nobody else before it than those asked about."""
    for saying in _SAYING.finditer(passage.text):
        before = passage.text[: saying.start()]
        named = [n for n in candidate.actors if n in before]
        nearest = max(named, key=before.rfind, default=passage.actor)
        if not nearest or any(n in nearest.split("、") for n in query.people):
            return True
    return False
