"""What on a page speaks for the time it was written in: each piece as spans of days, with what it is worth and why."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice

from rag.tables import any_of, rows
from rag.time import festival_day, number
from rag.time.numerals import ONES

YEARS = range(2000, 2041)
"""Years that an estimate may give."""

LANDMARK, SEASON, WEEKDAY, LATER = 1.5, 1.0, 4.0, 3.0
"""How much speaks for a day in the time of a landmark, in a festival's season, of the right weekday; and against a day
before a year the page tells of."""

KEPT = 3.0
"""How much an anniversary speaks for its year, and against any other. Of 44 pages that tell of one, nearly all of one summer, it was
the page's own year on 42; the others name an exhibition and a speech of an earlier one."""

_ANNIVERSARY = "周年"

OF_NOW, OF_LAST, OF_EITHER = (2.0, 0.5), (1.0, 2.0), (1.0, 1.0)
"""How much the latest year in print speaks for itself and for the next: told of as now (2023年上半年; ten pages of ten
were of that year), as last year, or in any other way (2022年，…; six of eleven)."""

OF_PLAN, PLANS_FROM, PLANS_TO = 2.0, (11, 15), (3, 31)
"""How much a year that plans are made for speaks for the turn of the year before it, from and to which month and day."""

AHEAD, BEHIND, AROUND = 35, 25, 12
"""Days before or after a festival in which papers write that it is to come, is just over, is on."""

WEEKDAYS = 12
"""Days with their weekday that are looked at: a page has few, a table of duties has hundreds."""

BEFORE = 30
"""Characters before a year or a festival that tell how it is meant."""

BEHIND_IT = 24
"""The same behind a festival."""

_YEAR = re.compile(
    r"(?<![\d到—–\-~～－])(?<!(?<!截)至)((?:19|20)\d{2})年(?!底|末|前|以前|之前|[—–\-~～－至到]\d)(?!.{0,3}(?:规划|计划)）)"
)
_NOW = re.compile(
    r"\d{1,2}月\d{1,2}日|[上下]半年|[前第]?[一二三四]季度|是|第[一二三四五六七八九十\d]+"
    r"|[1一](?:至|到|[—–\-~～－]{1,2})[\d一二三四五六七八九十]{1,2}月|前[\d一二三四五六七八九十]{1,2}个月"
)
_HELD = re.compile(
    rf"[^，,。；;、《》“”（）()]{{2,24}}(?:{any_of('occasions')})[^，,。；;]{{0,24}}(?:{any_of('holding')}|开赛)(?!权)"
)
"""Behind a year, what is held in it (2023年邻里运动会27日举行). The latest year of a page was its own on 57 pages of 59 where it
stood before that, and on 13 of 14 where it stood before its first months (2023年1至7月)."""

_NOW_IS = re.compile(r"(?:今年|当前|现在)(?:已?是|为)$")
_OF_PAST = re.compile(rf"以来|[^，,。；;]{{0,14}}(?:{any_of('founded')})")
_PAST_OF = re.compile(rf"(?:{any_of('founded')}|建)于$|早在$|自$|从$")
_AS_OF = re.compile(r"截(?:至|止|止到)$")
_WITHIN = re.compile(r"(?:[1-9]|1[01])月")
"""A month as of which a year is not over: accounts are told as of the last of December."""

_REVIEWED = re.compile(r"[，,][^。]{0,60}?同比|全年|度?(?:工作)?(?:总结|考核|优秀|先进)")
_REVIEWING = re.compile(r"(?:总结|回顾|盘点|通报)(?:了|交流)?$")
_PLAN = re.compile(rf"度?的?(?:重点|主要|各项)?(?:工作|目标)?(?:{any_of('plans')})")
_PLANNING = re.compile(rf"(?:{any_of('planning')})(?:了|好)?$")
_LAST = re.compile(r"去年(?!同期)")
_WEEKDAY = re.compile(r"(\d{1,2})月(\d{1,2})日?\s*[（(,，]?\s*(?:星期|周)([一二三四五六日天])")
_DAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Evidence:
    """`spans` are the days it speaks for, first and last, in order; `inside` is what it is worth there, `outside` elsewhere.

    `why` tells a reader what it is; it is empty for what only rules out.
    """

    spans: tuple[tuple[date, date], ...]
    inside: float
    outside: float
    why: str = ""

    def span_of(self, day: date) -> tuple[date, date] | None:
        """The span a day lies in."""
        at = bisect_right(self.spans, (day, date.max)) - 1
        return self.spans[at] if at >= 0 and day <= self.spans[at][1] else None

    def worth(self, day: date) -> float:
        """How much it speaks for a day."""
        return self.inside if self.span_of(day) else self.outside


def found_evidence(text: str) -> tuple[Evidence, ...]:
    """All that a page's text tells of its time."""
    return (*_landmarks(text), *_anniversaries(text), *_seasons(text), *_years(text), *_weekdays(text))


def _landmarks(text: str) -> Iterator[Evidence]:
    for pattern, first, last, what in _known_landmarks():
        if match := pattern.search(text):
            yield Evidence(((first, last),), LANDMARK, -LANDMARK, f"“{match.group()}”（{what}）")


@cache
def _known_landmarks() -> tuple[tuple[re.Pattern[str], date, date, str], ...]:
    iso = date.fromisoformat
    return tuple((re.compile(p), iso(first), iso(last), what) for p, first, last, what in rows("landmarks.tsv"))


def _anniversaries(text: str) -> Iterator[Evidence]:
    """The year in which something that is known to have begun in one has the anniversary that is told of (建军96周年)."""
    if _ANNIVERSARY not in text:
        return
    years = {began + number(m["count"]): m for kept, began in _known_anniversaries() for m in kept.finditer(text)}
    if len(years) == 1 and (year := next(iter(years))) in YEARS:
        yield Evidence(((date(year, 1, 1), date(year, 12, 31)),), KEPT, -KEPT, f"“{years[year].group()}”")


@cache
def _known_anniversaries() -> tuple[tuple[re.Pattern[str], int], ...]:
    count = rf"[”]?(?P<count>\d{{1,3}}|[{ONES}十百零〇]{{1,5}}){_ANNIVERSARY}"
    return tuple((re.compile(f"(?:{what}){count}"), int(year)) for what, year in rows("anniversaries.tsv"))


def _seasons(text: str) -> Iterator[Evidence]:
    told: set[tuple[str, str]] = set()
    for found in _wordings().finditer(text):
        named = _festivals().match(text, found.start())
        if named is None:
            continue
        name = str(named.lastgroup)
        near = text[max(0, named.start() - BEFORE) : named.end() + BEHIND_IT]
        for where, pattern in _season_cues()[name]:
            if (name, where) in told or not (match := pattern.search(near)):
                continue
            told.add((name, where))
            if spans := _around(name, where):
                yield Evidence(spans, SEASON, -SEASON, f"“{match.group()}”")


@cache
def _wordings() -> re.Pattern[str]:
    """Where festivals are named: without groups, so that only the first characters of their names are tried."""
    return re.compile("|".join(zh for _, zh, *_ in rows("festival_days.tsv")))


@cache
def _festivals() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{zh})" for name, zh, *_ in rows("festival_days.tsv")))


@cache
def _season_cues() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    return {
        name: tuple((where, re.compile(cue.replace("F", f"(?:{zh})"))) for where, cue in rows("season_cues.tsv"))
        for name, zh, *_ in rows("festival_days.tsv")
    }


@cache
def _around(name: str, where: str) -> tuple[tuple[date, date], ...]:
    """The days, year by year, from which a festival is ahead, behind or on."""
    days = [day for year in YEARS if (day := festival_day(name, year))]
    before, after = {"ahead": (AHEAD, 0), "behind": (0, BEHIND), "around": (AROUND, AROUND)}[where]
    return tuple((day - timedelta(before), day + timedelta(after)) for day in days)


def _years(text: str) -> Iterator[Evidence]:
    """The latest year that is told of as come: nothing is written before it, most within it or the year after."""
    printed = [m for m in _YEAR.finditer(text) if int(m[1]) in YEARS]
    planned = {int(m[1]) for m in printed if _is_plan(text, m)}
    told = [m for m in printed if int(m[1]) not in planned or _of_now(text, m)]
    if planned and (year := max(planned)) > YEARS[0]:
        span = (date(year - 1, *PLANS_FROM), date(year, *PLANS_TO))
        yield Evidence((span,), OF_PLAN, -OF_PLAN, f"版面上部署的“{year}年”")
    if not told:
        return
    year = max(int(m[1]) for m in told)
    yield Evidence(((date.min, date(year - 1, 12, 31)),), -LATER, 0.0)
    same, following = _telling(text, [m for m in told if int(m[1]) == year])
    if same:
        yield _whole_year(year, same)
    if following and year < YEARS[-1]:
        yield _whole_year(year + 1, following, year)


def _telling(text: str, printed: Sequence[re.Match[str]]) -> tuple[float, float]:
    """What the latest year is worth, by the wording it stands in each time."""
    if any(_of_now(text, m) for m in printed):
        return OF_NOW
    if all(_OF_PAST.match(text, m.end()) or _PAST_OF.search(_before(text, m)) for m in printed):
        return 0.0, 0.0
    reviewed = any(_REVIEWED.match(text, m.end()) or _REVIEWING.search(_before(text, m)) for m in printed)
    return OF_LAST if _LAST.search(text) and reviewed else OF_EITHER


def _of_now(text: str, match: re.Match[str]) -> bool:
    """Whether a year is told of as now."""
    before, end = _before(text, match), match.end()
    if _AS_OF.search(before):
        return _WITHIN.match(text, end) is not None
    now = _NOW.match(text, end) or _NOW_IS.search(before)
    return bool(now or (_HELD.match(text, end) and not _PAST_OF.search(before)))


def _is_plan(text: str, match: re.Match[str]) -> bool:
    """Whether a year is one that plans are made for (部署2024年重点任务)."""
    return bool(_PLAN.match(text, match.end()) or _PLANNING.search(_before(text, match)))


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - BEFORE) : match.start()]


def _whole_year(year: int, worth: float, printed: int | None = None) -> Evidence:
    return Evidence(((date(year, 1, 1), date(year, 12, 31)),), worth, 0.0, f"版面上的“{printed or year}年”")


def _weekdays(text: str) -> Iterator[Evidence]:
    printed = dict.fromkeys(m.groups() for m in _WEEKDAY.finditer(text))
    for month, day_of, weekday in islice(printed, WEEKDAYS):
        days = [day for year in YEARS if (day := on(year, int(month), int(day_of)))]
        right = [day.year for day in days if day.weekday() == _DAYS.index(weekday.replace("天", "日"))]
        spans = tuple((date(year, 1, 1), date(year, 12, 31)) for year in right)
        yield Evidence(spans, WEEKDAY, -WEEKDAY, f"{month}月{day_of}日是星期{weekday}")


def on(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day; None where a part is unknown or there never was such a day."""
    try:
        return date(year, month, day) if year and month and day else None
    except ValueError:
        return None
