"""The day a sentence tells of: its own, else the one told before; and where a day holds for its own sentence alone."""

from __future__ import annotations

import re

from rag.records import Dated
from rag.time import Clock, counted_year, dates_in, to_come, told_year
from rag.understanding.background import is_background, opened
from rag.understanding.lexicon import Lexicon
from rag.understanding.reported import narrated, still_quoting
from rag.understanding.story import Sentence
from rag.understanding.thread import Thread

EARLY = 40
"""Characters into a sentence within which a date says when its act was done; later dates belong to what is told."""

_CARRIES_ON = re.compile(r"[他她](?!们)|会议|并")
"""What begins a sentence on what was done at the time of the one before, though that is none of the report's."""

AFRESH = ("近日", "日前", "近几日", "近期")
"""What a sentence begins with that tells of another day than the one before; 连日来 goes on with it."""

_WHOLE = len("2022-05-06")
_SAME_DAY = re.compile("(?:[^，,。]{0,4}[，,])?(?:当[天日晚]|同日|次日|翌日)")
_YEAR = re.compile(
    r"(?:^[^，,。]{0,12}?[，,]?(?:早在|还是)?((?:19|20)\d\d)年(?:初|底|末|间|年初|年底)?(?=[，,])"
    r"|(?:早在|(?<![存所])在|(?<![基源始致位处关对])于)((?:19|20)\d\d)年(?:初|底|末|间|年初|年底)?(?!以|之|前|的|至|到|[—－-]|\d)"
    r"|(?<![比较与和同自从在度至到])([去前]年)(?:年?[初底末])?(?!同期|以|之|前|的|度|同比|相比|[至到]|[一二三四]季|[上下]半|\d))"
)
"""A past year in which the act of a sentence was done: at its head, behind 在, or told from that of the page."""


def note_day(thread: Thread, sentence: Sentence, clock: Clock, lexicon: Lexicon) -> bool:
    """The day of a sentence: its own, else the one told before. Whether it has its own.

    A month (2003年4月), a day long before the report and a day to come date their own sentence alone; 近日 at a sentence's
    head says that the day told before is no longer meant, and a stretch there (前期，…) that its own sentence is of no day.
    """
    if not _CARRIES_ON.match(sentence.text):
        thread.day = thread.day_told or thread.day
    same = (_last_day(thread) if _SAME_DAY.match(sentence.text) else None) or thread.day
    quoting = thread.quoting == sentence.paragraph
    thread.quoting = sentence.paragraph if still_quoting(sentence.text, quoting) else 0
    text = narrated(sentence.text, quoting)
    dated = next(dates_in(text, clock._replace(day=same, year=thread.year), EARLY), None)
    thread.last = (sentence.text, clock._replace(day=thread.day, year=thread.year))
    thread.year = told_year(sentence.text, clock._replace(year=thread.year))
    if dated and dated.printed in AFRESH and sentence.text.startswith(dated.printed):
        thread.day = thread.day_told = dated
        return True
    dated = dated or _bare_year(text, clock, lexicon)
    if (dated is None or not dated.value) and (said := opened(sentence.text)):
        thread.day_told, thread.day = thread.day, Dated(basis=f"“{said}”，未写明日期", printed=said)
        return True
    if dated is None or not dated.value or (thread.day.value or "").startswith(dated.value):
        return dated is not None and bool(dated.value)
    whole = len(dated.value) == _WHOLE
    known = clock.day.value or clock.as_of.day  # else nothing tells a day of the report from one of long ago
    told = bool(known) and whole and not is_background(dated, clock) and not to_come(dated, clock.as_of)
    thread.day_told = dated if told else thread.day_told or thread.day
    thread.day = dated
    return True


def _last_day(thread: Thread) -> Dated | None:
    """The last day that the sentence before prints, whatever of: the one that 当天 in this one means."""
    if thread.last is None:
        return None
    text, clock = thread.last
    days = [d for d in dates_in(text, clock) if d.value]
    last = days[-1] if days else None
    return last if last and len(last.value or "") == _WHOLE and not to_come(last, clock.as_of) else None


def _bare_year(text: str, clock: Clock, lexicon: Lexicon) -> Dated | None:
    """A past year (2021年，…; 在2016年成立; 去年底) that a sentence tells before any verb of the clause, where it prints no
    other date; behind a verb it belongs to what was done (检查去年受灾的村)."""
    known = clock.day.value or (clock.as_of.day.isoformat() if clock.as_of.day else "")
    for found in _YEAR.finditer(text, 0, EARLY) if known else ():
        clause = max(text.rfind(mark, 0, found.start()) for mark in "，,；;：:。") + 1
        printed = found.group().strip("，,在于早还是")
        year = found[1] or found[2] or str(counted_year(found[3], int(known[:4])))
        if year < known[:4] and not lexicon.patterns["verb"].search(text, clause, found.start()):
            return Dated(year, f"“{printed}”", printed)
    return None
