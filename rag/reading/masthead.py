"""What a page's masthead, its head or its file name tells of the issue: newspaper, date, edition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from rag.reading.beside import Beside
from rag.reading.furniture import HALF_WIDTH, Furniture, furniture_kind, own_lines
from rag.reading.issueline import BARE, LONGEST, bare_day, line_day, listed_day, only_made, paper_in
from rag.reading.spaced import closed
from rag.time import compact_day, issue_day, lunar_issue

TOP = 12
"""Lines among which a masthead stands: at the top, before the first article is under way."""

WIDEST = 2 * LONGEST
"""Characters of a line that says something of the issue, with the spaces of one that is set apart letter by letter."""

_EDITION = re.compile(
    r"第\s{0,20}0{0,4}([0-9A-Z一二三四五六七八九十]{1,4})\s{0,20}版|^\s{0,20}0{0,4}([A-Z]?\d{1,2})版|^\s{0,20}([A-Z]\d{1,2})\s{0,20}$",
    re.M,
)
_NUMBER = re.compile(r"\d{4}-?\d\d-?\d\d[-_ ]+第?0*([A-Z]?\d{1,2})版?$")
_ALONE = re.compile(rf"{BARE}|^[一-龥·]{{2,10}}[ 　]+(?:19|20)\d\d")
"""A line with nothing but a day, or a few words before it: a masthead's, or one of a list of headlines."""
_PROSE = "。"
"""In a line that is read, and so stands in no list of headlines."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is known of the issue; unknown is empty, or None for the date. `dated_by` says what told the date: masthead,
    line (发布时间), head (of a web page) or file.
    """

    newspaper: str = ""
    issued: str | None = None
    edition: str = ""
    dated_by: str = ""


def read_masthead(text: str, name: str, beside: Beside = Beside()) -> Masthead:  # noqa: B008 - it is frozen
    """Newspaper, issue date (ISO) and edition from the lines at the page's top, else from what its file tells beside
    the text, else from the file's name.

    A newspaper's masthead knows its day best; without a newspaper's name a line that says when an article appeared does.
    What is listed behind the article as related to it has days of its own.
    """
    lines = own_lines([_plain(line) for full in text.splitlines() if (line := full.strip())])
    heads = _heads(lines)
    head = "\n".join(heads)
    file = PurePosixPath(name).stem
    paper = paper_in(head)
    issued, dated_by = _issued(heads, lines, beside, name, bool(paper))
    return Masthead(
        newspaper=paper or paper_in(beside.paper) or paper_in(re.sub(r"[\d_\-.]+", " ", file)),
        issued=issued,
        edition=_first(_EDITION, head) or _first(_EDITION, file) or _first(_NUMBER, file),
        dated_by=dated_by,
    )


def _plain(line: str) -> str:
    """The line in half width, closed where it may be a masthead's or tell a day: a prose one is as wide as many of them."""
    return (closed(line) if len(line) <= WIDEST else line).translate(HALF_WIDTH)


def _heads(lines: Sequence[str]) -> list[str]:
    """The masthead's lines. Where lines alike give several days they are a list's, and none is a masthead; a day that opens
    the page is its own, where none like it follows but behind what is read."""
    own = lines[:1] if lines and _opens(lines) else []
    alone = {line: issue_day(line) for line in lines if _ALONE.match(line) and not paper_in(line)}
    alone = {line: day for line, day in alone.items() if line not in own}
    listed = set(alone) if len(set(alone.values())) > 1 else set()
    top = (line for line in islice(lines, TOP) if line not in listed and not listed_day(line))
    return [line for line in top if furniture_kind(line) in (Furniture.NAME, Furniture.MASTHEAD) and not line_day(line)]


def _opens(lines: Sequence[str]) -> bool:
    """Whether the first line is a bare day and none like it stands before a line to be read."""
    if not bare_day(lines[0]):
        return False
    return not bare_day(next((line for line in lines[1:] if bare_day(line) or _PROSE in line), ""))


def _issued(
    heads: Sequence[str], lines: Sequence[str], beside: Beside, name: str, named: bool
) -> tuple[str | None, str]:
    """The day of the issue and what told it."""
    head = "\n".join(heads)
    days = [(day, only_made(line)) for line in lines if (day := line_day(line))]
    told = {day for day, made in days if not made} or {day for day, _ in days}
    masthead = (next(filter(None, map(issue_day, heads)), None) or issue_day(head) or lunar_issue(head), "masthead")
    line = (told.pop() if len(told) == 1 else None, "line")
    ways = [line, (beside.issued, "head")]
    ways.insert(0 if named else len(ways), masthead)
    ways.append((None if told else issue_day(name) or compact_day(name), "file"))
    return next((way for way in ways if way[0]), (None, ""))


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return next((g for g in found.groups() if g), "") if found else ""
