"""What one sentence tells of acts: each with its subject, verbs, object and places, before sentences are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.records import Person, Standing
from rag.understanding.adverbials import adverbial
from rag.understanding.clauses import Hit, clauses
from rag.understanding.company import company, groups_along, unnamed
from rag.understanding.lexicon import Use
from rag.understanding.places import visited
from rag.understanding.roles import Named
from rag.understanding.scenes import (
    NEAR,
    Clause,
    Scene,
    goes_on,
    implied_subject,
    read_clause,
    resumes,
    subject_of,
    unled,
)
from rag.understanding.subjects import Subject
from rag.understanding.whom import called_on

_VISIT = frozenset({Use.ACT, Use.LOOK, Use.GO, Use.MOVE})
_ALONE = frozenset({Use.ACT, Use.LOOK, Use.GO})
_SEATED = (Use.CHAIR.value, Use.JOIN.value)
"""Families of acts of which a speech without words is part (出席会议并讲话)."""

_SITTINGS = frozenset({Use.CHAIR.value, Use.CONVENE.value, Use.MEET.value})
"""Families of acts in which what else is done in the sentence (研究, 部署) is done at the meeting."""

SPEECH = frozenset({Use.SAY, Use.TELL})
"""Verbs of speech; what follows one that TELLs without words is narration again."""

_MEANWHILE = re.compile(r"(?:[时中里]|之际|环节)?[一-鿿]{0,2}")
"""Between a verb of speech that reports no words and the one that does (在讲话中强调)."""

_CIRCUMSTANCE = re.compile("[在沿于]")

LONGEST_CUE = 16
"""Characters behind the verb at which a word that tells an act's standing may still look (将 before 赴)."""

_YEAR = re.compile(r"(?:19|20)\d\d年")
"""In words somebody said, a date of its own tells of something past."""

_LINKED = re.compile(
    r"(?<![工合动操写创制])作(?:了)?[^，,。；;]{0,8}$|(?:并|后|时|上|中|还|又|同时|再次|反复|一再|特别|明确|最后|首先|着重|郑重|严肃)[一-鿿]{0,2}$"
)
_ABOUT = re.compile(r"(?:对|就|围绕)((?:(?!对|就|围绕)[^，,。；;]){2,60}?)(?:进行|开展|展开|实施|组织)")
"""What is inspected, where it stands before the verb (对商场进行检查)."""

_LEFT_OVER = re.compile(r"(?:系列|专项|集中)?(?:活动|工作|行动)")
_COURTESY = re.compile(
    r"叮嘱|勉励|嘱咐|感谢|鼓励|祝贺|赞赏|肯定|(?:表示|表达|提出)了?(?:[一-鿿]{0,6}?的?(?:感谢|敬意|慰问|欢迎|祝贺|问候|肯定|赞赏|认可|祝福|意见|建议))"
)
_OUGHT = re.compile(r"(?<![主重需只首概纪摘简提险扼])要(?![素点求闻塞道客害务员])|应当|必须")
_TOGETHER = re.compile(r"(?:一同|一起|共同|陪同|随同|参与)(?:参加|开展|前往)?$")
_AFTERWARDS = re.compile(r"(?:后|之后|以后|时)$")
_TRIM = re.compile(r"^[了过的]+|(?:[，,。；;：:\s]|(?<=[一-鿿])[并和])+$")


@dataclass(frozen=True, slots=True)
class Act:
    """One act as told by one sentence; `start` and `end` are offsets in the sentence.

    `family` is a use of verbs, or visit for acts, looks and moves together. `standing` is None for an act denied.
    """

    family: str
    subject: Subject
    hits: tuple[Hit, ...]
    start: int
    end: int
    target: str = ""
    places: tuple[str, ...] = ()
    company: tuple[Person, ...] = ()
    standing: Standing | None = Standing.DONE
    implied: bool = False
    groups: tuple[Person, ...] = ()
    met: tuple[Person, ...] = ()

    @property
    def verbs(self) -> tuple[str, ...]:
        """The verbs as printed, each once."""
        return tuple(dict.fromkeys(h.verb.word for h in self.hits))


def sentence_acts(scene: Scene) -> list[Act]:
    """The acts told by a sentence, in order. Words somebody said (强调，…) tell none."""
    if not scene.lexicon.patterns["verb"].search(scene.text):
        return []
    found: list[Act] = []
    subject: Subject | None = None
    waiting: tuple[Named, ...] = ()
    early: Clause | None = None
    quoting = 0
    former: Subject | None = None
    behind_place: Clause | None = None
    free = unled(scene)
    for start, end in clauses(scene.text):
        if quoting and not any(start <= p.front <= start + NEAR for p in scene.people):
            continue
        clause = read_clause(scene, free, start, end)
        if quoting and (not resumes(clause) or _YEAR.search(scene.text, quoting, clause.start)):
            continue
        quoting = 0
        if scene.text[clause.start - 1 : clause.start] in ("；", ";"):
            former, subject = subject, None
        if goes_on(clause):
            subject = subject or former
        leads = not clause.hits and _CIRCUMSTANCE.match(scene.text, clause.start) is not None
        former = former if leads else None
        own = subject_of(scene, clause, waiting, subject)
        waiting = (*waiting, *clause.acting) if clause.acting and not clause.hits else ()
        subject = own or subject or implied_subject(scene, clause)
        if clause.hits and subject is None and _comes_first(scene.text, clause):
            early = clause
        if subject is None or not (clause.hits or (early and own)):
            behind_place = clause if leads else None
            continue
        if behind_place and clause.hits:
            clause = replace(clause, start=behind_place.start)
        behind_place = clause if leads else None
        told = [a for c in (early, clause) if c for a in _clause_acts(scene, subject, c, implied=own is None)]
        told = told if own else [_carried(found, a) for a in told if not _in_passing(found, a)]
        early = None
        quoting = end if any(a.family == "say" and a.hits[-1].verb.use is Use.SAY for a in told) else 0
        found = _joined(found, told, scene.text)
    return _stretched(found, scene)


def _comes_first(text: str, clause: Clause) -> bool:
    """Whether whoever acts in a clause is named only in the next one (走进某某家中，看到…，市长…)."""
    return clause.hits[0].verb.use is Use.GO or _AFTERWARDS.search(text[clause.start : clause.end]) is not None


def _clause_acts(scene: Scene, subject: Subject, clause: Clause, *, implied: bool) -> Iterator[Act]:
    inside = clause.start <= subject.end <= clause.end
    behind = [h for h in clause.hits if not inside or h.start >= subject.end]
    spoken = [h for h in behind if h.verb.use in SPEECH]
    said = next((h for h in spoken if _says(scene.text, subject, clause, h)), None)
    if (
        said
        and said.verb.use is Use.TELL
        and spoken[-1] is not said
        and _MEANWHILE.fullmatch(scene.text, said.end, spoken[-1].start)
    ):
        said = spoken[-1]
    end = said.start if said else clause.end
    taken = list(_families(scene.text, [h for h in behind if h.start < end], end))
    for family, group in taken:
        yield _act(scene, family, subject, group, clause.start, end, implied)
    if said and not (said.verb.use is Use.TELL and taken and taken[-1][0] in _SEATED):
        speech = _act(scene, "say", subject, (said,), clause.start, clause.end, implied)
        yield replace(speech, target=_object(scene.text, said.end, clause.end))


def _says(text: str, subject: Subject, clause: Clause, hit: Hit) -> bool:
    """Whether a verb of speech is a predicate: near its subject, or leading its clause (…的重要指示要求 is neither)."""
    front = subject.end if clause.start <= subject.end <= hit.start else clause.start
    between = text[front : hit.start]
    return len(between) <= NEAR or _LINKED.search(between) is not None or adverbial(between)


def _families(text: str, hits: Sequence[Hit], end: int) -> Iterator[tuple[str, tuple[Hit, ...]]]:
    """Verbs of one clause by what they make together: a meeting, a taking part, a visit, or something else."""
    join = tuple(h for h in hits if h.verb.use is Use.JOIN)
    along = tuple(h for h in hits if h.verb.use is Use.ACT and _TOGETHER.search(text[: h.start]) and h.end >= end - 1)
    if join or along:
        yield Use.JOIN.value, join or along
        hits = [h for h in hits if h.start < (join or along)[0].start]
    for use in (Use.CHAIR, Use.CONVENE, Use.MEET):
        if group := tuple(h for h in hits if h.verb.use is use):
            yield use.value, group
    if visit := tuple(h for h in hits if h.verb.use in _VISIT):
        yield "visit", visit
    if other := tuple(h for h in hits if h.verb.use is Use.DO):
        yield Use.DO.value, other


def _act(
    scene: Scene, family: str, subject: Subject, hits: tuple[Hit, ...], start: int, end: int, implied: bool
) -> Act:
    main = next((h for h in hits if h.verb.use is Use.ACT), hits[-1] if family == "visit" else hits[0])
    target = _object(scene.text, main.start if family == Use.JOIN.value and main.verb.use is Use.ACT else main.end, end)
    if family == "visit" and (about := _ABOUT.search(scene.text, start, main.start)):
        target = about.group(1) if not target or _LEFT_OVER.fullmatch(target) else target
    return Act(
        family,
        subject,
        hits,
        start,
        end,
        target,
        places=_places(scene, start, end, hits),
        standing=_standing(scene, subject, start, hits[0].start),
        implied=implied,
    )


def _places(scene: Scene, start: int, end: int, hits: Sequence[Hit]) -> tuple[str, ...]:
    names = {p.name for p in scene.people}
    found = visited(scene.text, _with_place(scene.text, start), end, hits, scene.lexicon)
    return tuple(p for p in found if p not in names)


def _with_place(text: str, start: int) -> int:
    """Where to look for places: from the sentence's front (在X，), if the clause is in its first sentence."""
    return 0 if text.startswith(("在", "沿", "随后，在", "当天，在")) else start


def _object(text: str, start: int, end: int) -> str:
    return _TRIM.sub("", text[start:end])


def _standing(scene: Scene, subject: Subject, start: int, stop: int) -> Standing | None:
    """How the act is reported, by the words between clause or subject and verb; None where it is denied."""
    if subject.body and _OUGHT.search(scene.text[:stop]):
        return Standing.PLANNED
    behind = subject.end if start <= subject.end <= stop else start
    for standing, cue in scene.lexicon.standings.items():
        near = cue.search(scene.text, behind, stop + LONGEST_CUE)
        if (near and near.start() < stop) or (
            standing != "denied" and (cue.match(scene.text) or cue.match(scene.text, start))
        ):
            return None if standing == "denied" else Standing(standing)
    return Standing.DONE


def _in_passing(found: Sequence[Act], act: Act) -> bool:
    """Whether somebody's words are only part of what he did in the clause before (…，并表示感谢): nothing is reported of them."""
    if act.family != "say" or not found or found[-1].subject.people != act.subject.people:
        return False
    return act.hits[-1].verb.use is Use.TELL or _COURTESY.match(act.verbs[-1] + act.target) is not None


def _carried(found: Sequence[Act], act: Act) -> Act:
    """An act that goes on with one planned or past in the same sentence (将赴…，并出席…) is no more done than that."""
    last = found[-1] if found else None
    if last is None or last.family == "say" or act.standing is not Standing.DONE or last.standing is None:
        return act
    return replace(act, standing=last.standing) if last.subject.people == act.subject.people else act


def _joined(found: list[Act], told: Sequence[Act], text: str) -> list[Act]:
    """Clauses of one visit made one act, unless a semicolon parts them."""
    for act in told:
        last = found[-1] if found else None
        if last and act.family == "visit" == last.family and _same(last, act, text):
            target = "；".join(dict.fromkeys(t for t in (last.target, act.target) if t))
            found[-1] = replace(
                last,
                hits=(*last.hits, *act.hits),
                end=act.end,
                places=tuple(dict.fromkeys((*last.places, *act.places))),
                target=target,
            )
        elif last and _at_sitting(last, act) and _same(last, act, text):
            found[-1] = replace(last, end=act.end)
        else:
            found.append(act)
    return found


def _at_sitting(last: Act, act: Act) -> bool:
    """Whether what is done is done at the meeting just told (研究, 部署); who is appointed there is news of its own."""
    mere = act.hits[0].verb.asked or not act.subject.body
    return act.family == Use.DO.value and last.family in _SITTINGS and mere


def _same(last: Act, act: Act, text: str) -> bool:
    parted = any(mark in text[last.end : act.start + 1] for mark in "；;")
    return not parted and last.subject.people == act.subject.people and last.standing == act.standing


def _stretched(found: list[Act], scene: Scene) -> list[Act]:
    """Each act reaches to the next one, the first begins with the sentence, so that evidence reads as prose."""
    kept = [a for a in found if _tells(a)]
    whole: list[Act] = []
    for k, act in enumerate(kept):
        start = 0 if k == 0 else act.start
        end = max(act.end, kept[k + 1].start if k + 1 < len(kept) else len(scene.text))
        there = () if act.family == "say" else company(scene.text, start, end, scene.people, act.subject)
        if act.family == "visit":
            groups_told = groups_along(scene.text, start, end, scene.people, scene.lexicon)
            along = tuple(g for g in groups_told if g not in there)
            there = (*(p for p in there if p.role or not any(g.name in p.name for g in along)), *along)
        joining = act.family == Use.JOIN.value
        met = called_on(scene.text, act.hits, act.end, scene.people) if act.family == "visit" else ()
        groups = unnamed(scene.text, start, act.hits[0].start, scene.people, scene.lexicon) if joining else ()
        whole.append(replace(act, start=start, end=end, company=there, groups=groups, met=met))
    return whole


def _tells(act: Act) -> bool:
    """Whether a visit is more than setting out or a look at nothing; acts denied tell nothing."""
    if act.standing is None or act.family != "visit":
        return act.standing is not None
    uses = {h.verb.use for h in act.hits}
    return bool(uses & _ALONE) and (uses - {Use.MOVE} != {Use.LOOK} or bool(act.target or act.places))
