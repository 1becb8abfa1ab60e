"""The city, district or county a page is of: what 我市, 我区, 市长 and 区委书记 mean on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from rag.records import Page
from rag.tables import rows
from rag.understanding.cues import cue_pattern

_OURS = re.compile(r"我([市区县州])|全([市区县州])(?=上下|各|人民|干部)|([市区县州])领导")
_RULED = re.compile(
    r"(?:^|[^一-鿿]|[全由经到任])([市区县州])(?:委(?:书记|常委|副书记|办)|长[一-鿿]{2}|政府|人大常委会|政协)|全([市区县州])"
)
"""Who governs where a page never says 我县: its offices, named without their place."""

_NAMED = re.compile(
    r"(?:^|[，。、；：,;:\s“”（）()在赴到为由从和与及对向任])([一-鿿]{2,3}?)([市区县州])(?!域|场|民|面|值|级|际)"
)
_NO_NAME = re.compile(
    r"^[全我各本该市区县省一两三的大小新老城郊主园]|[市区县省的]|[全我各本该届副]$|^(?:要求|责成|来自|前往|深入|现任|拟任|时任|原任|新任|前任|候任|代理|离任|曾任)$"
)
_NO_DISTRICT = cue_pattern("no_district", ending=True)
"""Before 区 these make an area and no district."""

_COMMON = re.compile(r"^[全我各本该两的]|^[新老主小中大]?[城郊]$|[市区县省的]|[全我各本该届副]$|[时现原新前候代曾]任$")
_OPENED = re.compile(r"(?:^|[^一-鿿]|[在从到据])([一-鿿]{2,3}?)([市区县州])(?!域|场|民|面|值|级|际)")
_OWN = re.compile(r"我[市区县州]")

TOWNS = ("镇", "乡", "新区")
"""Places below a county that print bulletins of their own."""

OPENING = 120
"""Characters of an article, headline included, that say where it is set."""


def city_of(page: Page) -> str:
    """The place with its kind (海州市, 东江区), from the newspaper's name or the page's most named place; or nothing.

    A newspaper whose name opens with no place of the page (民生周报) tells nothing.
    """
    kind = _kind(page.text)
    named = Counter(m.group(1) for m in _NAMED.finditer(page.text) if m.group(2) == kind and _is_name(m, _NO_NAME))
    if (paper := _stem(page.newspaper)).endswith(TOWNS):
        return paper
    if paper and (page.text.count(paper) > page.text.count(page.newspaper) or not named):
        return paper + (next((k for k in "区县州市" if paper + k in page.text), "") or kind or "市")
    if not named:
        return ""
    return max(named, key=lambda name: (page.text.count(name), named[name], name)) + kind


def city_told(text: str, city: str, shared: bool = True) -> str:
    """The place one article of a page is set in: that of the page, unless it opens in another and never says 我市.

    `text` is the article with its headline; `city` is the page's. Where the page's articles
    do not share it, one that names none has none.
    """
    if _OWN.search(text) or (city and city[:-1] in text):
        return city
    opened = [m for m in _OPENED.finditer(text[:OPENING]) if _is_name(m, _COMMON)]
    if opened:
        return "".join(opened[0].groups())
    return city if shared else ""


def city_shared(page: Page, articles: Sequence[str], city: str) -> bool:
    """Whether a page is of its city: its newspaper's name or at least half of its articles name the place, or say 我市."""
    if not city or city[:-1] in page.newspaper:
        return True
    return 2 * sum(city[:-1] in text or _OWN.search(text) is not None for text in articles) >= len(articles)


def _is_name(match: re.Match[str], common: re.Pattern[str]) -> bool:
    """Whether what stands before the word for its kind is a name of its own."""
    area = match.group(2) == "区" and _NO_DISTRICT.search(match.group(1))
    return not area and not common.search(match.group(1))


def _kind(text: str) -> str:
    ours = Counter(kind for match in _OURS.finditer(text) for kind in match.groups() if kind)
    ours = ours or Counter(kind for match in _RULED.finditer(text) for kind in match.groups() if kind)
    return ours.most_common(1)[0][0] if ours else ""


def _stem(newspaper: str) -> str:
    """The place in a newspaper's name (东江 of 东江区新报, of 今日东江); empty where it names none."""
    match = _paper().match(newspaper)
    return next((g for g in match.groups() if g), "") if match else ""


@cache
def _paper() -> re.Pattern[str]:
    tails = "|".join(tail for (tail, *_) in rows("paper_tails.tsv"))
    return re.compile(rf"^(?:今日([一-鿿]{{2,4}}?)|新?([一-鿿]{{2,4}}?)(?:市|区|县)?(?:{tails}))$")
