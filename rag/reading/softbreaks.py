"""Text with breaks as a web page has them -> its paragraphs: a line broken inside a sentence is one with the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.reading.cues import has_cue
from rag.reading.furniture import furniture_kind
from rag.script import HAN

PARAGRAPH, LINE = "\0", "\1"
"""Where a paragraph ends, and where a line does inside of one (`<br>`)."""

LINE_END = "\u2028"
"""The character that says the same in a text."""

LONGEST = 4000
"""Characters of a paragraph that lines are joined to; what grows longer was never one."""

_WIDE = rf"[{HAN}，。、；：？！“”‘’（）《》]"
_BROKEN = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n]\s*(?={_WIDE})")
"""A line end of the file itself between Chinese characters, where a reader sees no space."""

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_GOES_ON = tuple("，。、；：”’）》】！？")
_OPEN = tuple("，、（“《和与及的")
_PROSE = re.compile("[，。；]")
_ENDED = tuple("。！？!?：:…”’）)】]；;")
_STANDS_ALONE = ("lead", "date", "byline", "subtitle", "dateline", "closing")
_DAY = re.compile(
    rf"(?<=[{HAN}”）])(?=[\[（(]?(?:19|20)\d\d([-./])\d{{1,2}}\1\d{{1,2}}(?: \d\d:\d\d(?::\d\d)?)?[\]）)]?$)"
)
"""Before a day in figures that a list prints at the other end of a headline's line."""


def seen(said: str) -> str:
    """Words as they are shown where the line ends of the file count as space: between Chinese characters as none."""
    said = _BROKEN.sub("", said) if "\n" in said or "\r" in said else said
    return said.replace(LINE_END, LINE)


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs that have anything to see."""
    for part in text.split(PARAGRAPH):
        lines = [_BLANKS.sub(" ", line).strip(" ") for line in part.split(LINE)]
        yield from _joined([_DAY.sub(" ", line) for line in lines])


def _joined(lines: list[str]) -> Iterator[str]:
    held = ""
    for line in lines:
        if held and _same_sentence(held, line):
            held += line
            continue
        if held.strip():
            yield held
        held = line
    if held.strip():
        yield held


def _same_sentence(before: str, after: str) -> bool:
    """Whether a line break stands inside a sentence of prose and not between two lines of a list or a heading."""
    if not after.strip() or len(before) > LONGEST or after[0].isspace() or after[0] == "\xa0":
        return False
    if after.startswith(_GOES_ON) or before.endswith(_OPEN):
        return True
    if before.endswith(_ENDED) or not (_PROSE.search(before) and _PROSE.search(after)):
        return False
    if any(has_cue(cue, after) for cue in _STANDS_ALONE):
        return False
    return furniture_kind(before) is None and furniture_kind(after) is None
