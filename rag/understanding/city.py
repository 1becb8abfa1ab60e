"""The city, district or county a page is of: what 我市, 我区, 市长 and 区委书记 mean on it."""

from __future__ import annotations

import re
from collections import Counter

from rag.records import Page

_PAPER = re.compile(r"^([一-鿿]{2,4}?)(?:市|区|县)?(?:日报|晚报|早报|晨报|时报|快报|商报|都市报|新闻|报)")
_OURS = re.compile(r"我([市区县州])|全([市区县州])(?=上下|各|人民|干部)|([市区县州])领导")
_NAMED = re.compile(
    r"(?:^|[，。、；：,;:\s“”（）()在赴到为由从和与及对向任])([一-鿿]{2,3})([市区县州])(?!域|场|民|面|值|级|际)"
)
_NO_NAME = re.compile(r"^[全我各本该市区县省一两三的大小新老城郊主园]|[市区县省的]")


def city_of(page: Page) -> str:
    """The place with its kind (海州市, 东江区), from the newspaper's name or the page's most named place; or nothing."""
    ours = Counter(kind for match in _OURS.finditer(page.text) for kind in match.groups() if kind)
    kind = ours.most_common(1)[0][0] if ours else ""
    if paper := _PAPER.match(page.newspaper):
        return paper.group(1) + (kind or "市")
    named = Counter(
        m.group(1) for m in _NAMED.finditer(page.text) if m.group(2) == kind and not _NO_NAME.search(m.group(1))
    )
    if not named:
        return ""
    return max(named, key=lambda name: (page.text.count(name), named[name], name)) + kind
