"""Where times stand in a text and what they say, before any of it is worked out: what the table of wordings finds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType

from rag.tables import rows
from rag.time import almanac
from rag.time.folding import folded
from rag.time.numerals import DIGITS, ONES, UP_TO_39, number

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST = 3
"""Letters that a month's name is cut down to."""

BOTH = "both"
"""The register of a row that holds for all."""

ANY, LATIN = "*", "A"
"""Cues of a row that may find something in any text, and of one that needs Latin letters."""

KEPT = 512
"""Texts whose times are kept: whoever reads an article asks for those of a sentence several times."""

_NAMES = "|".join(f"{m[:SHORTEST]}(?:{m[SHORTEST:]}|{'t' if m == 'september' else ''}\\b\\.?)" for m in MONTHS)
_PART = (
    r"(?:凌晨|清晨|早晨|早上|一早|晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|夜里|深夜|夜|当晚|当天|当日"
    r"|\d{1,2}[时点](?!建议|意见|要求|措施))?"
)
_FOUR = rf"(?<![\d{DIGITS}十百])(?P<year>\d{{4}}|[一二][{DIGITS}O]{{3}})\s*年度?的?"
_SHORT = rf"(?<![\d{DIGITS}十百])(?P<yy>\d{{2}})年(?=\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日)"


class Register(StrEnum):
    """Who tells the time: a question asks of any year, a page reports and leaves out what its reader knows, a masthead or
    a file's name holds little but its day.
    """

    ASKED = "asked"
    PRINTED = "printed"
    HEAD = "head"


_PRINTED = "今年|去年|前年|当年|同年|明年|本年"
_WORDS: Mapping[Register, str] = MappingProxyType(
    {Register.ASKED: "今年|去年|前年", Register.PRINTED: _PRINTED, Register.HEAD: _PRINTED}
)
_YY: Mapping[Register, str] = MappingProxyType(
    {Register.ASKED: r"(?<!\d)(?P<yy>\d{2})年", Register.PRINTED: _SHORT, Register.HEAD: _SHORT}
)
_DAY = rf"(?P<day>\d{{1,2}}|{UP_TO_39})"
_MACROS: Mapping[str, str] = MappingProxyType(
    {
        "{M}": rf"(?P<month>(?<![\d第])\d{{1,2}}|(?<![\d第几数{DIGITS}十])(?:十[一二]?|[{ONES}]))\s*",
        "{D}": _DAY,
        "{n}": UP_TO_39,
        "{P}": _PART,
        "{P2}": _PART,
        "{R}": r"\s*(?:[至到]|[—–～~－-]{1,4})\s*",
        "{N}": rf"(?P<name>{_NAMES})",
        "{ND}": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
        "{EY}": r"(?:,?\s+(?:of\s+)?(?P<year>[1-3]\d{3})\b)?",
        "{F}": almanac.wordings(0),
        "{F1}": almanac.wordings(0, alone=True),
        "{FE}": almanac.wordings(1),
        "{T}": almanac.terms(),
    }
)
_DATELINE = re.compile(r"\s*(?:\d{1,2}时)?(?:电(?!话)|讯|消息|报道(?!了)|综合(?=[（(]|消息|报道))")
_LETTERS = re.compile(r"[A-Za-z]")
_AT_FIGURES = "{^}"
_FIGURES = re.compile(
    rf"[\d{ONES}十廿卅今去前当同明本农阴旧夏闰正冬腊大除](?:(?<=(?<!\d)\d)|(?<=(?<![\d{ONES}十])[{ONES}十廿卅])|(?<=闰)"
    r"|(?<=[今去前当同明本大])(?=年)|(?<=[农阴旧夏])(?=历)|(?<=[正冬腊])(?=月)|(?<=除)(?=夕))"
)
"""What the rows begin with that are tried at figures alone: trying each at every character would take most of the time."""

_TRIGGER = re.compile(
    r"[\d〇零一二三四五六七八九十廿正腊冬旬]\s*[月日号]|20\d\d|[昨前今当同次翌][天日晚晨]|[昨前今][（(]|同一天"
    r"|近[日期来几]|日前|连日|最近|前不久|[本上]月|[上这]个月|[上本这]一?个?(?:周|星期)|[当之这][天日]|节气|前[期夕]|此前|前段|除夕|大年|节”?[，,]|[A-Za-z]{3}|\d{4}年|[今去前明]年|近几?年"
)
"""Something of which stands in a sentence of a page that tells a time: most of them hold none."""


_Row = tuple[str, tuple[str, ...], re.Pattern[str], bool]
"""Kind, cues, pattern, and whether it is tried at figures alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A time at `[start, end)` of a text, as printed; `kind` is that of `times.tsv`, `parts` what its row tells apart.

    `dateline` tells that it dates the report (5月6日讯), not what is reported.
    """

    kind: str
    printed: str
    start: int
    end: int
    parts: Mapping[str, str]
    dateline: bool = False

    @property
    def year(self) -> int | None:
        """The year in print, None where there is none."""
        return number(self.parts.get("year", "") or self.parts.get("year2", "")) or None

    @property
    def month(self) -> int | None:
        """The month of the common calendar in print."""
        return number(self.parts.get("month", "")) or None

    @property
    def day(self) -> int | None:
        """The day of the month in print, the first of a range."""
        return number(self.parts.get("day", "")) or None

    @property
    def word(self) -> str:
        """The part that counts from the day of the page or from one told before (去年, 昨日, 当天)."""
        return next((self.parts[k] for k in ("word", "near", "same", "next", "thismonth") if k in self.parts), "")


@lru_cache(maxsize=KEPT)
def moments(text: str) -> tuple[Moment, ...]:
    """The times that a text of a page tells, in order, without overlaps; a year by itself is one too."""
    return tuple(_found(text, Register.PRINTED)) if _TRIGGER.search(folded(text)) else ()


def asked(text: str) -> list[Moment]:
    """The times that a question tells, in order, without overlaps."""
    return _found(text, Register.ASKED)


def headed(text: str) -> list[Moment]:
    """The times in a masthead, a line that tells when something appeared, or the name of a file."""
    return _found(text, Register.HEAD)


def unread(text: str) -> list[tuple[str, int, int]]:
    """(kind, start, end) of what looks like a time and is read by nobody, as `times_unread.tsv` has it."""
    return [(kind, m.start(), m.end()) for kind, pattern in _unread() for m in pattern.finditer(text)]


def _found(text: str, register: Register) -> list[Moment]:
    """Of times that overlap the one whose row stands first."""
    plain = folded(text)
    latin = _LETTERS.search(plain) is not None
    taken = bytearray(len(plain))
    kept = []
    there = frozenset(cue for cue in _cues(register) if cue in plain)
    figures = [m.start() for m in _FIGURES.finditer(plain)]
    for kind, _, pattern, at_figures in _rows_for(register, there, latin):
        for match in _at(figures, pattern, plain) if at_figures else pattern.finditer(plain):
            start, end = match.span()
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\x01" * (end - start)
                kept.append(_moment(kind, match, text, plain))
    return sorted(kept, key=lambda m: m.start)


def _at(places: Sequence[int], pattern: re.Pattern[str], plain: str) -> Iterator[re.Match[str]]:
    """What a pattern finds that can begin at these places alone, in order, without overlaps."""
    free = 0
    for place in places:
        if place >= free and (match := pattern.match(plain, place)):
            free = match.end()
            yield match


def _moment(kind: str, match: re.Match[str], text: str, plain: str) -> Moment:
    parts = {name: value for name, value in match.groupdict().items() if value}
    dateline = _DATELINE.match(plain, match.end()) is not None
    return Moment(kind, text[match.start() : match.end()], match.start(), match.end(), parts, dateline)


@cache
def _cues(register: Register) -> frozenset[str]:
    """What must stand in a text for some row to find anything in it."""
    return frozenset(cue for _, cues, *_ in _table(register) for cue in cues) - {ANY, LATIN}


@lru_cache(maxsize=KEPT)
def _rows_for(register: Register, there: frozenset[str], latin: bool) -> tuple[_Row, ...]:
    """The rows that may find something where these cues stand, in order."""
    cues = {ANY, *there, *((LATIN,) if latin else ())}
    return tuple(row for row in _table(register) if not cues.isdisjoint(row[1]))


@cache
def _table(register: Register) -> tuple[_Row, ...]:
    return tuple(_of(register))


def _of(register: Register) -> Iterator[_Row]:
    year = rf"{_FOUR}|{_YY[register]}|(?P<word>{_WORDS[register]})的?"
    for kind, used, cues, pattern in rows("times.tsv"):
        if used in (BOTH, register) or (used == Register.PRINTED and register is Register.HEAD):
            spelled = (
                pattern.removeprefix(_AT_FIGURES)
                .replace("{Y}", rf"(?:(?:{year})\s*)?")
                .replace("{Y!}", rf"(?:{year})\s*")
            )
            for macro, meaning in _MACROS.items():
                spelled = spelled.replace(macro, meaning)
            yield kind, tuple(cues.split("|")), re.compile(spelled, re.I), pattern.startswith(_AT_FIGURES)


@cache
def _unread() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern, re.I)) for kind, pattern in rows("times_unread.tsv"))
