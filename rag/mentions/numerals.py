"""Numerals as they are printed before a unit, in figures, Chinese characters or both, and the number they stand for."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from rag.tables import rows
from rag.time import number

_ABOUT = "余|多|几"
_HAN = "〇零一二两三四五六七八九十百千ⅠⅡⅢⅣⅤⅥ"
_PART = re.compile(r"(\d+(?:\.\d+)?)([^\d]*)")


@cache
def numeral() -> str:
    """A pattern of one numeral with its scale: 1,200.5万, 三百余, 数十万, 680 million; in folded text."""
    words = [word for word, _ in rows("scales.tsv")]
    han = "|".join(w for w in words if not w.isascii())
    english = "|".join(w for w in words if w.isascii())
    scaled = rf"\s*(?:{_ABOUT})?(?:{han}){{0,3}}(?:{_ABOUT})?"
    more = r"(?:(?<=亿)\d+千?万|(?<=万)\d+千)?"
    digits = rf"\d{{1,16}}(?:,\d{{3}})*(?:\.\d+)?(?:\s(?:{english})\b|{scaled}{more})"
    return rf"(?:{digits}|[几数上][十百千万亿]+(?:余|多)?|[{_HAN}]{{1,16}}(?:点[{_HAN}]{{1,8}})?{scaled}|半)"


def value(printed: str) -> str:
    """The number in plain figures, of 余 and 多 the least it can be; empty where it is not told (数十, 半)."""
    text = re.sub(rf"[\s,{_ABOUT.replace('|', '')}]", "", printed)
    if not text:
        return ""
    if text[0].isdigit():
        return _plain(sum((_scaled(*part.groups()) for part in _PART.finditer(text)), Decimal()))
    if any(c in text for c in "点半几数上"):
        return ""
    return str(number(text) or "")


def _scaled(digits: str, words: str) -> Decimal:
    found = Decimal(digits)
    for word, factor in _scales().items():
        found *= factor ** words.count(word)
    return found


@cache
def _scales() -> dict[str, int]:
    return {word: int(factor) for word, factor in rows("scales.tsv")}


def _plain(found: Decimal) -> str:
    text = format(found, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
