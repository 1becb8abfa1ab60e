"""The day of which each office is told: the one its sentence prints for it, or that of what its holder did in the article.

A day told of something else says nothing of an office: an article that opens with an accident and goes on to what an
official said of it tells no day on which he did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rag.records import Activity, Hold, Standing, Tenure
from rag.time import Clock, dates_in, printed_times
from rag.understanding.roles import Named
from rag.understanding.story import Sentence, Story
from rag.understanding.thread import Draft, Thread

_TURNS = (Hold.TAKEN, Hold.LEFT)
_ACTING = (Hold.HELD, Hold.ACTING, Hold.FORMER)
_BESIDE = re.compile("[，,]?[于在]?")
"""What may stand between a name and the day behind it (县长某某于5月4日到…)."""


def held_on(
    told: Sequence[tuple[Sentence, Tenure]],
    named: Mapping[Sentence, Sequence[Named]],
    tale: Story,
    thread: Thread,
    clock: Clock,
) -> tuple[Tenure, ...]:
    """The offices that an article has told, each once, with its day; without where none is told of it.

    Of one taken or left that is the day arrived at, where what was done then is told.
    """
    sure = _sure(tale, thread, clock)
    acted = [d for d in _done(thread) if d.when.value in sure]
    found = []
    for sentence, office in told:
        arrived = thread.days.get(sentence, clock.day)
        when = _printed(sentence, office, named[sentence], clock._replace(day=arrived))
        if when is None and office.hold in _TURNS and arrived.value in sure:
            when = arrived.value
        elif when is None and office.hold in _ACTING:
            own = (d.when.value for d in acted if office.name in _names(d))
            when = min((day for day in own if day), default=None)
        found.append(replace(office, when=when))
    return tuple(dict.fromkeys(found))


def _done(thread: Thread) -> Iterator[Draft]:
    """What was done and not only said, but at a meeting."""
    return (
        d for d in thread.drafts if d.standing is Standing.DONE and (d.activity is not Activity.SPEECH or d.meeting)
    )


def _names(told: Draft) -> set[str]:
    return {p.name for p in (*told.people, *told.participants, *told.met)}


def _sure(tale: Story, thread: Thread, clock: Clock) -> set[str | None]:
    """The days on which something was done as surely as its own sentence prints it; that of what was done on the only day
    that the article tells."""
    every = {d.value for s in tale.sentences for d in dates_in(s.text, _clock(s, thread, clock)) if d.value}
    acted = [d for d in _done(thread) if d.when.value]
    return {d.when.value for d in acted if every <= {d.when.value} or _prints(d, tale)}


def _prints(told: Draft, tale: Story) -> bool:
    """Whether a sentence that tells of the act prints its day, before whoever acts or right behind."""
    sentences = [s for s in tale.sentences if any(start < s.end and s.start < end for start, end in told.spans)]
    return any(_prints_for(told, s.text) for s in sentences)


def _prints_for(told: Draft, text: str) -> bool:
    name = told.people[0].name if told.people else ""
    day, who = text.find(told.when.printed) if told.when.printed else -1, text.find(name) if name else -1
    return day >= 0 and (day < who or who < 0 or _BESIDE.fullmatch(text, who + len(name), day) is not None)


def _clock(sentence: Sentence, thread: Thread, clock: Clock) -> Clock:
    return clock._replace(day=thread.days.get(sentence, clock.day))


def _printed(sentence: Sentence, office: Tenure, people: Sequence[Named], clock: Clock) -> str | None:
    """The time that the sentence prints of an office: of one taken or left (2011年升任…, 2021年11月转任…) the last before
    it, be it a year, else its first; of others the last day before the holder, or the one right behind the name."""
    times, days = _times(sentence.text, clock)
    if office.hold in _TURNS:
        return _before(times, sentence.text.find(office.printed)) or next((day for _, day in days), None)
    holder = next(p for p in people if p.name == office.name)
    behind = (day for at, day in days if at >= holder.end and _BESIDE.fullmatch(sentence.text, holder.end, at))
    return _before(times if office.hold is Hold.THEN else days, holder.front) or next(behind, None)


def _times(text: str, clock: Clock) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Where a sentence prints days, months and years, and which; then those alone that date an act."""
    day = clock.as_of.day
    told = printed_times(text, day.isoformat() if day else None, clock.as_of.printed, clock.year)
    aside = {t.start for t in told if t.aside}
    at, days = 0, []
    for dated in dates_in(text, clock):
        at = text.find(dated.printed, at)
        days += [(at, dated.value)] if dated.value and at not in aside else []
    return [(t.start, t.days[0]) for t in told if not t.aside and t.days[0][:1].isdigit()], days


def _before(times: Sequence[tuple[int, str]], at: int) -> str | None:
    """The time told last before an offset."""
    return next((day for start, day in reversed(times) if start < at), None)
