"""The date of what an article reports, and so the day its events have where they name no other."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from rag.records import Dated
from rag.time import VAGUE, AsOf, Clock, dates_in, to_come, told_year
from rag.understanding.story import Story

HISTORY = timedelta(days=366)
"""How long before the day of its page a day lies that an article recalls rather than reports."""

CENTURY = 2000
LEAD = 6
"""Sentences of the body in which the date of what is reported is looked for; later dates tell of something else."""


_ANNOUNCED = re.compile(
    r"\d{1,2}[日号](?:[上下]午|晚|消息)?[，,][^，,。]{0,24}?(?:发文称|发布(?:信息|消息|通报|公告)?(?:显示|称)|获悉|通报称?|消息称?|报道称?|披露|证实)"
    r"[，,:：](?=[^，,。]{0,8}?\d{1,2}[日号])"
)
"""A day on which something was made known, before the day on which it was done."""


_SAID = re.compile(r"(?:指出|强调|要求|表示|认为|提出)[，,：:]")


def narrated(text: str) -> str:
    """A sentence without the day on which it was announced what was done on another (5月8日，官方微信发文称：5月7日，…), and
    without what somebody said, which may speak of any time."""
    match = _ANNOUNCED.search(text)
    return _SAID.split(text[match.end() :] if match else text, maxsplit=1)[0]


def reported_date(tale: Story, as_of: AsOf) -> Dated:
    """The date of what the article reports: the first date of its lead that dates an act, else of its headlines.

    `value` is None where the paper gives no day (近日) or nothing tells the year; `printed` keeps the paper's words.
    """
    clock = Clock(as_of)
    vague: Dated | None = None
    past: Dated | None = None
    for sentence in (*tale.body[:LEAD], *tale.titles):
        found = list(dates_in(narrated(sentence.text), clock))
        clock = replace(clock, year=told_year(sentence.text, clock.year))
        for dated in found:
            if to_come(dated, as_of):
                continue
            if _long_ago(dated, as_of):
                past = past or dated
            elif dated.printed not in VAGUE:
                return dated
            else:
                vague = vague or dated
        if vague:
            return vague
    return past or Dated(basis="文中没有日期")


def _long_ago(dated: Dated, as_of: AsOf) -> bool:
    """Whether a date is of history, which an article may open with; nothing known of the page, only another century is."""
    earliest = (as_of.day - HISTORY).isoformat() if as_of.day else f"{CENTURY}"
    return bool(dated.value and dated.value < earliest)
