"""The date of what an article reports, and so the day its events have where they name no other."""

from __future__ import annotations

import re
from datetime import timedelta

from rag.records import Dated
from rag.tables import any_of
from rag.time import VAGUE, AsOf, Clock, dates_in, is_review, to_come, told_year
from rag.understanding.story import Story

HISTORY = timedelta(days=366)
"""How long before the day of its page a day lies that an article recalls rather than reports."""

CENTURY = 2000
LEAD = 6
"""Sentences of the body in which the date of what is reported is looked for; later dates tell of something else."""

OPENING = 2
"""The same where nothing tells when the page was written, and so that a year it prints is not long past."""


_SAID = re.compile(
    rf"(?:{any_of('saying')}|提出|回忆|通报|(?<!据)介绍|(?<![据听])说"
    r"|(?<![的总新高])(?<!有关)(?<!相关)(?<!部署)(?<!工作)(?<!安排)(?<!精神)要求)[，,：:]"
)


_QUOTED = re.compile(r"“[^“”]*[，,。！？!?；;][^“”]*(?:”|$)")
"""Words somebody said, rather than a name: there is a clause in the quotation, or it goes on in the next sentence."""

_QUOTED_ON = re.compile(r"[^“”]*(?:”|$)")


def narrated(text: str, quoting: bool = False) -> str:
    """A sentence without what somebody said, which may speak of any time; offsets stay. `quoting` where it begins within
    a quotation."""
    if quoting:
        text = _QUOTED_ON.sub(_blank, text, count=1)
    return _SAID.split(_QUOTED.sub(_blank, text) if "“" in text else text, maxsplit=1)[0]


def still_quoting(text: str, quoting: bool) -> bool:
    """Whether a quotation is left open at a sentence's end."""
    opened, closed = text.rfind("“"), text.rfind("”")
    return opened > closed or (quoting and opened == closed)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def reported_date(tale: Story, clock: Clock) -> Dated:
    """The date of what the article reports: the first date of its lead that dates an act, else of its headlines.

    `value` is None where the paper gives no day (近日) or nothing tells the year; `printed` keeps the paper's words. Where
    it prints none at all, the basis tells the day of the page.
    """
    as_of = clock.as_of
    vague: Dated | None = None
    past: Dated | None = None
    for sentence in (*tale.body[: LEAD if as_of.day else OPENING], *tale.titles):
        found = list(dates_in(narrated(sentence.text), clock))
        clock = clock._replace(year=told_year(sentence.text, clock))
        for dated in found:
            if to_come(dated, as_of) or is_review(dated):
                continue
            if _long_ago(dated, as_of):
                past = past or dated
            elif dated.printed not in VAGUE:
                return dated
            else:
                vague = vague or dated
        if vague:
            return vague
    return past or Dated(basis=f"文中没有日期；{as_of.why}" if as_of.printed else "文中没有日期")


def _long_ago(dated: Dated, as_of: AsOf) -> bool:
    """Whether a date is of history, which an article may open with; nothing known of the page, only another century is."""
    earliest = (as_of.day - HISTORY).isoformat() if as_of.day else f"{CENTURY}"
    return bool(dated.value and dated.value < earliest)
