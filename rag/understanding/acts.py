"""What one sentence tells of acts: each with its subject, verbs, object and places, before sentences are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rag.records import Person, Standing
from rag.understanding.clauses import Hit, clauses, verbs
from rag.understanding.lexicon import Lexicon, Use, ending
from rag.understanding.places import visited
from rag.understanding.roles import Named
from rag.understanding.subjects import Subject, body_acting, persons_acting, pronoun

_VISIT = frozenset({Use.ACT, Use.LOOK, Use.GO, Use.MOVE})
_ALONE = frozenset({Use.ACT, Use.LOOK, Use.GO})
_SILENT = frozenset({"讲话", "致辞", "发言", "宣布"})
"""Verbs of speech that report no words: what follows them is narration again."""

_IMPLIED = re.compile(
    r"^(?:随后|接着|之后|接下来|当天|当日|其间|期间|最后|会前|会后|同时|此外|在[^，,。]{2,40}[，,]|每到一处[，,]|\d{1,2}月\d{1,2}日(?:上午|下午|晚)?|[，,])*"
    r"(?:还|又|先后|分别|一同|实地|现场|首先|深入|并|详细|认真|仔细)*$"
)
_TRIM = re.compile(r"^[了过的]+|[，,。；;：:\s]+$")
_WITH = re.compile(
    r"(?:与|同|和|率领|率|带领|会同|陪同)([^，,。；;“]{2,30}?(?:负责人|负责同志|代表团|代表|领导|企业家|专家|群众|官兵|职工|工作人员|小组|团队|志愿者|干部|师生)(?:们|一行)?)"
)
_COMPANY = re.compile(r"在([^，,。；;]{2,60}?)(?:的|等)?陪同下")


@dataclass(frozen=True, slots=True)
class Act:
    """One act as told by one sentence; `start` and `end` are offsets in the sentence."""

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

    @property
    def verbs(self) -> tuple[str, ...]:
        """The verbs as printed, each once."""
        return tuple(dict.fromkeys(h.verb.word for h in self.hits))


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what is known when it begins: its persons and who 他 stands for."""

    text: str
    people: tuple[Named, ...]
    actor: Subject | None
    lexicon: Lexicon
    speaking: bool = False
    teams: dict[str, tuple[Person, ...]] = field(default_factory=dict)


def sentence_acts(scene: Scene) -> list[Act]:
    """The acts told by a sentence, in order. Words somebody said (强调，…) tell none."""
    found: list[Act] = []
    subject: Subject | None = None
    waiting: tuple[Named, ...] = ()
    quoting = False
    for start, end in clauses(scene.text):
        hits = [h for h in verbs(scene.text, start, end, scene.lexicon) if not _in_role(h, scene.people)]
        stop = hits[0].start if hits else end
        acting = persons_acting(scene.text, start, stop, scene.people)
        if quoting and not (acting and hits and _leads(scene.text, start, acting, hits)):
            continue
        quoting = False
        own = _subject(scene, start, stop, waiting, acting, bool(hits))
        waiting = (*waiting, *acting) if acting and not hits else ()
        subject = own or subject or _implied(scene, start, stop, bool(found))
        if hits and subject:
            told = list(_clause_acts(scene, subject, hits, start, end, implied=own is None and not found))
            quoting = any(a.family == "say" and a.verbs[-1] not in _SILENT for a in told)
            found = _joined(found, told, scene.text)
    return _stretched(found, scene.text)


def _in_role(hit: Hit, people: Sequence[Named]) -> bool:
    return any(p.front < hit.end and hit.start < p.end for p in people)


def _leads(text: str, start: int, acting: Sequence[Named], hits: Sequence[Hit]) -> bool:
    """Whether a clause begins with somebody who acts, so that it is no more of what was being said."""
    return acting[0].front - start <= 4 and hits[0].start - acting[-1].end <= 12


def _subject(
    scene: Scene, start: int, stop: int, waiting: Sequence[Named], acting: Sequence[Named], verbal: bool
) -> Subject | None:
    chain = (*waiting, *acting)
    if chain and (acting or verbal):
        people = tuple(Person(p.name, p.role) for p in chain)
        return Subject(people, chain[0].front, chain[-1].end)
    if scene.actor and pronoun(scene.text[start:stop] + "　"):
        return replace(scene.actor, start=start, end=start + 1)
    body = body_acting(scene.text, start, stop, scene.lexicon) if verbal else None
    return _led(body, scene) if body else None


def _led(body: Subject, scene: Scene) -> Subject:
    """A team stands for whoever leads it, and for itself."""
    leaders = scene.teams.get(body.team) or (scene.actor.people if body.team and scene.actor else ())
    others = tuple(p for p in leaders if p.name not in {b.name for b in body.people})
    return replace(body, people=(*others, *body.people))


def _implied(scene: Scene, start: int, stop: int, told: bool) -> Subject | None:
    if scene.actor and not scene.speaking and not told and _IMPLIED.match(scene.text[:stop]):
        return replace(scene.actor, start=stop, end=stop)
    return None


def _clause_acts(
    scene: Scene, subject: Subject, hits: Sequence[Hit], start: int, end: int, *, implied: bool
) -> Iterator[Act]:
    behind = [h for h in hits if h.start >= subject.end or subject.end > end or subject.start < start]
    said = next((h for h in behind if h.verb.use is Use.SAY), None)
    told = [h for h in behind if said is None or h.start < said.start]
    for family, group in _families(told):
        yield _act(scene, family, subject, group, start, end if said is None else said.start, implied)
    if said:
        yield replace(_act(scene, "say", subject, (said,), start, end, implied), target=_object(scene.text, said.end, end))


def _families(hits: Sequence[Hit]) -> Iterator[tuple[str, tuple[Hit, ...]]]:
    """Verbs of one clause by what they make together: a meeting, a taking part, a visit, or something else."""
    by_use = {use: tuple(h for h in hits if h.verb.use is use) for use in Use}
    for use in (Use.CHAIR, Use.CONVENE, Use.JOIN):
        if by_use[use]:
            yield use.value, by_use[use]
    visit = tuple(h for h in hits if h.verb.use in _VISIT)
    if visit:
        yield "visit", visit
    if by_use[Use.DO]:
        yield "do", by_use[Use.DO]


def _act(
    scene: Scene, family: str, subject: Subject, hits: tuple[Hit, ...], start: int, end: int, implied: bool
) -> Act:
    main = next((h for h in hits if h.verb.use is Use.ACT), hits[-1] if family == "visit" else hits[0])
    return Act(
        family,
        subject,
        hits,
        start,
        end,
        target=_object(scene.text, main.end, end),
        places=tuple(visited(scene.text, _with_place(scene.text, start), end, hits)),
        company=_company(scene.text, start, end, subject),
        standing=_standing(scene, subject, start, hits[0].start),
        implied=implied,
    )


def _with_place(text: str, start: int) -> int:
    """Where to look for places: from the sentence's front for its first clauses (在X，), else from the clause."""
    return 0 if start and "在" in text[:start] and "。" not in text[:start] else start


def _object(text: str, start: int, end: int) -> str:
    return _TRIM.sub("", text[start:end])


def _company(text: str, start: int, end: int, subject: Subject) -> tuple[Person, ...]:
    mine = {p.name for p in subject.people}
    phrases = [m.group(1) for pattern in (_WITH, _COMPANY) for m in pattern.finditer(text, start, end)]
    return tuple(Person(p) for p in phrases if not any(name in p for name in mine))


def _standing(scene: Scene, subject: Subject, start: int, stop: int) -> Standing | None:
    """How the act is reported, by the words between subject (or clause) and verb; None where it is denied."""
    between = scene.text[max(start, subject.end) if subject.end <= stop else start : stop]
    front = scene.text[:stop] if start == 0 else between
    for cue, standing in scene.lexicon.standings:
        if cue.search(between) or (standing != "denied" and start == 0 and cue.match(front)):
            return None if standing == "denied" else Standing(standing)
    return Standing.DONE


def _joined(found: list[Act], told: Sequence[Act], text: str) -> list[Act]:
    """Clauses of one visit made one act, unless a semicolon parts them."""
    for act in told:
        last = found[-1] if found else None
        if last and act.family == "visit" == last.family and _same(last, act, text):
            places = tuple(dict.fromkeys((*last.places, *act.places)))
            target = "；".join(dict.fromkeys(t for t in (last.target, act.target) if t))
            company = (*last.company, *act.company)
            found[-1] = replace(
                last, hits=(*last.hits, *act.hits), end=act.end, places=places, target=target, company=company
            )
        else:
            found.append(act)
    return found


def _same(last: Act, act: Act, text: str) -> bool:
    parted = any(mark in text[last.end : act.start + 1] for mark in "；;")
    return not parted and last.subject.people == act.subject.people and last.standing == act.standing


def _stretched(found: list[Act], text: str) -> list[Act]:
    """Each act reaches to the next one, the first begins with the sentence, so that evidence reads as prose."""
    kept = [a for a in found if _tells(a)]
    ends = [*(max(a.start, 0) for a in kept[1:]), len(text)]
    return [
        replace(act, start=0 if k == 0 else act.start, end=max(act.end, ends[k]))
        for k, act in enumerate(kept)
    ]


def _tells(act: Act) -> bool:
    return act.standing is not None and (act.family != "visit" or any(h.verb.use in _ALONE for h in act.hits))


def is_meeting(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a phrase ends like the name of a meeting or an occasion."""
    return bool(ending(phrase.rstrip("”」）)"), lexicon.meetings))
