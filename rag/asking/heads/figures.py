"""Figures of a sentence with their units."""

from __future__ import annotations

import re

from rag.answered import HeadKind
from rag.asked import Frame, Language
from rag.asking.heads.slots import Slot
from rag.asking.retrieval.judge import Judged

_DATE = re.compile(
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{4}年(?!来)|\d{1,2}[日号时点](?!，要求|要求|意见|建议)|第[\d一二三四五六七八九十]+"
)
_FIGURE = re.compile(
    r"(?:\d[\d,]*(?:\.\d+)?\s*(?:余|多|几)?(?:万亿|[十百千万亿])*|[〇零一二两三四五六七八九十百千]+(?:余|多)?(?:[万亿])*|半)(?:余|多)?"
    r"\s*(?P<unit>%|％|个?百分点|摄氏度|℃|平方公里|平方千米|平方米|立方米|公里/小时|千米|公里|厘米|毫米|分钟|小时|个月|个小时|人次|户次|家次|场次|"
    r"[a-zA-Z㎡]{1,4}|[个位名家户人件条项次处座所台辆吨米亩元只块份场倍成级届期张本篇组支对双套种类批岁天年月周日度句辈层栋幢间排颗株棵袋箱瓶桶顶床根盒枚艘架艇头尾匹盏部首幅册点步轮门笔宗起例斤克公])?"
)
_MEANING = ("%", "％", "元", "亩", "吨", "岁")
"""Measures without which a figure says another thing."""

_BARE = re.compile(r"[一二两三四五六七八九十]")


def figures(query: Frame, best: Judged) -> list[Slot]:
    """Every figure that is no date and no ordinal, with the measure behind it as printed."""
    text = best.passage.text
    taken = [m.span() for m in _DATE.finditer(text)]
    found: list[Slot] = []
    for match in _FIGURE.finditer(text):
        if any(s < match.end() and match.start() < e for s, e in taken):
            continue
        if not match["unit"] and (_BARE.match(match.group()) or match.group() == "半"):
            continue
        found.append(
            Slot(_stated(match, query.language), HeadKind.NUMBER, match.start(), match.end(), match["unit"] or "")
        )
    return found


def _stated(match: re.Match[str], language: Language) -> str:
    """As printed; in English without a measure that English has no word for (38部 -> 38)."""
    printed = match.group().strip()
    kept = language is Language.ZH or not match["unit"] or match["unit"] in _MEANING
    return printed if kept else printed.removesuffix(match["unit"]).rstrip("余多")
