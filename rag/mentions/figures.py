"""Money, shares, quantities and durations: numerals by the unit behind them, the one reader of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rag.mentions.numerals import numeral, value
from rag.records import Mention, MentionKind
from rag.tables import rows
from rag.text import fold

NUMBERS = (MentionKind.MONEY, MentionKind.PERCENT, MentionKind.QUANTITY, MentionKind.DURATION)

_QUOTED = re.compile(r"[“「『《][^”」』》\d]{2,8}[”」』》]")
"""A name in quotation marks: the numerals in it count nothing (“千家万户”行动)."""
_EACH = re.compile(r"每[^，。\d]{0,4}$")
_NO_FIGURE = re.compile(r"[日号月时](?!内|游)|年(?!来)|#")
"""Behind figures without a unit it makes a number of them by which something is known, or a part of a date."""
_PART_OF = re.compile(
    r"(?:百分之|千分之|万分之)\s*([〇零一二两三四五六七八九十百\d.]{1,20})|[一二三四五六七八九十百]{1,12}分之[一二三四五六七八九十百]{1,12}"
)
_TENTHS = re.compile(
    r"(?<![一二三四五六七八九十\d])([一二两三四五六七八九]|\d(?:\.\d)?)成([一二三四五六七八九])?(?![立为员效果功就长都分以千百万一])"
)
"""两成, 六成五: tenths and hundredths."""
_ANY = "一"


@dataclass(frozen=True, slots=True)
class Unit:
    """What figures with this unit are, and the unit that counts the same."""

    kind: MentionKind
    same: str


def figures(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Mention, ...]:
    """Every figure of a text in its order, with the unit behind it as printed; none in `taken`, nor one that only counts on (第三次).

    Of a figure without a unit the kind is a quantity and the unit empty.
    """
    plain = fold(text)
    aside = [*taken, *(m.span() for pattern in (_QUOTED, _uncounted()) for m in pattern.finditer(plain))]
    found = [*_shares(text, plain)]
    spans = [(m.start, m.end) for m in found]
    found += [m for m in _numbers(text, plain) if not _meets(m.start, m.end, [*aside, *spans])]
    return tuple(sorted(found, key=lambda m: m.start))


def same_unit(unit: str) -> str:
    """The unit that stands for all that count the same (名 -> 人); the unit itself where the table has none."""
    known = units().get(fold(unit))
    return known.same if known else unit


@cache
def units() -> dict[str, Unit]:
    """Every unit of the table by its folded wording."""
    return {
        row[0]: Unit(MentionKind(row[1]), row[2] if len(row) > 2 and row[2] else row[0]) for row in rows("units.tsv")
    }


def _shares(text: str, plain: str) -> Iterator[Mention]:
    """百分之三十, 三分之一, 六成五."""
    for match in _PART_OF.finditer(plain):
        start, end = match.span()
        share = value(match[1]) if match[1] and plain.startswith("百", start) else ""
        yield Mention(MentionKind.PERCENT, text[start:end], start, end, share, "%" if share else "分之")

    for match in _TENTHS.finditer(plain):
        start, end = match.span()
        tenths = float(value(match[1])) * 10 + float(value(match[2] or "零") or 0)
        yield Mention(MentionKind.PERCENT, text[start:end], start, end, f"{tenths:g}", "成")


def _numbers(text: str, plain: str) -> Iterator[Mention]:
    for match in _pattern().finditer(plain):
        if match["ordinal"] or _counts_nothing(plain, match):
            continue
        start, end = match.span()
        while plain[end - 1].isspace():
            end -= 1
        unit = match["unit"] or ""
        kind = units()[unit].kind if unit else MentionKind.QUANTITY
        yield Mention(
            kind, text[start:end], start, end, value(match["numeral"]), text[end - len(unit) : end] if unit else ""
        )


def _counts_nothing(plain: str, match: re.Match[str]) -> bool:
    """A figure that is part of a name, a date or a word: G104, 2号, 一 by itself, 一 behind 每."""
    printed, behind = match["numeral"].strip(), plain[match.end() : match.end() + 2]
    if match["unit"]:
        return printed == _ANY and _EACH.search(plain[: match.start()]) is not None
    if printed[:1].isdigit():
        return _NO_FIGURE.match(behind) is not None
    return not any(c in printed for c in "万亿余多") or printed[0] in "万亿"


@cache
def _pattern() -> re.Pattern[str]:
    told = sorted(((row[0], row[3] if len(row) > 3 else "") for row in rows("units.tsv")), key=lambda u: -len(u[0]))
    either = "|".join(re.escape(unit) + (f"(?!{unless})" if unless else "") for unit, unless in told)
    ordinal = r"(?P<ordinal>第\s*[\d〇零一二两三四五六七八九十百]+)"
    return re.compile(rf"{ordinal}|(?<![\d.a-z])(?<!\d,)(?P<numeral>{numeral()})(?:\s*(?P<unit>{either}))?")


@cache
def _uncounted() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for (pattern,) in rows("uncounted.tsv")))


def _meets(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(s < end and start < e for s, e in spans)
