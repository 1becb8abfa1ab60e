"""Notes that an article goes on, or began, on another page: （下转第二版）."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.records import Span

_NOTE = re.compile(
    r"[（(【\[]?[ 　]*((?:下转|上接|紧接|下轉)[ 　]*第?[ 　]*[0-9A-Za-z一二三四五六七八九十]{1,4}[ 　]*版[^（）()【】\n。，]{0,12})[ 　]*[）)】\]]"
)


@dataclass(frozen=True, slots=True)
class Note:
    """Where a note stands, brackets included, and its words without them."""

    span: Span
    words: str


def find_notes(text: str) -> list[Note]:
    """The notes of a page in order."""
    return [Note(Span(m.start(), m.end()), m[1].strip()) for m in _NOTE.finditer(text)]
