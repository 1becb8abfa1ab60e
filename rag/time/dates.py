"""From a time a page prints to its date with the basis: unknown parts stay unknown, or come from the page's own day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from rag.records import Dated, Period
from rag.tables import any_of
from rag.time.calendars import Calendar, Read, counted_year, readers
from rag.time.clock import AsOf, Clock
from rag.time.conditions import conditional
from rag.time.days import CENTURY, OPEN, Days, NoSuchDayError, Yearly, checked
from rag.time.wordings import KEPT, Moment, moments

AHEAD = timedelta(days=1)
"""How far behind the day of the page a reported day may lie: evening papers date the morrow."""

ALONE = timedelta(days=2)
"""How long before the day of the page, or of its dateline, a day may lie that is told by its number alone (鲁托22日会见)."""

FRONT = 2
"""Sentences or passages of a report in which its dateline stands."""

PRINTED = timedelta(days=3)
"""How long after its dateline a report may be printed."""

COMING = timedelta(days=120)
MONTHS_COMING = 4
"""How far behind the day of the page a day without its year may lie and still be of that year, rather than of the one before,
of which papers say 去年: it is to come (9月开学), or the page's own day is estimated and was a later one."""

VAGUE = ("近日", "日前", "近期", "连日来", "连日", "最近", "前不久", "近几日", "近来")
"""Words that date nothing."""

SAME_YEAR = "同年"
"""The year that was told last."""

NEVER = 50
"""Years behind that of the page past which a printed year is a slip, and dates nothing."""

BEFORE, BEHIND = 8, 48
"""Characters before and behind a time that tell what kind of time it is."""

LATELY = timedelta(days=60)
"""How long before it is announced something may have been done."""

_DAYS = ("day", "bare", "alone", "near")
_OTHER_KINDS = ("year",)
"""Kinds too coarse to date an act by."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?年|(前年|去年|今年|本年)")
_NOT_REPORTED = re.compile(
    rf"(?:{any_of('until')}"
    rf"|(?:{any_of('founded')}|建|生|源|始|写|死)于"
    rf"|(?:{any_of('ahead')})于"
    r"|[低高对关由基优早晚迟先大小少多鉴属用当同等限不至忠处位强弱]于)\s*$"
)
"""What stands before the time of something that is only mentioned."""
_ANNOUNCED = re.compile(
    rf"[，,]?[^，,。；;]{{0,24}}?(?:发布(?:的?(?:{any_of('news')}))?|{any_of('published')})"
    r"(?:显示|称|指出|说)?[，,：:]"
)
"""What stands behind the time at which something was told, which is later than the time it tells of."""
_NOT_YET = re.compile(r"(前|之前|以前|的|至今|后至|来临|到来|将至|之际|期间)")
_OF_A_TEXT = re.compile(rf"(?:{any_of('passed')})的")
_OF_A_TOPIC = re.compile(rf"份?度?(?:全[省市区县州国])?的?(?:重点|主要|全面|各项)?(?:{any_of('topics')})")
"""Behind a month or a quarter, what was spoken of, on whatever day (研究8月份重点工作)."""

_OF_OCCASION = re.compile(rf"的[^，,。；;的]{{0,20}}(?:{any_of('at_occasions')})上")
"""Behind a day, what was done at that day's occasion (在今天下午的发布会上，…)."""

_SINCE_THEN = re.compile(r"[^，,。；;]{2,16}以来")
_OF_A_LIFE = re.compile(r"(?:出生|生(?=[，,；;。）)])|入党|参加工作)")
_RANGE_ENDS = {"day2", "month2"}
_DURING = re.compile(r"期?间")
_REVIEW = re.compile(r"前期|此前|前段时间|.*年以?来")
_NAMED = ("festival", "lunar")
_AFTER = re.compile(r"[之过]?后|以后|附近|左右")
_SINCE = re.compile(r"以来|至今")
_MONTH, _DAY = len("2022-05"), len("2022-05-06")


def is_review(dated: Dated) -> bool:
    """Whether it tells of what was before, or of a whole stretch up to now, and so of no day of a report."""
    return _REVIEW.fullmatch(dated.printed) is not None


def to_come(dated: Dated, as_of: AsOf) -> bool:
    """Whether a date lies behind the day the page is known to be of, so that nothing can be reported from it yet."""
    return bool(as_of.printed and as_of.day and dated.value and dated.value > (as_of.day + AHEAD).isoformat())


def dates_in(text: str, clock: Clock, reach: int | None = None) -> Iterator[Dated]:
    """The dates in a text that tell when something was done, in order, those that begin in the first `reach` characters
    of it; 自7月28日以来 gives the month alone.

    The day on which something was announced is none, where the announcement names another behind it.
    """
    found = _of_acts(text)
    for number, moment in enumerate(found):
        if reach is not None and moment.start >= reach:
            return
        behind = text[moment.end : moment.end + BEHIND]
        dated = resolve(of_same_year(moment, text, clock), clock)
        if unclear(moment, dated):
            continue
        if _ANNOUNCED.match(behind) and _tells_of(moment, dated, found[number + 1 : number + 2], clock):
            continue
        if _SINCE.match(behind):
            dated = Dated(dated.value and dated.value[:_MONTH], f"{dated.basis}以来", dated.printed)
        yield dated


def unclear(moment: Moment, dated: Dated) -> bool:
    """Whether a number with 日 behind it is not known to be a day at all."""
    return moment.kind == "alone" and not dated.value


@lru_cache(maxsize=KEPT)
def _of_acts(text: str) -> tuple[Moment, ...]:
    """The times of a text that tell when something was done."""
    return tuple(moment for moment in moments(text) if _dates_an_act(text, moment))


def _tells_of(announced: Moment, dated: Dated, behind: Sequence[Moment], clock: Clock) -> bool:
    """Whether the next time is a day shortly before this one, or this day again."""
    own = _full(dated.value) or _of_any_year(announced)
    for moment in behind:
        other = _full(resolve(moment, clock).value) or _of_any_year(moment) if moment.kind in _DAYS else None
        return bool(own and other and timedelta(0) <= own - other <= LATELY)
    return False


def _of_any_year(moment: Moment) -> date | None:
    """Month and day of a moment without its year, in a leap year, for comparing such days."""
    try:
        return date(CENTURY, moment.month or 0, moment.day or 0) if moment.year is None else None
    except ValueError:
        return None


def _full(value: str | None) -> date | None:
    return date.fromisoformat(value) if value and len(value) == _DAY else None


def _dates_an_act(text: str, moment: Moment) -> bool:
    before, behind = text[max(moment.start - BEFORE, 0) : moment.start], text[moment.end : moment.end + BEHIND]
    if conditional(before, behind):
        return False
    mentioned = not _OF_OCCASION.match(behind) and (
        _NOT_REPORTED.search(before) or _NOT_YET.match(behind) or _OF_A_LIFE.match(behind) or _OF_A_TEXT.match(behind)
    )
    topic = moment.kind not in _DAYS and moment.day is None and _OF_A_TOPIC.match(behind)
    since = before.endswith(("自", "自从")) and _SINCE_THEN.match(behind)
    lasting = _RANGE_ENDS & moment.parts.keys() and _DURING.match(behind)
    after = moment.kind in _NAMED and _AFTER.match(behind)
    return not (
        moment.dateline or moment.kind in _OTHER_KINDS or (mentioned and not lasting) or topic or since or after
    )


def dateline_day(texts: Sequence[str], as_of: AsOf) -> date | None:
    """The day of the dateline (8月16日讯) in the first of a report's texts, where it is the day of the page or shortly before."""
    found = (m for text in texts[:FRONT] for m in moments(text) if m.dateline and m.month and m.day)
    line = next(found, None)
    if line is None or as_of.day is None:
        return None
    day = _full(resolve(replace(line, dateline=False), Clock(as_of)).value)
    return day if day and timedelta(0) <= as_of.day - day <= PRINTED else None


def of_same_year(moment: Moment, text: str, clock: Clock) -> Moment:
    """An expression of 同年 in the last year its text tells before it, else the one told earlier; any other as it is."""
    if moment.parts.get("word") != SAME_YEAR:
        return moment
    told = told_year(text[: moment.start], clock)
    return replace(moment, parts={**moment.parts, "year": str(told)}) if told else moment


def told_year(text: str, clock: Clock) -> int | None:
    """The year that is told of behind a text: the last it prints or counts from the page's (去年), else the one before."""
    years = [m for m in _YEAR.finditer(text) if m[1] or clock.as_of.day] if "年" in text else []
    if not years:
        return clock.year
    printed, counted = years[-1].groups()
    return int(printed) if printed or clock.as_of.day is None else counted_year(counted, clock.as_of.day.year)


@lru_cache(maxsize=KEPT)
def resolve(moment: Moment, clock: Clock) -> Dated:
    """The date of one expression. Unknown parts stay unknown, the basis says on what the rest rests."""
    if special := _RESOLVERS.get(moment.kind):
        return special(moment, clock)
    as_of = clock.as_of
    if moment.kind == "near" and clock.written:
        as_of = replace(as_of, day=clock.written, why=f"电头{clock.written.isoformat()}", printed=True)
        clock = clock._replace(as_of=as_of)
    today = as_of.day if as_of.printed else None
    known = Calendar(today if moment.kind == "weekday" else as_of.day, today)
    try:
        read = readers[moment.kind](moment.parts, known)
        ends = _settled(read, clock, moment.kind)
    except NoSuchDayError:
        return Dated(None, f"“{moment.printed}”；没有这一天", moment.printed)
    if ends is None:
        unknown = "年份不详" if as_of.day is None and not isinstance(read, Period) else "见报日不详"
        return Dated(None, f"“{moment.printed}”；{unknown}", moment.printed)
    if as_of.day and ends[0].year > as_of.day.year + NEVER:
        return Dated(None, f"“{moment.printed}”；年份有误", moment.printed)
    why = "" if moment.year else f"；{as_of.why}"
    return _dated(ends, moment, f"“{moment.printed}”{why}")


def _settled(read: Read, clock: Clock, kind: str) -> tuple[date, date] | None:
    """First and last day of what was read, in the year that the page's own day tells; None where none does."""
    if isinstance(read, Period):
        return (date.fromisoformat(read.first), date.fromisoformat(read.last)) if read.first[:1].isdigit() else None
    day = clock.as_of.day
    if isinstance(read, Days) and read.year:
        return _ends(read)
    if read is None or day is None:
        return None
    if isinstance(read, Yearly):
        return _latest(read.on, day.year, day + COMING)
    if read.first[0] != OPEN:
        return _in_year(read, day, kind)
    ends = _in_month(read, day, clock.day.value)
    return None if kind == "alone" and ends and not timedelta(0) <= day - ends[0] <= ALONE else ends


def _latest(on: Callable[[int], tuple[date, date] | None], year: int, bound: date) -> tuple[date, date] | None:
    found = (on(y) for y in (year, year - 1, year - 2))
    return next((ends for ends in found if ends and ends[0] <= bound), None)


def _in_year(days: Days, day: date, kind: str) -> tuple[date, date] | None:
    """In the year of the page or, where that would be too far ahead, in the one before."""
    if kind == "month":
        ahead = days.first[0] > day.month + MONTHS_COMING
        return _ends(days.of_year(day.year - ahead))

    def on(year: int) -> tuple[date, date] | None:
        try:
            return _ends(days.of_year(year))
        except NoSuchDayError:
            return None

    return _latest(on, day.year, day + COMING)


def _in_month(days: Days, day: date, told: str | None) -> tuple[date, date] | None:
    """In the month of the page, else in the one before; never behind the page. A day that goes on from the one told
    before is of its month (6月28日…29日)."""
    last_month = day.replace(day=1) - timedelta(days=1)
    months = [(day.year, day.month), (last_month.year, last_month.month)]
    if told and len(told) == _DAY and int(told[8:]) < days.first[1]:
        months.insert(0, (int(told[:4]), int(told[5:7])))
    for year, month in months:
        try:
            ends = _ends(checked(Days(year, (month, days.first[1]), (month, days.last[1]))))
        except NoSuchDayError:
            continue
        if ends[0] <= day + AHEAD:
            return ends
    return None


def _ends(days: Days) -> tuple[date, date]:
    first, last = days.iso()
    return date.fromisoformat(first), date.fromisoformat(last)


def _dated(ends: tuple[date, date], moment: Moment, basis: str) -> Dated:
    """As fine as it is told: of a month the month, of a year the year; of a part of a month the days beside it."""
    first, last = ends[0].isoformat(), ends[1].isoformat()
    if moment.kind == "year":
        return Dated(first[:4], basis, moment.printed)
    if moment.kind in ("month", "thismonth"):
        part = "tenth" in moment.parts or "tenthword" in moment.parts
        more = first[:_MONTH] != last[:_MONTH]
        return Dated(first[:_MONTH], basis, moment.printed, first if part else "", last if part or more else "")
    return Dated(first, basis, moment.printed, last=last if last != first else "")


def _same(moment: Moment, clock: Clock) -> Dated:
    if not clock.day.value:
        return Dated(None, f"“{moment.printed}”；前文没有日期", moment.printed)
    return Dated(clock.day.value, f"“{moment.printed}”；前文{clock.day.basis}", moment.printed)


def _next(moment: Moment, clock: Clock) -> Dated:
    if len(clock.day.value or "") != _DAY:
        return Dated(None, f"“{moment.printed}”；前文没有日期", moment.printed)
    day = date.fromisoformat(clock.day.value or "") + timedelta(days=1)
    return Dated(day.isoformat(), f"“{moment.printed}”；前文{clock.day.basis}", moment.printed)


def _vague(moment: Moment, clock: Clock) -> Dated:
    as_of = clock.as_of
    known = f"；{as_of.why}" if as_of.printed or as_of.month else ""
    return Dated(as_of.month or None, f"“{moment.printed}”，未写明日期{known}", moment.printed)


_RESOLVERS: Mapping[str, Callable[[Moment, Clock], Dated]] = MappingProxyType(
    {"same": _same, "next": _next, "vague": _vague}
)
