"""Offices that a sentence gives rather than prints before the name: 任命某某为局长, 某某任组长, 某某，男，…，现任镇长, and
those that it names first: 组长由某某担任, 首任校长为某某."""

from __future__ import annotations

import re

from rag.tables import any_of
from rag.understanding.lexicon import Lexicon, ending

_GIVEN = re.compile(
    r"(?:同志)?(?:[（(][^（）()]{1,12}[)）])?(?:为|当选为?|担任|兼任|出任|任)(?P<office>[^，,。；;（(：:、！？\n“”]{2,30}?(?:、[^，,。；;（(：:、！？\n“”]{2,20}?)*)"
    rf"(?=的(?:{any_of('installing')})|[，,。；;（(：:、！？\n“”]|$)"
)
_RESUME = re.compile(r"[，,][男女][，,][^。；;]{0,300}?现任(?P<office>[^，,。；;]{2,40})")
_FILLED = re.compile(
    r"(?:^|[，,。；;：:、！？\n“”])(?P<office>[^，,。；;：:、！？\n“”由]{2,30})(?:(?P<by>由)(?P<own>[^，,。；;：:！？\n“”由]{0,24})|为)$"
)
_FILLS = re.compile(r"(?:同志)?(?:担任|出任|兼任|任(?![一-鿿]))")
_ENDS = re.compile(r"(?:同志)?(?:[，,。；;！？\n（(]|$)")
_MANY = re.compile(rf"(?:{any_of('many')}|[之者])$")
"""What many are called, which is told of somebody rather than held."""

LONGEST = 60
"""Characters before a name in which an office stands that it fills."""


def installed(text: str, end: int, lexicon: Lexicon) -> str:
    """The office that what stands behind a name, which ends at `end`, says they hold or are given; or nothing."""
    for pattern in (_RESUME, _GIVEN):
        if match := pattern.match(text, end):
            office = match["office"]
            if ending(office, lexicon.offices) and not _MANY.search(office) and not office.startswith("了"):
                return office
    return ""


def filled(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    """The office that a sentence names first and then who holds it, named at `[start, end)`: before 由, with 担任 behind the
    name, or before 为 at the end of a clause; or nothing."""
    match = _FILLED.search(text, max(0, start - LONGEST), start)
    if match is None or not (_FILLS if match["by"] else _ENDS).match(text, end):
        return ""
    office = match["office"]
    return office if ending(office, lexicon.offices) and not _MANY.search(office) else ""
