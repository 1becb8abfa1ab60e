"""Whether an office is of the place or body asked about: by its own words, by its article's town, by its sentence."""

from __future__ import annotations

import re

from rag.asked import Frame, Language
from rag.asking.matching.bodies import beginning, is_body, is_of, of_body_asked, printed_in, written_bodies
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.regions import regions_of
from rag.asking.matching.terms import ALTERNATIVE
from rag.records import PassageKind, Person
from rag.tables import any_of

STEM = 2
"""Characters by which a place is told: 海州 of 海州市委."""

BARE = 3
"""Characters of a post without its body (校长, 院长, 董事长)."""

PLACED = re.compile(r"(?:^|[、，,])(?![省市区县州镇乡]|常务|副|原|代|兼|[时拟前现]任)[一-鿿]{2,3}[省市区县州镇乡]")
"""An office that says of which place it is."""

_KIND = re.compile(r"[一-鿿]{2,20}?([省市区县镇乡村州])")
_LEVEL = re.compile(rf"([省市区县镇乡村州])(?:委|长|{any_of('organs')})")
"""What kind of place an office is of that names none."""

_BELOW = re.compile("[镇乡村]|街道")
"""Places that an article of their county tells of."""


def of_body(query: Frame, c: Candidate, p: Person, office: str) -> bool:
    """Whether an office of somebody is of the body that the question writes: by his offices, else by the sentence with it."""
    written = written_bodies(query)
    beside = bool(written) and all(_beside(body, p, c) for body in written)
    return of_body_asked(query, office, p.role) or beside


def of_place(query: Frame, c: Candidate, p: Person) -> bool:
    """Whether the office is of the place or body asked about: named in the role, else the article's own city."""
    own = c.reading.understood.city or c.text
    if query.language is Language.EN and not all(_said(group, p.role + own) for group in _bodies(query)):
        return False
    told = f"{p.role}{own}{c.text}"
    if not all(region in told for place in query.places for region in regions_of(place)):
        return False
    if of_another_place(query, p.role) or any(_of_other_kind(place, p.role, own) for place in query.places):
        return False
    return all(_belongs(place, p.role, own) or _beside(place, p, c) or _led(place, p, c) for place in query.places)


def of_another_place(query: Frame, role: str) -> bool:
    """Whether the offices of somebody name a town, and none that is asked about (某市委副书记、市长 of another town)."""
    named = any(not is_body(m.group()) for m in PLACED.finditer(role))
    return named and bool(query.places) and not any(place[:STEM] in role for place in query.places)


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
    return bare and any(p.name in s.text and printed_in(place, s.text) for s in c.passages)


def _led(place: str, p: Person, c: Candidate) -> bool:
    """Whether a post of that kind of place (镇党委书记) is told by an article whose opening names the place itself."""
    own = c.reading.understood.city
    out = bool(own) and own[:STEM] != place[:STEM] and _BELOW.search(place) is None
    kind = None if out or is_body(place) else _KIND.search(place)
    opening = next((s.text for s in c.passages if s.kind is PassageKind.SENTENCE), "")
    return kind is not None and kind[1] in p.role and kind[0] in f"{c.reading.article.title} {opening}"


def _belongs(place: str, role: str, own: str) -> bool:
    """Whether a role is of the place, or of the body in its town."""
    theirs = not is_body(place) or any(place[i:] in role for i in range(len(place) - STEM)) or is_of(place, role)
    begins = (beginning(place) if is_body(place) else place)[:STEM]
    return theirs and (begins in role or begins in own)


def _bodies(query: Frame) -> list[str]:
    """Words of an English question that are neither its offices nor its places: 水利局 of the director asked for."""
    known = {*query.offices, *query.places, *query.people}
    return [g for g in query.words if not known & set(g.split(ALTERNATIVE))]


def _said(group: str, text: str) -> bool:
    return any(w in text for w in group.split(ALTERNATIVE))
