"""Whether the article is of the day asked about, and tells a day or an hour where one is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.asked import Asks, Cue, Frame
from rag.asking.constraints.lack import Lack, Support
from rag.asking.expected.kinds import holds
from rag.asking.expected.quantity import counts
from rag.asking.expected.times import hours, wants_hour
from rag.asking.expected.wants import wants_people
from rag.asking.matching.dating import Bearing, article_day, bearings, printed
from rag.asking.matching.mentioned import of_a_day, parts
from rag.asking.matching.stretches import stretches
from rag.asking.matching.terms import Term
from rag.asking.matching.years import OF_A_YEAR, as_a_report_says, counted, in_other_words, whole_year, year_meant
from rag.asking.retrieval.judge import Judged
from rag.records import Period

_DOINGS = (Asks.WHERE, Asks.WHAT, Asks.LIST, Asks.TIMELINE, Asks.COUNT)
"""What is asked of somebody by the day, which a visit without a day does not answer."""

FAR_BETTER = 2.5
"""Log-odds by which a sentence of an article without a day must lead before those of the right day."""


def within(query: Frame, judged: Sequence[Judged]) -> list[Judged]:
    """The sentences that may be of the period asked about, those of another left out; all where that leaves none.

    Where some are known to be of it those of an article without a day give way to them, unless they answer far better.
    """
    fitting = [j for j in judged if j.features.date > 0]
    if not fitting or not undated_will_do(query):
        return fitting or list(judged)
    silent = [j for j in judged if j.features.date == 0]
    if not silent or silent[0].score < fitting[0].score + FAR_BETTER:
        return fitting
    return [j for j in judged if j.features.date >= 0]


def undated_will_do(query: Frame) -> bool:
    """Whether a report of which nobody knows the day may answer: not for a day, nor for what somebody did and where."""
    stretch = all(p.first != p.last or p.festival for p in query.periods)
    return stretch and not (query.people and query.asks in _DOINGS and not wants_people(query))


def date(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A sentence of another day, or of none that is known, where a time is asked about."""
    told = {p.printed: _says(p, best) for p in query.periods}
    if other := next((printed for printed, same in told.items() if same is False), ""):
        return Support(Lack.DATE, other)
    if not query.periods or best.features.date > 0 or True in told.values():
        return Support()
    if best.features.date == 0 and (undated_will_do(query) or _of_no_known_year(query, best)):
        return Support()
    return Support(Lack.DATE, query.periods[0].printed)


def _of_no_known_year(query: Frame, best: Judged) -> bool:
    """Whether the article or the sentence is of a day asked about as far as it tells, which is all but the year: it may be
    quoted, and the answer says that nobody knows the year."""
    told = (day for t in printed(best.candidate, best.passage) for day in t.days)
    yearless = {day for day in (article_day(best.candidate), *told) if day and day.startswith("--")}
    return any(p.first == p.last and f"-{p.first[4:]}" in yearless for p in query.periods)


def _says(period: Period, best: Judged) -> bool | None:
    """Whether the sentence says 去年 of the year that the question was taken to mean by it; None where it does not say it, or
    where nobody knows of which year."""
    word = as_a_report_says(period)
    said = word and re.search(rf"(?<![比较与同]){word}", best.passage.text)  # 比去年 tells of this year
    meant = year_meant(word, best.candidate) if said else ""
    return period.first.startswith(meant) if meant else None


def as_printed(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A year that is meant as the report says it (去年), in a sentence that does not say it, or gives it none of the
    figures that are asked for; of a matter a sentence of the year that is meant from today will do."""
    told = list(parts(best.passage.text, best.passage.mentions, OF_A_YEAR))
    figured = query.asks is Asks.NUMBER and counts(query, best.passage.mentions)
    for year in query.as_printed:
        if query.newest and _of_year(query, counted(year, query.newest), best):
            continue
        own = [figures for text, figures in told if text.startswith(in_other_words(year, best.candidate))]
        if not own or (figured and not any(counts(query, figures) for figures in own)):
            return Support(Lack.DATE, year)
    return Support()


def _of_year(query: Frame, year: str, best: Judged) -> bool:
    """Whether the sentence is of a year, as where the question gave its four digits."""
    asked = replace(query, periods=(whole_year(year),))
    return bearings(asked, best.candidate)[best.candidate.passages.index(best.passage)] is Bearing.FITS


def unread(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A time that was not understood, which the article does not print in these words."""
    missing = [words for words in query.unread if words not in best.candidate.text]
    return Support(Lack.DATE, missing[0]) if missing else Support()


def stretch(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A quarter or half of a year (二季度), of which the sentence does not speak, or speaks of another; a month of which a
    sentence says nothing that tells of such a stretch."""
    asked = query.wording.stretches
    months = [p for p in query.periods if _is_month(p)]
    unsaid = [p.printed for p in months if f"{int(p.first[-5:-3])}月" not in best.passage.text]
    if not asked and unsaid and stretches(best.passage.mentions):
        return Support(Lack.DATE, unsaid[0])
    known = stretches(best.passage.mentions) or stretches(m for p in best.candidate.passages for m in p.mentions)
    return Support(Lack.DATE, min(asked - known)) if asked - known else Support()


def _is_month(period: Period) -> bool:
    return period.first[:-3] == period.last[:-3] and period.first.endswith("-01") and period.first != period.last


def day(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """The day or the hour asked for, which the article does not tell."""
    known, told = article_day(best.candidate), best.passage.mentions
    if wants_hour(query):
        return Support() if hours(told) else Support(Lack.HOUR)
    if known is None and not holds(query, best.passage, best.candidate):
        return Support(Lack.DAY)
    printed = bool(of_a_day(told))
    full = (known is not None and (known.startswith("--") or len(known) == len("2000-01-01"))) or printed
    return Support(Lack.DAY) if Cue.EXACT_DAY in query.cues and not full else Support()
