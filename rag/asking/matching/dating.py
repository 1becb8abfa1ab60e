"""Which sentences and events of an article are of the period that is asked about.

The day of what is told decides, not the day of any other event of the article. A sentence has the days of the events
it tells and those printed in it; one with none goes on with the day the article has arrived at, at first the article's
own. An event without a day has the article's day only where the article tells of one day: where it tells of several,
nobody can say which was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import IntEnum

from rag.asked import Asks, Frame
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.stretches import of_period, stretches, turns
from rag.mentions import times
from rag.records import Dated, Event, Mention, Passage, PassageKind, Period
from rag.spans import overlap
from rag.tables import rows
from rag.time import Told, days_of, has_year, on_festival, period_contains, printed_times, year_told

RECENT = timedelta(days=45)
"""How long before the article's own day a day may lie from which the sentences behind it go on."""


EARLY = 16
"""Characters into a sentence within which 当天 says when all of it was."""

DOINGS = (Asks.WHERE, Asks.WHO, Asks.WHAT, Asks.LIST, Asks.TIMELINE, Asks.COUNT)
"""What is asked of an act, which is not of the time of a thing that is only mentioned."""

_AFTER = re.compile(r"后|\b(?:after|since)\b", re.I)
_SAME_DAY = re.compile(r"当[天日晚]|同[一]?[天日]")


class Bearing(IntEnum):
    """What a sentence has to do with the period: it is of it, nothing tells, or it is of another."""

    OTHER = -1
    SILENT = 0
    FITS = 1


def bearings(query: Frame, c: Candidate) -> list[Bearing]:
    """For each sentence of the article; all SILENT where no period is asked about."""
    if not query.periods:
        return [Bearing.SILENT] * len(c.passages)
    known = c.key in query.within
    arrived, aside = _whole(query.periods, c), Bearing.SILENT
    found, year = [], None
    for p in c.passages:
        told, year = printed(c, p, year), year_told(p.text, _near(c), year)
        own = [d for t in told if not t.aside for d in t.days]
        bearing = _of_sentence(query, c, p, told, aside or arrived)
        if not bearing or (bearing is Bearing.OTHER and not own):
            bearing = Bearing.FITS if Bearing.FITS in (aside, bearing) else bearing or arrived
        found.append(Bearing.FITS if known and not bearing else bearing)
        if own and p.kind is PassageKind.SENTENCE:
            recent = any(_recent(d, article_day(c)) for d in own)
            arrived, aside = (bearing, Bearing.SILENT) if recent else (arrived, bearing)
    return found


def _of_sentence(query: Frame, c: Candidate, p: Passage, told: Sequence[Told], before: Bearing) -> Bearing:
    """What the sentence itself tells: of 当天 what was told before, else its events and the times it prints."""
    if called := _called(query.periods, p.text, p.mentions, _year(p.text) or _counted(p.text, c)):
        return called
    own = [d for t in told if not t.aside for d in t.days]
    if before and not own and _SAME_DAY.search(p.text[:EARLY]):
        return before
    mentioned = [d for t in told if t.aside for d in t.days] if query.asks not in DOINGS else []
    if any(period_contains(period, d) for period in query.periods for d in mentioned):
        return Bearing.FITS
    return _bearing(query.periods, [*_event_days(c, p), *own])


def _whole(periods: Sequence[Period], c: Candidate) -> Bearing:
    """What the article has to do with the periods: by its day, a name, the festival it names where it was printed around that, the
    year its headline tells (2023年统计公报), or, of a stretch, the day it was printed on."""
    if own := days_told(c.reading.understood.when):
        return _bearing(periods, own)
    issued = c.reading.issued
    if called := _called(periods, c.text, [m for p in c.passages for m in p.mentions], _year(c.text)):
        return called
    if issued and any(_on_the_occasion(p, c.text, issued) for p in periods):
        return Bearing.FITS
    headed = [d for t in printed_times(c.reading.article.title, _near(c), issued is not None) for d in t.days]
    if (told := _bearing(periods, headed)) or not issued:
        return told
    stretches_only = all(p.first != p.last for p in periods)
    return Bearing.FITS if stretches_only and any(period_contains(p, issued) for p in periods) else Bearing.SILENT


def event_fits(periods: Sequence[Period], event: Event, c: Candidate) -> bool:
    """Whether an event is of one of the periods; whatever it is where none is asked about."""
    if not periods:
        return True
    day = day_of(event.when) or only_day(c)
    if day is None and not any(day_of(e.when) for e in c.reading.understood.events):
        return _whole(periods, c) is Bearing.FITS
    days = days_told(event.when) if day_of(event.when) else (day,)
    return any(period_contains(p, d) for p in periods for d in days)


def only_day(c: Candidate) -> str | None:
    """The article's day where it tells of no other; None where it tells of several, or of none."""
    own = article_day(c)
    told = {day for e in c.reading.understood.events if (day := day_of(e.when))}
    return own if told <= {own} else None


def article_day(c: Candidate) -> str | None:
    """The day of what the article reports."""
    return day_of(c.reading.understood.when)


def day_of(when: Dated) -> str | None:
    """Its day, as --05-06 where nothing on the page tells the year."""
    if when.value or not when.printed:
        return when.value
    return next((told.days[0] for told in printed_times(when.printed, None, False)), None)


def days_told(when: Dated) -> tuple[str, ...]:
    """Every day of it, where it lasted more than one (4月28日至5月3日)."""
    return days_of(when) or tuple(filter(None, (day_of(when),)))


def printed(c: Candidate, p: Passage, year: int | None = None) -> tuple[Told, ...]:
    """The times that a sentence of the article prints, behind others that told of a year."""
    return printed_times(p.text, _near(c), c.reading.issued is not None, year)


def _near(c: Candidate) -> str | None:
    """The day of the page, else of what the article reports."""
    return c.reading.issued or c.reading.understood.when.value


def _event_days(c: Candidate, p: Passage) -> Iterator[str]:
    telling = (e for e in c.reading.understood.events if overlap(e.spans, p.spans))
    return (day for e in telling for day in days_told(e.when))


def _bearing(periods: Sequence[Period], days: Sequence[str]) -> Bearing:
    if any(period_contains(p, d) for p in periods for d in days if _is_year(p) or len(d) > len("2022")):
        return Bearing.FITS
    return Bearing.OTHER if any(_as_fine(p, d) for p in periods for d in days) else Bearing.SILENT


def _as_fine(period: Period, day: str) -> bool:
    """Whether a day is told finely enough to contradict a period it is not in: of a year only another year does, and
    where no year is told month and day must be others."""
    if day.startswith("--") and has_year(period):
        yearless = Period(f"-{period.first[4:]}", f"-{period.last[4:]}")
        return period.first[:4] == period.last[:4] and not period_contains(yearless, day)
    return _is_year(period) or len(day) >= len(period.first if period.first == period.last else "2022-05")


def _is_year(period: Period) -> bool:
    return has_year(period) and (period.first[4:], period.last[4:]) == ("-01-01", "-12-31")


def _called(periods: Sequence[Period], text: str, told: Sequence[Mention], year: str) -> Bearing:
    """What a sentence of a year has to do with a stretch (一季度), the turn of a year or a festival that it calls by its name."""
    for period in periods:
        words = _festival_words(period.festival)
        named = stretches(times(period.printed)) | of_period(period)
        called = named & stretches(told) | turns(period.printed) & turns(text)
        if (called or any(w in text for w in words)) and (not has_year(period) or period.first[:4] == year):
            return Bearing.FITS
    return Bearing.SILENT


def _on_the_occasion(period: Period, text: str, issued: str) -> bool:
    """Whether a text printed around a festival names it; not for the days behind it, of which that says nothing."""
    if (
        not has_year(period)
        or _AFTER.search(period.printed)
        or not any(w in text for w in _festival_words(period.festival))
    ):
        return False
    day = date.fromisoformat(issued)
    return date.fromisoformat(period.first) - RECENT <= day <= date.fromisoformat(period.last) + RECENT


def _counted(text: str, c: Candidate) -> str:
    """The year that a sentence tells by its distance (今年清明), else the article's; empty where nobody knows."""
    return str(year_told(text, _near(c), None) or (article_day(c) or "")[:4])


def _year(text: str) -> str:
    found = re.search(r"(?<!\d)(?:19|20)\d{2}(?=年)", text)
    return found.group() if found else ""


def of_festival(name: str, p: Passage, c: Candidate) -> bool:
    """Whether the article names the festival, or the sentence tells of its days."""
    days = [*_event_days(c, p), *(d for t in printed(c, p) for d in t.days)] or [article_day(c) or ""]
    return any(w in c.text for w in _festival_words(name)) or any(on_festival(name, d) for d in days)


def _festival_words(name: str) -> tuple[str, ...]:
    if not name:
        return ()
    others = (words.split() for first, *more in rows("festivals.tsv") if first == name for words in more)
    return (name, *(w for words in others for w in words))


def _recent(day: str, own: str | None) -> bool:
    """Whether what follows may be of a day too: it is none of long ago."""
    if len(day) != len("2022-05-06") or not day[:1].isdigit():
        return len(day) == len("--05-06")
    return not own or len(own) < len(day) or date.fromisoformat(day) >= date.fromisoformat(own) - RECENT
