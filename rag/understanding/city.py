"""The city, district or county a page is of: what 我市, 我区, 市长 and 区委书记 mean on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from rag.dictionary import is_word
from rag.records import Page
from rag.tables import any_of, rows

_OURS = re.compile(r"我([市区县州])|全([市区县州])(?=上下|各|人民|干部)|([市区县州])领导")
_RULED = re.compile(
    r"(?:^|[^一-鿿]|[全由经到任])([市区县州])(?:委(?:书记|常委|副书记|办)|长[一-鿿]{2}|政府|人大常委会|政协)|全([市区县州])"
)
"""Who governs where a page never says 我县: its offices, named without their place."""

_PLACE = r"([一-鿿]{1,5}?[市区县州旗][市区县]?)(?!域|场|民|面|值|级|际|(?<=[代副原正任市区县州旗]\w)长)"
"""A place with its kind; before 长 the kind is of an office where another one, or only an office's prefix, stands before it:
代县县长 is the head of 代县, 代县长 an acting head."""

_NAMED = re.compile(rf"(?:^|[，。、；：,;:\s“”（）()在赴到为由从和与及对向任]){_PLACE}")
_OPENED = re.compile(rf"(?:^|[^一-鿿]|[在从到据]){_PLACE}")
_OFFICES = rf"(?:委(?!托|员)|长(?![一-鿿]?[江河城沙])|副市长|{any_of('organs')}|领导)"
"""What of a city's offices stands behind its name."""

_OWN = re.compile(r"我[市区县州]")

_FUNCTION = re.compile(
    r"^[在由据从经对被与和为向因日年月号时是了到于及以将把让使给的我你他她其这那各某本该全两一二三多个座家新老大小请就需应须来去]|[由为在到从向对把被将与和任实于的了]$"
)
"""Characters that begin or end what is no name: 由, 让, 我, 落实."""

NAME = 2
"""Characters of a name that is in no list, at most; longer ones are cut from sentences."""

TOWNS = ("镇", "乡", "新区")
"""Places below a county that print bulletins of their own."""

TOLD, OFTENER = 2, 2
"""Times a town is named on a page of its own, and how much oftener the city above it is at most."""

OPENING = 120
"""Characters of an article, headline included, that say where it is set."""


def city_of(page: Page) -> str:
    """The place with its kind (海州市, 东江区), from the newspaper's name or the page's most named place; or nothing.

    A newspaper whose name opens with no place of the page (民生周报) tells nothing; a city above the page's own is not it.
    """
    kind = _kind(page.text)
    places = Counter(place for m in _NAMED.finditer(page.text) if (place := region(m[1])))
    named = Counter(
        {place: n for place, n in places.items() if place[-1] == kind and not _above(place, places, page.text)}
    )
    if (paper := _stem(page.newspaper)).endswith(TOWNS):
        return paper
    if paper and (paper in _regions() or page.text.count(paper) > page.text.count(page.newspaper) or not named):
        return paper + (next((k for k in "区县州市" if paper + k in page.text), "") or kind or "市")
    return max(named, key=lambda place: (page.text.count(place[:-1]), named[place], place)) if named else ""


def city_told(text: str, city: str, shared: bool = True) -> str:
    """The place one article of a page is set in: that of the page, unless it opens in another and never says 我市.

    `text` is the article with its headline; `city` is the page's. Where the page's articles
    do not share it, one that names none has none.
    """
    if _OWN.search(text) or (city and city[:-1] in text):
        return city
    opened = (region(m[1]) for m in _OPENED.finditer(text[:OPENING]))
    return next((place for place in opened if place), city if shared else "")


def _above(city: str, places: Counter[str], text: str) -> bool:
    """Whether a city is the one above the page's own: the page tells of one town of its prefecture, whose head sits on the
    city's committee (某州市委常委、某岭市委书记), or half as often at least, and calls the city's offices by its name, as its own
    paper need not, and those of the town no oftener."""
    below = [p for p in places if p != city and city[:-1] in _cities().get(p, _cities().get(p[:-1], ()))]
    if len(below) == 1 and re.search(f"{re.escape(city)}委常委、{re.escape(below[0])}(?:委书记|长)", text):
        return True
    if len(below) != 1 or places[below[0]] < TOLD or OFTENER * text.count(_called(below[0])) < text.count(city[:-1]):
        return False
    of_city, of_town = (len(re.findall(re.escape(place) + _OFFICES, text)) for place in (city, below[0]))
    return of_city >= max(1, of_town)


def _called(place: str) -> str:
    """How a text calls a place after the first time: without its kind, where more than a character is left (和县)."""
    return place[:-1] if len(place) > NAME else place


def region(words: str) -> str:
    """The city, county or district that the words end with (河北涿州: 涿州市; 由北京市: 北京市), or nothing.

    It stands in the list of regions, or is a name of two characters that no dictionary has: before 市 and 区 stand words of
    every kind (上市, 落实市委, 灾区).
    """
    return _listed(words) or (words if _unheard(words) else "")


def _unheard(words: str) -> bool:
    """Whether they are a name of two characters with its kind, and neither its parts nor its ends are words."""
    whole = len(words) == NAME + 1 and words[-1] in "市区县" and not _FUNCTION.search(words[:-1])
    return whole and not is_word(words[:-1]) and not is_word(words[1:])


def _listed(words: str) -> str:
    known = _regions()
    for start in range(len(words) - 1):
        name = words[start:]
        if name in known and not known[name] and not start:
            return name
        if name[-1] == "州" and known.get(name, "省") != "省":
            return name + known[name][0]
        if name[-1] in "市区县" and name[:-1] in known and not known[name[:-1]]:
            return name[:-1]
        if name[:-1] in known and (not start or name[-1] in known[name[:-1]]):
            return name
        longer = next((k for k in (4, 3, 2) if name[:k] in known and len(name) > k + 1), 0)
        if longer:
            return _listed(name[longer:]) or (_listed(name[longer + 1 :]) if name[longer] in "省市区县州" else "")
    return ""


def city_shared(page: Page, articles: Sequence[str], city: str) -> bool:
    """Whether a page is of its city: its newspaper's name or at least half of its articles name the place, or say 我市."""
    if not city or city[:-1] in page.newspaper:
        return True
    return 2 * sum(city[:-1] in text or _OWN.search(text) is not None for text in articles) >= len(articles)


def _kind(text: str) -> str:
    ours = Counter(kind for match in _OURS.finditer(text) for kind in match.groups() if kind)
    ours = ours or Counter(kind for match in _RULED.finditer(text) for kind in match.groups() if kind)
    return ours.most_common(1)[0][0] if ours else ""


def _stem(newspaper: str) -> str:
    """The place in a newspaper's name (东江 of 东江区新报, of 今日东江); empty where it names none."""
    match = _paper().match(newspaper)
    return next((g for g in match.groups() if g), "") if match else ""


@cache
def _regions() -> dict[str, str]:
    return {name: "".join(more[:1]) for name, *more in rows("regions.tsv")}


@cache
def _cities() -> dict[str, tuple[str, ...]]:
    """The cities of whose prefectures a county, a district or a town of each name is."""
    return {name: tuple(more[1].split(",")) for name, *more in rows("regions.tsv") if len(more) > 1}


@cache
def _paper() -> re.Pattern[str]:
    tails = "|".join(tail for (tail, *_) in rows("paper_tails.tsv"))
    return re.compile(rf"^(?:今日([一-鿿]{{2,4}}?)|新?([一-鿿]{{2,4}}?)(?:市|区|县)?(?:{tails}))$")
