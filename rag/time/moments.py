"""Expressions of time in Chinese prose: where they stand and what they say, before any year is worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from rag.tables import rows

_PART = r"(?:凌晨|清晨|早晨|早上|一早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|夜里|深夜|夜|当晚|当天|当日|\d{1,2}[时点])?"
_RANGE = r"(?:\s*(?:至|到|—+|-|~|～|－|、|和)\s*(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号])?"
_YEAR = r"(?:(?P<year>(?:19|20)\d{2})年|(?P<word>今年|去年|前年|当年|同年|明年)(?:的)?)?"
_DAY = rf"{_YEAR}(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})(?:[日号]{_RANGE}|(?:-|—|至|、|～)\d{{1,2}}[日号])(?P<part>{_PART})"
_MONTH = r"(?:(?P<year>(?:19|20)\d{2})年|(?P<word>今年|去年|前年|当年|同年|明年)(?:的)?)?(?P<month>\d{1,2})月(?:份)?(?:上旬|中旬|下旬|初|底|末)?(?![\d日号])"
_FIGURES = r"(?<!\d)(?P<year>20\d{2})(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
_NEAR = r"(?P<near>昨天|昨日|昨晚|前天|前日|今天|今日|今晨|今晚)(?:上午|下午|中午|晚上|晚|凌晨|清晨)?"
_SAME = r"(?P<same>当天|当日|当晚|同日|同一天)(?:上午|下午|中午|晚上|晚|凌晨|清晨)?"
_VAGUE = r"(?P<vague>近日|日前|近期|连日来|连日|最近|前不久|近几日|近来)"
_THIS_MONTH = r"(?P<thismonth>本月|上月|上个月|这个月)(?:底|初|中旬|上旬|下旬)?(?!\d)"
_BARE = r"(?<![\d月年第.])(?P<day>[1-3]?\d)[日号](?:(?P<part>凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|\d{1,2}[时点])|(?=[，,]))"

_KINDS = tuple(
    (kind, re.compile(pattern), cues)
    for kind, pattern, cues in (
        ("day", _DAY, "月"),
        ("day", _FIGURES, "0"),
        ("month", _MONTH, "月"),
        ("near", _NEAR, "昨前今"),
        ("same", _SAME, "当同"),
        ("vague", _VAGUE, "近前连最"),
        ("thismonth", _THIS_MONTH, "月"),
        ("bare", _BARE, "日号"),
    )
)
"""Kind, pattern, and characters one of which any match holds: most sentences hold none, and looking for one is cheap."""

_TRIGGER = re.compile(
    r"\d\s*[月日号]|20\d\d[-./]|[昨前今当同][天日晚晨]|同一天|近[日期来几]|日前|连日|最近|前不久|[本上]月|[上这]个月|节"
)
_DATELINE = re.compile(r"\s*(?:\d{1,2}时)?(?:电|讯|消息|报道(?!了)|综合(?=[（(]|消息|报道))")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression, `text[start:end]`. `kind` is day, month, near (昨日), same (当天), vague (近日), thismonth (本月)
    or bare (a day without its month). `word` is the relative part as printed (去年, 昨日). A range has its first day.
    `dateline` tells that it dates the report (5月6日讯), not what is reported.
    """

    kind: str
    printed: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    word: str = ""
    dateline: bool = False


def moments(text: str) -> list[Moment]:
    """Time expressions in order, without overlaps; impossible ones (13月) are left out."""
    if not _TRIGGER.search(text):
        return []
    found: list[Moment] = []
    taken = -1
    for moment in sorted(_all(text), key=lambda m: (m.start, -m.end)):
        if moment.start >= taken:
            heads = _DATELINE.match(text, moment.end) is not None
            found.append(replace(moment, dateline=True) if heads else moment)
            taken = moment.end
    return found


def _all(text: str) -> Iterator[Moment]:
    for kind, pattern, cues in _KINDS:
        if not any(cue in text for cue in cues):
            continue
        for match in pattern.finditer(text):
            moment = _moment(kind, match)
            if (moment.month is None or 1 <= moment.month <= 12) and (moment.day is None or 1 <= moment.day <= 31):
                yield moment
    for pattern, month, day in _holidays():
        for match in pattern.finditer(text):
            yield Moment("day", match.group(), match.start(), match.end(), month=month, day=day)


def _moment(kind: str, match: re.Match[str]) -> Moment:
    parts = match.groupdict()
    word = next((parts[k] for k in ("word", "near", "same", "vague", "thismonth") if parts.get(k)), "")
    number = {k: int(parts[k]) if parts.get(k) else None for k in ("year", "month", "day")}
    return Moment(kind, match.group(), match.start(), match.end(), number["year"], number["month"], number["day"], word)


@cache
def _holidays() -> tuple[tuple[re.Pattern[str], int, int], ...]:
    return tuple((re.compile(pattern), int(month), int(day)) for pattern, month, day in rows("holidays.tsv"))
