"""Points of a speech and other things told one by one: whether a sentence strings together as many as are asked for."""

from __future__ import annotations

import re

from rag.asked import Frame
from rag.asking.matching.candidates import Candidate
from rag.records import Passage

UNITS = ("点", "条", "项", "个方面")
"""What points are counted in."""

_SPOKEN = {"要求", "意见", "建议", "希望", "工作要求", "体会"}
_POINT = re.compile(r"[；;]|[一二三四五六七八九十]是|[一二三四五六七八九十]要|第[一二三四五六七八九十]|[①②③④⑤⑥]")
"""What begins each point of a speech."""
_COUNTS = re.compile(
    r"[一二三四五六七八九十](?:是|要|、)|第[一二三四五六七八九十]|[①②③④⑤⑥⑦⑧⑨]|[（(][一二三四五六七八九十\d][）)]"
)
_SEPARATOR = re.compile(r"[、；;]|[一二三四五六七八九十]是|[一二三四五六七八九十]要")
_LAST = re.compile(r"[和及]")
"""What joins the last of a list to the others, once."""


def strings_so_many(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence, with those that go on counting behind it, has as many; True where no number is asked for."""
    many = query.wording.points
    text = _read_on(passage, candidate) if many else ""
    if set(query.focus) & _SPOKEN:
        return not many or len(_POINT.findall(text)) >= many
    return not many or len(_SEPARATOR.findall(text)) + bool(_LAST.search(text)) >= many


def lists_points(text: str) -> bool:
    """Whether a sentence tells more than one point."""
    return len(_POINT.findall(text)) > 1


def is_point(text: str) -> bool:
    """Whether a sentence is one of several that are counted (二是…, 第三…)."""
    return _COUNTS.match(text) is not None


def _read_on(passage: Passage, candidate: Candidate) -> str:
    """The sentence with those behind it that go on counting (二是…。三是…。)."""
    text, at = passage.text, candidate.passages.index(passage) + 1
    while at < len(candidate.passages) and is_point(candidate.passages[at].text):
        text, at = text + candidate.passages[at].text, at + 1
    return text
