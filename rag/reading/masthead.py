"""What a page's masthead, or else its file name, tells of the issue: newspaper, date, edition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import PurePosixPath

from rag.reading.furniture import HALF_WIDTH, Furniture, furniture_kind
from rag.reading.spaced import closed

TOP = 12
"""Lines among which a masthead stands: at the top, before the first article is under way."""

_PAPER = re.compile(
    r"(?:^|[\s　《])([一-龥·]{1,12}?(?:报|報|周刊|时讯|周讯|快讯|[区县市區縣][讯訊]|融媒体中心|融媒體中心|融媒|新[闻聞])|今日[一-龥]{2,4})(?=$|[\s　》])",
    re.M,
)
_DATE = re.compile(r"((?:19|20)\d\d)\s*[.\-/年]\s*(\d{1,2})\s*[.\-/月]\s*(\d{1,2})(?!\d)")
_ISSUE = re.compile(r"((?:19|20)\d\d)年第\d+期[^\d]{0,4}(?:总第\d+期)?[^\d]{0,6}(\d{1,2})月(\d{1,2})日")
"""A year printed with the number of the issue, the day behind it."""

_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_EDITION = re.compile(
    r"第\s*0*([0-9A-Z一二三四五六七八九十]{1,4})\s*版|^\s*0*([A-Z]?\d{1,2})版|^\s*([A-Z]\d{1,2})\s*$", re.M
)
_NUMBER = re.compile(r"\d{4}-?\d\d-?\d\d[-_ ]+第?0*([A-Z]?\d{1,2})版?$")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is known of the issue; unknown is empty, or None for the date."""

    newspaper: str = ""
    issued: str | None = None
    edition: str = ""


def read_masthead(text: str, name: str) -> Masthead:
    """Newspaper, issue date (ISO) and edition from the lines at the page's top, else from the file's name."""
    lines = [closed(line.strip()).translate(HALF_WIDTH) for line in islice(filter(str.strip, text.splitlines()), TOP)]
    head = "\n".join(line for line in lines if furniture_kind(line) in (Furniture.NAME, Furniture.MASTHEAD))
    file = PurePosixPath(name).stem
    return Masthead(
        newspaper=_first(_PAPER, head) or _first(_PAPER, re.sub(r"[\d_\-.]+", " ", file)),
        issued=_issued(_DATE, head) or _issued(_ISSUE, head) or _issued(_DATE, file) or _issued(_COMPACT, file),
        edition=_first(_EDITION, head) or _first(_EDITION, file) or _first(_NUMBER, file),
    )


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
