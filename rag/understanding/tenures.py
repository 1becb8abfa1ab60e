"""Offices with a time: who holds one, acts in it, held it once, takes it or leaves it, as a sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from rag.records import Hold, Tenure
from rag.tables import any_of, rows
from rag.understanding.lexicon import Lexicon, ending
from rag.understanding.roles import COURTESIES, Named

BEFORE = 8
"""Characters before an office in which it is said how it is held."""

AFTER = 24
"""Characters behind a name in which it is said that an office named before it is left."""

MOST = 512
"""People of one sentence whose appointments are looked for; a longer list is one of names."""

_FIRST = 0xE000
"""A character of no meaning stands for each person while a sentence is searched for what is told of them."""

_ONE = r"[\ue000-\uf8ff](?:同志|先生|女士)?(?:[（(][^（）()]{0,20}[)）])?(?:同志)?"
_PARTS = {
    "NAMES": rf"(?P<names>{_ONE}(?:[、和与及]{_ONE}){{0,20}})",
    "OFFICE": (
        rf"(?P<office>[^，,。；;：:！!？?\s“”\ue000-\uf8ff]{{2,80}}?)(?:等?(?:职务|一职)|的(?={any_of('installing')})|(?=[，,。；;！!\s]|$))"
    ),
}
_SUCCEEDS = re.compile(rf"由[^，,。；;\ue000-\uf8ff]{{0,16}}(?P<one>{_ONE})(?:接任|继任|接替)(?=[，,。；;]|$)")
_POST = re.compile(r"(?:[^、，,兼（(]|[（(][^（）()]*[)）])+")
_ASIDE = re.compile(r"[（(][^（）()]*[)）]")
_BODY_END = re.compile(r"[委府协会局院部办室厅司所队团校厂处镇乡村县市区省州旗盟心社]$")
_OF_PLACE = re.compile(rf"[省市区县州旗盟镇乡]?(?:委|{any_of('organs')})")
_DEPUTY = "副"


def tenures(text: str, people: Sequence[Named], lexicon: Lexicon) -> Iterator[Tenure]:
    """What a sentence says of offices: those printed beside the names, in order, then those it tells of.

    None has a day yet. A deputy's bare rank (副主任) has the body of the chief named before.
    """
    told = tuple(_told(text, people, lexicon))
    moved = {(t.name, t.printed) for t in told}
    before, left = "", ""
    for person in people:
        for tenure in printed(text[max(0, person.front - BEFORE) : person.front], person, lexicon):
            whole = _with_body(tenure.office, before)
            before = whole if _DEPUTY not in whole else before
            if _leaves(text, person) and tenure.hold in (Hold.HELD, Hold.ACTING):
                tenure, left = replace(tenure, hold=Hold.LEFT), whole
            if (tenure.name, tenure.printed) not in moved:
                yield tenure if whole == tenure.office else replace(tenure, office=whole)
    yield from told
    if left and (match := _SUCCEEDS.search(masked := _masked(text, people))):
        yield Tenure(people[ord(masked[match.start("one")]) - _FIRST].name, left, Hold.TAKEN, left)


def _leaves(text: str, person: Named) -> bool:
    """Whether the sentence says behind the name that its office is left (局长某某被免职)."""
    return any(cue.match(text, person.end, person.end + AFTER) for _, cue in _cues("after"))


def printed(before: str, person: Named, lexicon: Lexicon) -> Iterator[Tenure]:
    """Each office of a role printed beside a name, with what stands before the role."""
    told = _any_cue("before", behind=True).search(before)
    cues = _cues("before", behind=True) if told else ()
    outside, cue = next(((hold, m.group()) for hold, cue in cues if (m := cue.search(before))), (Hold.HELD, ""))
    for post in posts(person.role):
        hold, office = _held(post, lexicon)
        if hold is not Hold.HELD or outside in (Hold.HELD, Hold.TAKEN):
            yield Tenure(person.name, office, hold if hold is not Hold.HELD else outside, post)
        else:
            yield Tenure(person.name, office, outside, cue + post)
        cue = ""


def as_introduced(role: str, told: Sequence[Tenure]) -> str:
    """The role that an article gives somebody of whom it tells these offices, with the word for its time where all of it
    is over or still to come.
    """
    own = [t for t in told if t.hold is not Hold.LEFT]
    passing = own and all(t.hold in (Hold.THEN, Hold.FORMER, Hold.TO_COME) for t in own)
    return "、".join(dict.fromkeys(t.printed for t in own)) if passing and role else role


def posts(role: str) -> list[str]:
    """The offices of a role but mere courtesies, each with its own aside (市委常委、副市长（挂职）)."""
    return [post for m in _POST.finditer(role) if (post := m.group().strip()) and not _courtesy(post)]


def _courtesy(post: str) -> bool:
    return post in COURTESIES or post == "干部"


def _held(post: str, lexicon: Lexicon) -> tuple[Hold, str]:
    """How an office is held by its own words, and the office without them."""
    bare = _ASIDE.sub("", post)
    for hold, cue in _cues("front") if _any_cue("front").search(bare) else ():
        for match in cue.finditer(bare):
            head, rest = bare[: match.start()], bare[match.end() :]
            ranked = lexicon.patterns["office"].match(rest) or _OF_PLACE.match(rest)
            whole = not head and (ranked or (rest and match.group()[0] == "原"))
            if whole or (head and _BODY_END.search(head) and lexicon.patterns["office"].match(rest)):
                return hold, head + rest
    return Hold.HELD, bare


def _with_body(office: str, before: str) -> str:
    """A deputy's bare rank with the body of the chief told before (区人大常委会主任某某，副主任某某)."""
    rank = office.removeprefix(_DEPUTY)
    bare = office.startswith(_DEPUTY) and before.endswith(rank) and len(before) > len(rank)
    return before.removesuffix(rank) + office if bare else office


def _told(text: str, people: Sequence[Named], lexicon: Lexicon) -> Iterator[Tenure]:
    """Offices that the sentence says somebody takes, has, or leaves."""
    if not people or len(people) > MOST:
        return
    masked = _masked(text, people)
    for hold, cues, pattern in _appointments():
        if not any(cue in masked for cue in cues):
            continue
        for match in pattern.finditer(masked):
            office = match["office"]
            if not ending(_ASIDE.sub("", office), lexicon.offices):
                continue
            named = [people[ord(c) - _FIRST] for c in match["names"] if ord(c) >= _FIRST and ord(c) < _FIRST + MOST]
            yield from (t for p in named for t in _given(p.name, office, hold, lexicon))


def _given(name: str, office: str, hold: Hold, lexicon: Lexicon) -> Iterator[Tenure]:
    """Each office that is told of somebody, with the time it has by itself where the telling gives it none."""
    for post in posts(office):
        own, bare = _held(post, lexicon)
        keeps = own is not Hold.HELD and hold in (Hold.HELD, Hold.TAKEN)
        yield Tenure(name, bare, own if keeps else hold, post)


def _masked(text: str, people: Iterable[Named]) -> str:
    """The sentence with one character for each person, so that a pattern can tell names from words."""
    parts: list[str] = []
    at = 0
    for k, person in enumerate(people):
        if person.start >= at:
            parts += [text[at : person.start], chr(_FIRST + k)]
            at = person.start + len(person.name)
    return "".join(parts) + text[at:]


@cache
def _cues(place: str, behind: bool = False) -> tuple[tuple[Hold, re.Pattern[str]], ...]:
    """What stands at a place of an office; `behind` for what the text before it ends with."""
    return tuple(
        (Hold(hold), re.compile(pattern + ("$" if behind else "")))
        for hold, where, pattern in rows("holds.tsv")
        if where == place
    )


@cache
def _any_cue(place: str, behind: bool = False) -> re.Pattern[str]:
    """Whether any of them stands there: most offices have none, so that they need not be tried one by one."""
    return re.compile("|".join(f"(?:{cue.pattern})" for _, cue in _cues(place, behind)))


@cache
def _appointments() -> tuple[tuple[Hold, tuple[str, ...], re.Pattern[str]], ...]:
    found = []
    for hold, cues, pattern in rows("appointments.tsv"):
        for part, wording in _PARTS.items():
            pattern = pattern.replace(part, wording)
        found.append((Hold(hold), tuple(cues.split("|")), re.compile(pattern)))
    return tuple(found)
