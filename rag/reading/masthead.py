"""What a page's masthead, or else its file name, tells of the issue: newspaper, date, edition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

HEAD = 400
"""Characters in which a masthead stands: at the top, before the first article is under way."""

_PAPER = re.compile(
    r"(?:^|[\s　《])([一-龥]{2,8}(?:日报|晚报|晨报|早报|时报|商报|快报|导报|都市报|新闻|新报|报))(?=$|[\s　》])", re.M
)
_DATE = re.compile(r"((?:19|20)\d\d)\s*[.\-/年]\s*(\d{1,2})\s*[.\-/月]\s*(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_EDITION = re.compile(r"第\s*([0-9A-Z一二三四五六七八九十]{1,4})\s*版|(?<![0-9A-Z])([A-Z]\d{1,2})\s*版?(?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is known of the issue; unknown is empty, or None for the date."""

    newspaper: str = ""
    issued: str | None = None
    edition: str = ""


def read_masthead(text: str, name: str) -> Masthead:
    """Newspaper, issue date (ISO) and edition from the lines at the page's top, else from the file's name."""
    lines = [line.strip() for line in text[:HEAD].splitlines() if line.strip()]
    head = "\n".join(line for line in lines if is_masthead_line(line))
    return Masthead(
        newspaper=_first(_PAPER, head) or _first(_PAPER, re.sub(r"[\d_\-.]+", " ", name.rsplit("/", 1)[-1])),
        issued=_issued(_DATE, head) or _issued(_DATE, name) or _issued(_COMPACT, name),
        edition=_first(_EDITION, head) or _first(_EDITION, name),
    )


def is_masthead_line(line: str) -> bool:
    """Whether a line is of the kind that only mastheads have: short, no sentence."""
    return len(line) <= 60 and not line.endswith(("。", "！", "？")) and "讯" not in line[:6]


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return next((g for g in found.groups() if g), "") if found else ""


def _issued(pattern: re.Pattern[str], text: str) -> str | None:
    for found in pattern.finditer(text):
        try:
            return date(*map(int, found.groups())).isoformat()
        except ValueError:
            continue
    return None
