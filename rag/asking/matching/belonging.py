"""Whether an office is of the place or body asked about: by its own words, by its article's town, by its sentence."""

from __future__ import annotations

import re

from rag.asked import Frame, Language
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.terms import ALTERNATIVE, asks_only
from rag.records import PassageKind, Person

STEM = 2
"""Characters by which a place is told: 海州 of 海州市委."""

BARE = 3
"""Characters of a post without its body (校长, 院长, 董事长)."""

PLACED = re.compile(r"(?:^|[、，,])(?![省市区县州镇乡]|常务|副|原|代|兼|[时拟前现]任)[一-鿿]{2,3}[省市区县州镇乡]")
"""An office that says of which place it is."""

_DISTRICT = re.compile(r"([一-鿿]{2,3})[省市区县镇乡](?=[一-鿿]{2})")
_BODY = re.compile(
    r"(?:局|厅|办|室|院|馆|站|协|会|公司|集团|中心|法院|学校|小学|中学|大学|学院|大队|部|银行|支行|分行|社区|村|街道|厂|[一二三四五六七八九十实附]中|[一二三四五六七八九十实附]小)$"
)
_KIND = re.compile(r"[一-鿿]{2,20}?([省市区县镇乡村州])")
_LEVEL = re.compile(r"([省市区县镇乡村州])(?:委|长|党委|政府|人大|政协|纪委|监委)")
"""What kind of place an office is of that names none."""

_BELOW = re.compile("[镇乡村]|街道")
"""Places that an article of their county tells of."""

_HELD_HOW = re.compile(r"[现新原前时代副老哪该本各两几常]")
"""What stands before an office and is no body (现任局长)."""


def of_place(query: Frame, c: Candidate, p: Person) -> bool:
    """Whether the office is of the place or body asked about: named in the role, else the article's own city."""
    own = c.reading.understood.city or c.text
    if query.language is Language.EN and not all(_said(group, p.role + own) for group in _bodies(query)):
        return False
    if not all(body in p.role or _beside(body, p, c) for body in written_bodies(query)):
        return False
    if not all(_told_of(place, f"{p.role}{own}{c.text}") for place in query.places):
        return False
    if of_another_place(query, p.role) or any(_of_other_kind(place, p.role, own) for place in query.places):
        return False
    return all(_belongs(place, p.role, own) or _beside(place, p, c) or _led(place, p, c) for place in query.places)


def of_another_place(query: Frame, role: str) -> bool:
    """Whether the offices of somebody name a place, and none that is asked about (某市委副书记、市长 of another town)."""
    named = PLACED.search(role)
    return named is not None and bool(query.places) and not any(place[:STEM] in role for place in query.places)


def written_bodies(query: Frame) -> list[str]:
    """The bodies that a question writes before its offices (财政局 of 财政局局长, of 财政局长), which no place names."""
    if query.language is Language.EN:
        return []
    written = [
        word if _BODY.search(word) else word + office[0]
        for word in query.words
        for office in query.offices
        if len(office) <= BARE and query.wording.sought.says(word + office) and not asks_only(word)
    ]
    own = [b for b in written if _BODY.search(b) and not _HELD_HOW.match(b)]
    return [b for b in own if not any(b in place for place in query.places)]


def is_body(place: str) -> bool:
    """Whether a place of a question is a body that has offices of its own (市财政局), and no town."""
    return _BODY.search(place) is not None


def _of_other_kind(place: str, role: str, own: str) -> bool:
    """Whether a post names another kind of place than the one asked about is, and not that place (the 市长 of a district)."""
    whole = own if own.startswith(place[:STEM]) else place
    kind, level = _KIND.search(whole), _LEVEL.match(role)
    if kind is None or level is None:
        return False
    return kind[1] != level[1] and place[:STEM] not in role


def _beside(place: str, p: Person, c: Candidate) -> bool:
    """Whether a bare post (校长) is of the body that the sentence names with it (校长某某汇报了某某学校的工作)."""
    bare = len(p.role) <= BARE
    return bare and any(p.name in s.text and place in s.text for s in c.passages)


def _led(place: str, p: Person, c: Candidate) -> bool:
    """Whether a post of that kind of place (镇党委书记) is told by an article whose opening names the place itself."""
    own = c.reading.understood.city
    out = bool(own) and own[:STEM] != place[:STEM] and _BELOW.search(place) is None
    kind = None if out or _BODY.search(place) else _KIND.search(place)
    opening = next((s.text for s in c.passages if s.kind is PassageKind.SENTENCE), "")
    return kind is not None and kind[1] in p.role and kind[0] in f"{c.reading.article.title} {opening}"


def _told_of(body: str, text: str) -> bool:
    """Whether the town or district that a body's name begins with (某某区人大常委会) is named at all."""
    placed = _DISTRICT.match(body)
    return placed is None or placed[1] in text


def _belongs(place: str, role: str, own: str) -> bool:
    if _BODY.search(place):
        return any(place[i:] in role for i in range(len(place) - STEM))
    return place[:STEM] in role or place[:STEM] in own


def _bodies(query: Frame) -> list[str]:
    """Words of an English question that are neither its offices nor its places: 水利局 of the director asked for."""
    known = {*query.offices, *query.places, *query.people}
    return [g for g in query.words if not known & set(g.split(ALTERNATIVE))]


def _said(group: str, text: str) -> bool:
    return any(w in text for w in group.split(ALTERNATIVE))
