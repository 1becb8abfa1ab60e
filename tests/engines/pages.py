"""Invented pages, each of one article, in which people of known names are named a known number of times."""

from __future__ import annotations

from collections.abc import Sequence

NAMES = ("陈立群", "陈立", "欧阳青禾", "沐晴雪", "何小雨", "顾望舒", "方宁远", "叶知秋")
"""Names of two to four characters, one the beginning of another, each of characters that words begin with too."""
TOWNS = ("望湖镇", "青苗镇", "石桥镇", "南渡镇", "北屿街道")
SITES = ("码头", "粮库", "水厂", "茶园", "渡口")


def page(k: int) -> str:
    """The k-th page: two people, neighbours in the list, inspect a place on a day of their own."""
    first, second = NAMES[k % len(NAMES)], NAMES[(k + 3) % len(NAMES)]
    town, site = TOWNS[k % len(TOWNS)], SITES[k // 5 % len(SITES)]
    return (
        f"{town}{site}第{k}期工程开工\n　　本报讯（记者 何小雨）{k % 12 + 1}月{k % 28 + 1}日，海州市市长{first}来到{town}{site}检查"
        f"第{k}期工程。副市长{second}参加检查。现场堆着{k + 3}吨水泥，工人正在卸货。\n"
    )


def named_in(texts: Sequence[str], name: str) -> list[int]:
    """The places of the texts in which a name stands, found by reading them."""
    return [place for place, text in enumerate(texts) if name in text]
