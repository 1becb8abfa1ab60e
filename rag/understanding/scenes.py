"""A clause as it is read: its verbs, who acts in it, and for whom 他, 一行 or a team stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rag.records import Person
from rag.tables import any_of, cue_pattern
from rag.understanding.adverbials import adverbial
from rag.understanding.clauses import Hit, verbs
from rag.understanding.company import led_along
from rag.understanding.lexicon import Lexicon, Use, Verb, ending
from rag.understanding.roles import Named
from rag.understanding.sittings import HEARING, sitting
from rag.understanding.subjects import TOWN_FRONT, Subject, body_acting, persons_acting, pronoun

NEAR = 6
"""Characters between a subject and its verb of speech that need no linking word."""

FAR = 12
"""Characters between a subject and its verb across which narration resumes within a quoted speech."""

_ITS_OWN = cue_pattern("whichever")
"""How people are called who are of the body told of before (党政主要领导)."""

_FIGURE = re.compile(r"\d")
SOMETHING = 4
"""Characters behind a body in which something can be told of it."""

ESCORT = "陪同"
_DESCRIBED = re.compile(r"[^，,。；;]{0,16}?的")
_LEADERS = re.compile("(?:[省市区县州镇乡]|街道|[一-鿿]{1,6}(?P<of>[厅局]))?领导")
_FOR_HIM = re.compile("[为给向对][其他她]")
"""Between a body and its verb, for whom it acts: for the one told of before, who does not act then."""

_HELD_BY_NOBODY = ("举行", "举办")
"""What is held where nobody is said to hold it (随后举行签约仪式) is not held by whoever acted last."""

_PLURAL = "们"
_THE = "该"
_TOWNS = "省市区县州旗镇乡村"
_ONE_PERSON = ("他", "她")
_VISITS = frozenset({Use.ACT, Use.LOOK, Use.GO, Use.MOVE})
_GOES_ON = frozenset(Use) - {Use.DO, Use.SAY, Use.TELL, Use.LIGHT}
_ALL = "大家"
"""All who are on a visit; what 大家 say is said by nobody in particular."""

_MANY = ("他们", "她们")
_RESUMES = frozenset(Use) - {Use.DO, Use.CONVENE}
_NARRATES = re.compile("随后|接着|接下来|会[前后]|最后|座谈[中会]")
"""What begins a sentence that goes on with what was done, behind one with words that somebody said."""

_REPORTS = frozenset("，,：:“")
_HEADLINED = (Use.DO, Use.CONVENE)
"""Verbs of bodies, with which subheadings tell what they did."""

_GOVERNS = re.compile(r"(?:[的了在时后]|[与和同对向由经据、]|并|以及|根据|按照)$")
"""Before somebody, what makes him part of the clause."""

_IMPLIED = re.compile(
    rf"^(?:{any_of('meanwhile')}|在[^，,。]{{2,40}}[，,]|每到一处[，,]|\d{{1,2}}月\d{{1,2}}日(?:上午|下午|晚)?|[，,])*+"
    rf"(?:此次|本次|这次)?(?:还|又|{any_of('jointly')}|{any_of('carefully')}|并|共)*+(?:在[^，,。“]{{2,24}})?$"
)


class Scene(NamedTuple):
    """A sentence with what is known when it begins: its persons, who 一行 and 他 (`alone`) stand for, who leads 调研组,
    which meeting was told of last and the body that called it, the `bodies` that acted so far, the last one first, and the
    meeting that acted itself last (`sat`).
    """

    text: str
    people: tuple[Named, ...]
    lexicon: Lexicon
    actor: Subject | None = None
    lead: tuple[Person, ...] = ()
    speaking: bool = False
    alone: Subject | None = None
    meeting: str = ""
    called_by: tuple[Person, ...] = ()
    bodies: tuple[str, ...] = ()
    sat: Subject | None = None


class Clause(NamedTuple):
    """`text[start:end]` of the sentence, its verbs in order and the persons before them who act."""

    start: int
    end: int
    hits: tuple[Hit, ...]
    acting: tuple[Named, ...]

    @property
    def stop(self) -> int:
        """Where the first verb begins, or the clause ends."""
        return self.hits[0].start if self.hits else self.end


def unled(scene: Scene) -> tuple[Named, ...]:
    """The persons of a sentence but those whom somebody takes along."""
    led = led_along(scene.text, scene.people)
    return tuple(p for p in scene.people if p not in led) if led else scene.people


def read_clause(scene: Scene, free: Sequence[Named], start: int, end: int, *, verbal: bool) -> Clause:
    """The clause at `[start, end)`, `verbal` where it may hold a verb; of the sentence's persons those who are `free` may
    act in it.

    In 副市长陪同市长调研 the mayor acts; a clause in 某某家 without a verb has no actor.
    """
    names = [(p.front, p.end) for p in scene.people]
    hits = tuple(verbs(scene.text, start, end, names, scene.lexicon)) if verbal else ()
    if not hits:
        nobody = scene.text.startswith("在", start)
        return Clause(start, end, hits, () if nobody else persons_acting(scene.text, start, end, free))
    if hits[0].verb.word == ESCORT and len(hits) > 1 and hits[1].verb.use in _VISITS:
        host = persons_acting(scene.text, hits[0].end, hits[1].start, scene.people)
        if host and host[0].front - hits[0].end < 2:
            return Clause(start, end, hits[1:], host)
    if len(hits) > 1 and (speech := _headed(scene, hits)):
        said, speaker = speech
        return Clause(speaker.front, end, hits[said:], (speaker,))
    if len(hits) > 1 and (told := _told_by(scene, hits)):
        return Clause(told, end, hits[1:], persons_acting(scene.text, told, hits[1].start, free))
    return Clause(start, end, hits, persons_acting(scene.text, start, hits[0].start, free))


def _headed(scene: Scene, hits: Sequence[Hit]) -> tuple[int, Named] | None:
    """Which verb reports words of somebody in office who stands behind a subheading that nothing parts from the sentence
    (某市成立调查组市长某某在会上说，…), and who that is; None without one.
    """
    for number, said in enumerate(hits[1:], 1):
        if said.verb.use is not Use.SAY or scene.text[said.end : said.end + 1] not in _REPORTS:
            continue
        acting = persons_acting(scene.text, hits[number - 1].end, said.start, scene.people)
        if len(acting) != 1 or hits[0].verb.use not in _HEADLINED:
            return None
        speaker = acting[0]
        free = not _GOVERNS.search(scene.text, hits[0].end, speaker.front)
        return (number, speaker) if free and speaker.front < speaker.start else None
    return None


def _told_by(scene: Scene, hits: Sequence[Hit]) -> int:
    """Where the subject stands whom a verb with 的 before it describes (参加会议的干部职工纷纷表示, 参加活动的局长某某表示); 0 without one."""
    match = _DESCRIBED.match(scene.text, hits[0].end, hits[1].start)
    if match is None:
        return 0
    body = body_acting(scene.text, match.end(), hits[1].start, scene.lexicon)
    named = any(p.front == match.end() and p.end <= hits[1].start for p in scene.people)
    return match.end() if body or named else 0


def stranger(scene: Scene, clause: Clause) -> bool:
    """Whether somebody acts whom the lists do not know: words that begin with a town and hold a body's name lead up to the
    verb (东江市纪委公众号“清风东江”发布…)."""
    head = scene.text[clause.start : clause.stop]
    led_up = adverbial(head) or scene.lexicon.patterns["not_body"].match(head)
    front = None if led_up else TOWN_FRONT.match(head)
    held = front and scene.lexicon.patterns["body"].search(scene.text, clause.start + front.end(), clause.stop)
    joins = clause.hits and clause.hits[0].verb.use is Use.JOIN
    return bool(held and clause.hits) and not (joins or clause.acting)


def resumes(clause: Clause) -> bool:
    """Whether a clause begins with somebody who acts, so that it is no more of what was being said."""
    acting, hits = clause.acting, clause.hits
    return bool(acting and hits) and acting[0].front - clause.start <= NEAR and hits[0].start - acting[-1].end <= FAR


def goes_on(clause: Clause) -> bool:
    """Whether a clause behind a semicolon begins with a verb and so keeps its subject."""
    return bool(clause.hits) and clause.stop - clause.start <= 4 and clause.hits[0].verb.use in _RESUMES


def subject_of(scene: Scene, clause: Clause, waiting: Sequence[Named], known: Subject | None) -> Subject | None:
    """Who acts in a clause in its own words: those named, those who were `waiting` for a verb, 他, or a body."""
    escorted = clause.acting and scene.text[: clause.acting[0].front].endswith((ESCORT, ESCORT + "了"))
    chain = clause.acting if escorted else (*waiting, *clause.acting)
    others = None if clause.acting else body_acting(scene.text, clause.start, clause.stop, scene.lexicon)
    if chain and (clause.acting or clause.hits) and not (others and others.people[-1].name.endswith(_PLURAL)):
        people = tuple(Person(p.name, p.role) for p in chain)
        return Subject(people, chain[0].front, chain[-1].end)
    if he := _pronoun_subject(scene, clause, known):
        return he._replace(start=clause.start, end=clause.start + 1)
    if met := sitting(scene.text, clause.start, clause.hits, scene.meeting, scene.called_by):
        return met
    if known and not clause.hits:
        return others if known.body and others and _does_more(scene, clause, others, known) else None
    body = body_acting(scene.text, clause.start, clause.stop, scene.lexicon) if clause.acting else others
    if body and body.people[0].name.startswith(_THE):
        body = _antecedent(body, scene)
    if body is None:
        return None
    if known and not known.body and not _acts_itself(scene, clause, body):
        return None
    return _led(body, scene, clause)


def _does_more(scene: Scene, clause: Clause, body: Subject, known: Subject) -> bool:
    """Whether a clause without a verb of the lists tells what another body than the known one did (领导班子组成7个小组)."""
    told = clause.stop - body.end >= SOMETHING and not adverbial(scene.text[body.end : clause.stop])
    name = body.people[0].name
    known_kind = TOWN_FRONT.match(name) or name[0] in _TOWNS
    named = known_kind and not (_ITS_OWN.match(name) or _FIGURE.search(name))
    return told and bool(named) and body.start == clause.start and body.people != known.people


def _acts_itself(scene: Scene, clause: Clause, body: Subject) -> bool:
    """Whether a body acts beside the person a sentence is about: a team, people, who speaks or calls a meeting, who acts for him."""
    calls = bool(clause.hits) and clause.hits[0].verb.use is Use.CONVENE and body.end == clause.stop
    for_him = _FOR_HIM.search(scene.text, body.end, clause.stop) is not None
    return bool(body.team) or _people(body, scene.lexicon) or _speaks(clause) or calls or for_him


def _speaks(clause: Clause) -> bool:
    """Whether words are reported of whoever a clause begins with."""
    return bool(clause.hits) and clause.hits[0].verb.use is Use.SAY


def _antecedent(body: Subject, scene: Scene) -> Subject | None:
    """该局 as the body of the article that it means; a town (该县) stands for itself where none is known, another for nobody."""
    kind = body.people[0].name.removeprefix(_THE)
    meant = next((name for name in scene.bodies if name.endswith(kind)), None)
    if meant:
        return body._replace(people=(Person(meant, body.people[0].role),))
    return body if kind[0] in _TOWNS else None


def _reported(verb: Verb) -> bool:
    """Whether a verb of speech reports words by itself (强调), not a courtesy in passing."""
    return verb.use is Use.SAY and verb.asked


def _people(body: Subject, lexicon: Lexicon) -> bool:
    """Whether a body is some people without names (志愿者们)."""
    name = body.people[-1].name
    return lexicon.bodies.get(ending(name, lexicon.bodies)) in ("people", "public")


def _pronoun_subject(scene: Scene, clause: Clause, known: Subject | None) -> Subject | None:
    """Whoever 他, 她 or 一行 stands for: the one who acts in the sentence so far before anybody told of in one before."""
    word = pronoun(scene.text[clause.start : clause.stop] + "　") if scene.actor or known else ""
    if word == _ALL and not (clause.hits and all(h.verb.use in _VISITS for h in clause.hits)):
        return None
    if word in _ONE_PERSON and known and len(known.people) == 1 and not (known.body or known.team or known.sitting):
        return known
    several = scene.actor is not None and len(scene.actor.people) > 1 and not scene.actor.body
    if word in _ONE_PERSON and (scene.alone or not several):
        return scene.alone
    if word in _MANY and scene.actor and len(scene.actor.people) == 1 and not scene.actor.body:
        return None
    if word == _ALL and scene.actor:
        return scene.actor._replace(people=(*scene.actor.people, Person(_ALL)))
    return scene.actor if word else None


def _led(body: Subject, scene: Scene, clause: Clause) -> Subject:
    """A team stands for whoever leads it, and for itself; 区领导 for the one told of, 检查组 for the 市检查组 told of. What a
    team says is its own."""
    own = body.people[0]
    if leaders := _LEADERS.fullmatch(own.name):
        known = (scene.lead, scene.alone.people if scene.alone else ())
        of = leaders["of"] or ""
        leader = next((s for s in known if _named(s, scene) and any(of in p.role for p in s)), None)
        return body._replace(people=(*leader, own) if leader else body.people)
    if not body.team or not scene.lead or body.team.endswith("领导") or (_speaks(clause) and _named(scene.lead, scene)):
        return body
    short = any(p.name.endswith(own.name) or (p.role == "检查组" and own.name.endswith("人员")) for p in scene.lead)
    return body._replace(people=scene.lead if short else (*scene.lead, own))


def _named(people: Sequence[Person], scene: Scene) -> bool:
    """Whether there is a person among them, not only bodies."""
    return any(not ending(p.name, scene.lexicon.bodies) for p in people)


def implied_subject(scene: Scene, clause: Clause) -> Subject | None:
    """Whoever acted last, for a sentence that begins with a verb (随后，察看了…)."""
    if scene.sat and clause.hits and clause.hits[0].verb.word == HEARING and _IMPLIED.match(scene.text[: clause.stop]):
        return scene.sat._replace(start=clause.stop, end=clause.stop)
    if clause.hits and clause.hits[0].verb.word in _HELD_BY_NOBODY and not (scene.actor and scene.actor.body):
        return None
    told = clause.hits and (clause.hits[0].verb.use in _GOES_ON or _reported(clause.hits[0].verb))
    going_on = not scene.speaking or _NARRATES.match(scene.text)
    if scene.actor and going_on and told and _IMPLIED.match(scene.text[: clause.stop]):
        return scene.actor._replace(start=clause.stop, end=clause.stop)
    return None
