"""The date of what an article reports, and so the day its events have where they name no other."""

from __future__ import annotations

from dataclasses import replace

from rag.records import Dated
from rag.time import VAGUE, AsOf, Clock, dates_in, to_come, told_year
from rag.understanding.story import Story

LEAD = 6
"""Sentences of the body in which the date of what is reported is looked for; later dates tell of something else."""


def reported_date(tale: Story, as_of: AsOf) -> Dated:
    """The date of what the article reports: the first date of its lead that dates an act, else of its headlines.

    `value` is None where the paper gives no day (近日) or nothing tells the year; `printed` keeps the paper's words.
    """
    clock = Clock(as_of)
    vague: Dated | None = None
    for sentence in (*tale.body[:LEAD], *tale.titles):
        found = list(dates_in(sentence.text, clock))
        clock = replace(clock, year=told_year(sentence.text, clock.year))
        for dated in found:
            if to_come(dated, as_of):
                continue
            if dated.value or dated.printed not in VAGUE:
                return dated
            vague = vague or dated
        if vague:
            return vague
    return Dated(basis="文中没有日期")
