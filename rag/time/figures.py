"""Dates in Chinese numerals written in figures, as most pages print them, so that the same words are looked for."""

from __future__ import annotations

import re

from rag.time.numerals import DIGITS, ONES, UP_TO_39, number

_YEAR = re.compile(rf"(?<![{DIGITS}十百])([一二][{DIGITS}]{{3}})年")
_MONTH = re.compile(rf"(?<![{ONES}十几个两])(十[一二]?|[{ONES}])月(?![亮光饼子嫂季刊廿]|初[{ONES}十])")
_DAY = re.compile(rf"(?<=月)({UP_TO_39})([日号])")


def in_figures(text: str) -> str:
    """Years, months and their days in figures (二〇二三年十二月三日 -> 2023年12月3日); a lunar day (八月初三) as it is."""
    text = _YEAR.sub(lambda m: f"{number(m[1])}年", text)
    text = _MONTH.sub(lambda m: f"{number(m[1])}月", text)
    return _DAY.sub(lambda m: f"{number(m[1])}{m[2]}", text)
