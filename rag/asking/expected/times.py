"""What a question that asks when really wants: a day, the taking up of an office, or the end of a term."""

from __future__ import annotations

import re

from rag.asked import Asks, Cue, Frame

_INSTALLED = re.compile(r"任命|当选|就任|履新|上任|接任|出任|任职|起任|起担任")
_HOUR = re.compile(r"\d{1,2}[时点:：]\d{0,2}(?!\d)|[午晨晚早上夜][一二三四五六七八九十]{1,3}[时点]")
_ENDS = re.compile(
    r"(?:至|到)(?:\d{4}年)?\d{1,2}[月日]|月底|结束|为止|之?前(?=[，,。；完实建基全要])|年底|月底|截止|期限|到\d+年|[明今]年|\d+[年月日]底?前"
)


_LASTS = re.compile(
    r"(?<![\d月])(?:\d{1,3}|[一二两三四五六七八九十半]+)个?多?余?(?:小时|分钟|天|年(?!\d|来|级|度)|周|日内|个月)"
)


def lasts(text: str) -> bool:
    """Whether the length of a time is printed (一年, 1小时40分钟), no date."""
    return _LASTS.search(text) is not None


def takes_office(query: Frame) -> bool:
    """Whether it asks when an office was taken up."""
    return query.asks is Asks.WHEN and bool(query.offices) and Cue.TAKES_OFFICE in query.cues


def installs(text: str) -> bool:
    """Whether somebody is said to take up an office."""
    return _INSTALLED.search(text) is not None


def deadline(query: Frame) -> bool:
    """Whether it asks by when, which is not the day of the report."""
    return query.asks is Asks.WHEN and Cue.DEADLINE in query.cues


def sets_term(text: str) -> bool:
    """Whether a time is named by which something is to be done."""
    return _ENDS.search(text) is not None


def wants_hour(query: Frame) -> bool:
    """Whether it asks at what time of the day."""
    return query.asks is Asks.WHEN and Cue.CLOCK in query.cues


def tells_hour(text: str) -> bool:
    """Whether a time of the day is printed."""
    return _HOUR.search(text) is not None
