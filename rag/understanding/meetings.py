"""Meetings: their names, and whether words are said at one."""

from __future__ import annotations

import re

from rag.tables import any_of, cue_pattern
from rag.understanding.lexicon import Lexicon, ending

_HELD = re.compile(
    rf"(?:^|[，,；;。])([^，,。；;]{{2,60}}?)(?:于?(?:{any_of('recently')}|(?:\d{{1,2}}月)?\d{{1,2}}日)(?:（[^）]{{0,12}}）)?(?:上午|下午|晚上?)?)?(?:以[^，,。]{{2,10}}形式)?(?:在[^，,。]{{2,16}})?(?:{any_of('smoothly')})?(?:{any_of('holding')})(?=[，,。；;、]|$)"
)
_HOLDING = cue_pattern("holding")
_CALLED = re.compile(r"(?:召开|举行)(?!的|后|前|时)((?:“[^”]{1,60}”|[^，,。；;]){2,60})")
_AT = re.compile(
    r"(?:^|[，,。])(?:在)?(?:随后的|召开的)?[^，,。]{0,12}(?:座谈|会议|会|调度|交流)(?:会)?(?:上|中)(?=[，,]|[一-鿿]{2,4}[，,]|[一-鿿]{2,3}[强指要听])"
)
_SESSION = re.compile(r"在[^，,。]{0,16}(?:会议?上|分会场|主会场)[^，,。]{0,6}$")
_COUNTED = re.compile(r"[一两三四五六七八九十几多\d]+次(?:会议|大会|座谈会|会)$")
"""Several meetings counted, which are none by name."""

_NAME_ENDS = re.compile(r"[，,；;：]|听取|并|时|讨论(?!会)|部署(?!会|推进会|工作会|动员会|视频)|研究(?!会|部署会)|传达")
_QUOTED = re.compile("“[^“”]*”")
_DAY = re.compile(r"^(?:.*?(?:\d[日号](?:上午|下午|晚上|晚)?|近日|日前|当天|当日))")
_OPEN_AIR = cue_pattern("festivity", ending=True)
_NOTE = re.compile(r"[（(](?:[^（）()]{1,8}|[又暨][^（）()]{1,40})[）)]$")
_CLOSERS = "”」）)》"


def is_meeting(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a phrase ends like the name of a meeting or an occasion."""
    return not _COUNTED.match(phrase) and bool(ending(_NOTE.sub("", phrase).rstrip(_CLOSERS), lexicon.meetings))


def is_session(phrase: str, lexicon: Lexicon) -> bool:
    """Whether it is a meeting one calls and sits in, rather than a festivity."""
    return is_meeting(phrase, lexicon) and not _OPEN_AIR.search(phrase.rstrip(_CLOSERS))


def meeting_name(phrase: str, lexicon: Lexicon) -> str:
    """The meeting at the front of what is behind a verb (召开座谈会听取汇报 -> 座谈会), or nothing. What is quoted in a name
    ends none (参加“学思想，建新功”座谈会).
    """
    plain = _QUOTED.sub(lambda m: "“" * len(m.group()), phrase)
    name = phrase[: len(_NAME_ENDS.split(plain, maxsplit=1)[0])].strip("了 ")
    return name if is_meeting(name, lexicon) else ""


def held(text: str, lexicon: Lexicon) -> str:
    """The meeting a sentence says was held (X会议召开, 召开X会议), or nothing."""
    if not _HOLDING.search(text):
        return ""
    names = (_DAY.sub("", _whole(text, m)).lstrip("，,") for m in _HELD.finditer(text))
    called = (meeting_name(m.group(1), lexicon) for m in _CALLED.finditer(text))
    return next((name for name in (*names, *called) if is_meeting(name, lexicon)), "")


def _whole(text: str, found: re.Match[str]) -> str:
    """A meeting's name from the quotation mark on that a comma within the name parts from its end (“学思想,建新功”座谈会)."""
    name = found.group(1)
    opened = text.rfind("“", 0, found.start(1))
    cut = "”" in name and "“" not in name.partition("”")[0] and opened >= 0
    return text[opened : found.end(1)] if cut else name


def at_meeting(before: str) -> bool:
    """Whether the words before a verb place it in a meeting (座谈会上，…)."""
    return _AT.search(before) is not None


def said_in_session(before: str) -> bool:
    """Whether the words before a verb of speech say that its subject spoke in a meeting (在会上)."""
    return _SESSION.search(before) is not None
