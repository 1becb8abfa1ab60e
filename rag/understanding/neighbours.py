"""What other pages of the same town or paper tell of the time of a page that prints no day.

Each page whose day is known attests values of series: who was mayor, which numbered meeting was told of, which number the
issue had. A page without a day that prints a value of such a series stands between the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rag.records import Hint
from rag.tables import any_of

Span = tuple[date, date]
Series = Mapping[str, Mapping[str, Span]]
"""Series -> value -> the first and the last day on which a page attests it."""

TERM = timedelta(days=3 * 365)
"""How long before the first and behind the last page that attests it an office may have been held: terms have five years,
many end early."""

YEAR = timedelta(days=366)
"""How far behind the meeting before, or before the one behind, a numbered meeting lies at most."""

LATER = timedelta(days=14)
"""How long after another page a meeting that it tells of is still told of."""

_CHIEF = re.compile(r"^([一-鿿]{0,6}?)([市县区州旗](?:长|委书记))$")
_NOT_HELD = re.compile(r"[副代原前任]")
"""Before an office: a deputy's, an acting one's, one held before."""

_PARTS = re.compile(r"[、，,和兼 　]")
_MEETING = re.compile(
    r"([省市县区州]?[一二三四五六七八九十]{1,3}届[^，。、；“”\s第]{0,8})第([一二三四五六七八九十\d]{1,4})次"
    rf"({any_of('councils')}|会议)"
)
_ISSUE = re.compile(r"总第\s*(\d{1,6})\s*期")
_OF_ISSUES = "|总第"
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a series as a page prints it, with the words that a reader is told."""

    series: str
    value: str
    words: str


def offices(city: str, people: Iterable[tuple[str, str]]) -> Iterator[Value]:
    """The chief offices of a town held by those of a page, given as (name, office); an office may name another town."""
    for name, role in people:
        for part in _PARTS.split(role):
            if not (found := _CHIEF.match(part)) or _NOT_HELD.search(found[1]):
                continue
            town = found[1].removesuffix(found[2][0]) + found[2][0] if found[1] else city
            if town:
                yield Value(f"{town}|{found[2]}", name, f"{found[2]}{name}")


def numbers(city: str, newspaper: str, text: str) -> Iterator[Value]:
    """The numbered meetings of a town, and the number of the issue, that a page prints."""
    for body, number, kind in _MEETING.findall(text) if city else ():
        yield Value(f"{city}|{body}{kind}", str(_number(number)), f"{body}第{number}次{kind}")
    for number in _ISSUE.findall(text)[:1] if newspaper else ():
        yield Value(newspaper + _OF_ISSUES, number, f"总第{number}期")


def hints(printed: Iterable[Value], known: Series) -> tuple[Hint, ...]:
    """What others tell of the time of a page that prints these values; nothing where they contradict each other."""
    told = []
    for value in dict.fromkeys(printed):
        others = known.get(value.series, {})
        late = timedelta(0) if value.series.endswith(_OF_ISSUES) else LATER
        span = _between(int(value.value), others, late) if value.value.isdigit() else _held(value.value, others)
        if span:
            told.append(Hint(span[0].isoformat(), span[1].isoformat(), f"“{value.words}”（据其他版面）"))
    return tuple(told)


def _held(name: str, others: Mapping[str, Span]) -> Span | None:
    """When somebody can have held an office: between the last page of who held it before and the first of who did after."""
    if name not in others:
        return None
    first, last = others[name]
    rest = [span for who, span in others.items() if who != name]
    if any(start <= last and first <= end for start, end in rest):
        return None
    before, after = [end for _, end in rest if end < first], [start for start, _ in rest if start > last]
    return max(before, default=first - TERM), min(after, default=last + TERM)


def _between(number: int, others: Mapping[str, Span], late: timedelta) -> Span | None:
    """When a page with this number was written: with those of the same, else between those of the next."""
    if same := others.get(str(number)):
        return same[0] - late, same[1] + late
    before = [span[1] for n, span in others.items() if int(n) < number]
    after = [span[0] for n, span in others.items() if int(n) > number]
    if not (before or after) or (before and after and max(before) > min(after)):
        return None
    first = max(before) if before else min(after) - YEAR
    return first, min(after) + late if after else first + YEAR


def _number(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return 10 * (_DIGITS.get(tens, 1) if ten else 0) + _DIGITS.get(ones, 0)
