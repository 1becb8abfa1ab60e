"""What one sentence tells of acts: each with its subject, verbs, object and places, before sentences are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.records import Person, Standing
from rag.tables import any_of, cue_pattern
from rag.understanding.act import Act
from rag.understanding.adverbials import adverbial
from rag.understanding.clauses import Hit, clauses, errands
from rag.understanding.company import company, groups_along, unnamed
from rag.understanding.joined import MEETS, SITTINGS, arrived, carried, in_passing, joined
from rag.understanding.lexicon import Use
from rag.understanding.objects import object_of, target_of
from rag.understanding.places import listed, visited
from rag.understanding.roles import Named
from rag.understanding.scenes import (
    NEAR,
    Clause,
    Scene,
    goes_on,
    implied_subject,
    read_clause,
    resumes,
    stranger,
    subject_of,
    unled,
)
from rag.understanding.spoken import gist, said_before, saying
from rag.understanding.standing import lasting, standing
from rag.understanding.subjects import Subject
from rag.understanding.whom import at_home, called_on, heard

_VISIT = frozenset({Use.ACT, Use.LOOK, Use.GO, Use.MOVE})
_ALONE = frozenset({Use.ACT, Use.LOOK, Use.GO})
_CALLS = frozenset({Use.LOOK, Use.GO, Use.MOVE})
_SEATED = (Use.CHAIR, Use.JOIN)
"""Families of acts of which a speech without words is part (出席会议并讲话)."""

_WITH_OTHERS = frozenset({"visit", Use.CHAIR, Use.CONVENE, Use.MEET})
"""Families of acts in which others are called on or heard."""

_WAYS = frozenset({Use.GO, Use.MOVE})
_TITLE = 4
"""Characters of what stands behind somebody's name in a list of those who act (等同志, 一行)."""

_WITH_TITLE = re.compile(
    rf"(?:等[^了着过]{{0,12}}|[、和与及以][^了着过]{{1,60}}|一行(?:\d{{1,3}}人)?|[一-鿿]?同志|{any_of('addressed_as')}|[（(][^（）()]*[)）])?$"
)
"""What stands behind the name of somebody who waits for a verb."""

_WHEN = "当"
"""Begins a clause that only says at what time the next one's deed was done, whoever did what it tells."""

_APIECE = "分别"

_CIRCUMSTANCE = re.compile("[在沿于]")

_SINCE = re.compile(r"[^，,。；;]{0,20}?(?<![各亲独来])自(?![己身主然治愿觉查动])[^，,。；;]{4,80}(?:后|以来)")
"""A clause that says since what something goes on (自抵达灾区后，…)."""

_YEAR = re.compile(r"(?:19|20)\d\d年")
"""In words somebody said, a date of its own tells of something past."""

_COLON = ("：", ":")
_CLAIM = cue_pattern("claiming")
_ANNOUNCED = cue_pattern("announcing")

_TOGETHER = re.compile(rf"(?:{any_of('jointly')}|陪同|随同|参与)(?:参加|开展|前往)?$")
_AFTERWARDS = re.compile(r"(?:后|之后|以后|时)$")


def sentence_acts(scene: Scene) -> list[Act]:
    """The acts told by a sentence, in order. Words somebody said (强调，…) tell none."""
    verb_at = _next_verb(scene, 0)
    found: list[Act] = []
    subject: Subject | None = None
    waiting: tuple[Named, ...] = ()
    early: Clause | None = None
    former: Subject | None = None
    behind_place: Clause | None = None
    quoting, stands, listing = 0, Standing.DONE, True
    free = unled(scene)
    for start, end in clauses(scene.text, [(p.front, p.end) for p in scene.people]):
        verb_at = verb_at if verb_at >= start else _next_verb(scene, start)
        if verb_at >= len(scene.text) and not early and not (found and found[-1].end + 1 == start):
            break
        if quoting and not any(start <= p.front <= start + NEAR for p in scene.people):
            continue
        clause = _read(scene, free, start, end, verbal=verb_at < end)
        if quoting and (not resumes(clause) or _YEAR.search(scene.text, quoting, clause.start)):
            continue
        quoting = 0
        if scene.text[clause.start - 1 : clause.start] in ("；", ";"):
            former, subject, early = subject, None, None
        if goes_on(clause):
            subject = subject or former
        leads = not clause.hits and _CIRCUMSTANCE.match(scene.text, clause.start) is not None
        former = former if leads or not (clause.hits or clause.acting) else None
        idle = not found and not listing
        own = subject_of(scene, clause, () if idle else waiting, None if idle else subject)
        listing = listing and _names_only(scene, clause)
        waiting = (*waiting, *clause.acting) if _waits(scene, clause) else ()
        subject = None if own is None and stranger(scene, clause) else subject
        subject = own or subject or implied_subject(scene, clause)
        stands = lasting(scene.text, start, clause.stop, Standing.DONE if own else stands)
        if clause.hits and subject is None and _comes_first(scene.text, clause):
            early = clause
        if not clause.hits and found and (more := _more_places(scene, found[-1], clause)):
            found[-1] = more
            continue
        if subject is None or not (clause.hits or (early and own)):
            behind_place, quoting = clause if leads else None, end if _claimed(scene.text, clause, subject) else 0
            continue
        clause = clause._replace(start=behind_place.start) if behind_place and clause.hits else clause
        behind_place = clause if leads else None
        told = [a for c in (early, clause) if c for a in _clause_acts(scene, subject, c, implied=own is None)]
        told = told if own else [carried(found, a, stands) for a in told if not in_passing(found, a)]
        early = None
        quoting = end if any(a.family == "say" and a.hits[-1].verb.use is Use.SAY for a in told) else 0
        found = joined(found, told, scene.text)
    return _stretched(found, scene)


def _claimed(text: str, clause: Clause, subject: Subject | None) -> bool:
    """Whether what follows a clause without a known subject is only what a letter or somebody claims (举报信中称：…)."""
    said = subject is None and clause.hits and clause.hits[-1].verb.use is Use.SAY and clause.hits[-1].end == clause.end
    claimed = said and (text[clause.end : clause.end + 1] in _COLON or _CLAIM.search(text, clause.start, clause.end))
    return bool(claimed) and not _ANNOUNCED.search(text, clause.start, clause.end)


def _next_verb(scene: Scene, at: int) -> int:
    """Where the next word stands, from an offset on, that may be a verb of activity; the sentence's end without one."""
    verb = scene.lexicon.patterns["verb"].search(scene.text, at)
    return verb.start() if verb else len(scene.text)


def _read(scene: Scene, free: Sequence[Named], start: int, end: int, *, verbal: bool) -> Clause:
    """The clause at `[start, end)`, without its verbs where it only says since when."""
    clause = read_clause(scene, free, start, end, verbal=verbal)
    calls = clause.hits and all(h.verb.use in _CALLS for h in clause.hits)
    return clause._replace(hits=()) if calls and _SINCE.fullmatch(scene.text, start, end) else clause


def _names_only(scene: Scene, clause: Clause) -> bool:
    """Whether a clause without a verb only names those who act in the next, with what they act on or where, if anybody."""
    if clause.hits or not clause.acting:
        return True
    last = max(p.end for p in scene.people if p.end <= clause.end)
    rest = scene.text[last : clause.end]
    return len(rest) <= _TITLE or adverbial(rest)


def _waits(scene: Scene, clause: Clause) -> bool:
    """Whether those who act in a clause without a verb of the lists wait for the next one's, having done nothing here
    (某某，某某到会; but 某某作出批示，某某到会)."""
    if clause.hits or not clause.acting:
        return False
    last = max(p.end for p in scene.people if p.end <= clause.end)
    rest = scene.text[last : clause.end]
    return _WITH_TITLE.match(rest) is not None or adverbial(rest)


def _more_places(scene: Scene, last: Act, clause: Clause) -> Act | None:
    """The visit told last with the places of a clause that names nothing else (先后来到某村，某公司，…), or None."""
    touching = last.end + 1 == clause.start and last.places and last.hits[-1].verb.use in _WAYS
    places = listed(scene.text[clause.start : clause.end], scene.lexicon) if touching else ()
    return last._replace(end=clause.end, places=(*last.places, *places)) if places else None


def _comes_first(text: str, clause: Clause) -> bool:
    """Whether whoever acts in a clause is named only in the next one (走进某某家中，看到…，市长…)."""
    if text.startswith(_WHEN, clause.start):
        return False
    return clause.hits[0].verb.use is Use.GO or _AFTERWARDS.search(text[clause.start : clause.end]) is not None


def _clause_acts(scene: Scene, subject: Subject, clause: Clause, *, implied: bool) -> Iterator[Act]:
    inside = clause.start <= subject.end <= clause.end
    behind = [h for h in clause.hits if not inside or h.start >= subject.end]
    if not subject.body or subject.team:
        behind = errands(scene.text, behind, clause.end, scene.lexicon)
    said = saying(scene.text, subject, clause, behind)
    end = said.start if said else clause.end
    taken = list(_families(scene.text, [h for h in behind if h.start < end], end))
    for family, group in taken:
        act = _act(scene, family, subject, group, clause.start, end, implied)
        ways = [h for h in behind if h.verb.use in _WAYS and h.start < group[0].start]
        if family in MEETS and ways:
            act = act._replace(places=_places(scene, clause.start, end, [*ways, *group]))
        yield from _apiece(scene.text, act)
    if said and not (said.verb.use is Use.TELL and taken and taken[-1][0] in _SEATED):
        speech = _act(scene, "say", subject, (said,), clause.start, clause.end, implied)
        words = object_of(scene.text, said.end, clause.end) or gist(scene.text, said, clause.end)
        yield speech._replace(target=words or _quoted(scene.text, subject, said))


def _quoted(text: str, subject: Subject, said: Hit) -> str:
    """What a verb that reports words tells of where they stand before whoever said them."""
    return said_before(text, subject.start) if said.verb.use is Use.SAY else ""


def _apiece(text: str, act: Act) -> Iterator[Act]:
    """The act, or where 分别 pairs those who acted with as many places, each one's own."""
    people, places = act.subject.people, act.places
    if len(people) < 2 or len(people) != len(places) or _APIECE not in text[act.subject.end : act.hits[-1].end]:
        yield act
        return
    for person, place in zip(people, places, strict=True):
        yield act._replace(subject=act.subject._replace(people=(person,)), places=(place,))


def _families(text: str, hits: Sequence[Hit], end: int) -> Iterator[tuple[str, tuple[Hit, ...]]]:
    """Verbs of one clause by what they make together: a meeting, a taking part, a visit, or something else."""
    join = tuple(h for h in hits if h.verb.use is Use.JOIN)
    along = tuple(h for h in hits if h.verb.use is Use.ACT and _TOGETHER.search(text[: h.start]) and h.end >= end - 1)
    if join or along:
        yield Use.JOIN, join or along
        hits = [h for h in hits if h.start < (join or along)[0].start]
    for use in SITTINGS:
        if group := tuple(h for h in hits if h.verb.use is use):
            yield use, group
    sat = any(h.verb.use in SITTINGS for h in hits)
    if visit := tuple(h for h in hits if h.verb.use in _VISIT and not (sat and h.verb.use in _WAYS)):
        yield "visit", visit
    if other := tuple(h for h in hits if h.verb.use is Use.DO):
        yield Use.DO, other


def _act(
    scene: Scene, family: str, subject: Subject, hits: tuple[Hit, ...], start: int, end: int, implied: bool
) -> Act:
    main = next((h for h in hits if h.verb.use is Use.ACT), hits[-1] if family == "visit" else hits[0])
    target = target_of(scene.text, family, main, hits, start, end)
    return Act(
        family,
        subject,
        hits,
        start,
        end,
        target,
        places=_places(scene, start, end, hits),
        standing=standing(scene, subject, start, hits[0].start),
        implied=implied,
    )


def _places(scene: Scene, start: int, end: int, hits: Sequence[Hit]) -> tuple[str, ...]:
    names = {p.name for p in scene.people}
    found = visited(scene.text, _with_place(scene.text, start), end, hits, scene.lexicon)
    return tuple(p for p in found if p not in names)


def _with_place(text: str, start: int) -> int:
    """Where to look for places: from the sentence's front (在X，), if the clause is in its first sentence."""
    return 0 if text.startswith(("在", "沿", "随后，在", "当天，在")) else start


def _stretched(found: list[Act], scene: Scene) -> list[Act]:
    """Each act reaches to the next one, the first begins with the sentence, so that evidence reads as prose."""
    kept = [a for a in arrived(found) if _tells(a)]
    whole: list[Act] = []
    for k, act in enumerate(kept):
        start = 0 if k == 0 else act.start
        end = max(act.end, kept[k + 1].start if k + 1 < len(kept) else len(scene.text))
        there = () if act.family == "say" else company(scene.text, start, end, scene.people, act.subject)
        apart = {p.name for a in kept if a.hits == act.hits for p in a.subject.people}
        there = tuple(p for p in there if p.name not in apart)
        if act.family in ("visit", Use.DO):
            groups_told = groups_along(scene.text, start, end, scene.people, scene.lexicon)
            along = tuple(g for g in groups_told if g not in there)
            there = (*(p for p in there if p.role or not any(g.name in p.name for g in along)), *along)
        joining = act.family == Use.JOIN
        met = _met(scene, act) if act.family in _WITH_OTHERS else ()
        groups = unnamed(scene.text, start, act.hits[0].start, scene.people, scene.lexicon) if joining else ()
        whole.append(act._replace(start=start, end=end, company=there, groups=groups, met=met))
    return whole


def _met(scene: Scene, act: Act) -> tuple[Person, ...]:
    """Those on the other side of an act, who are no part of its company."""
    told = heard(scene.text, act.start, act.end, scene.people, scene.lexicon)
    visit = act.family == "visit"
    home = at_home(scene.text, act.start, act.hits[0].start, scene.people) if visit else ()
    called = called_on(scene.text, act.hits, act.end, scene.people) if visit else ()
    if any(p.name in place for p in called for place in act.places):
        called = tuple(p for p in called if any(p.name in place for place in act.places))
    mine = {p.name for p in act.subject.people}
    return tuple(p for p in dict.fromkeys((*home, *called, *told)) if p.name not in mine)


def _tells(act: Act) -> bool:
    """Whether a visit is more than setting out or a look at nothing; acts denied tell nothing."""
    if act.standing is None or act.family != "visit":
        return act.standing is not None
    uses = {h.verb.use for h in act.hits}
    return bool(uses & _ALONE) and (uses - {Use.MOVE} != {Use.LOOK} or bool(act.target or act.places))
