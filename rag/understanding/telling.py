"""Acts of successive sentences joined: one visit with its stops and company, one meeting with those who attended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rag.records import Activity, Dated, Person, Standing
from rag.understanding.acts import Act
from rag.understanding.lexicon import Lexicon, Use
from rag.understanding.meetings import at_meeting, is_session, meeting_name, said_in_session
from rag.understanding.places import generic
from rag.understanding.story import Sentence
from rag.understanding.subjects import Subject

VISITS = (Activity.INSPECT, Activity.RESEARCH_VISIT)
MEETINGS = (Activity.MEETING_CHAIR, Activity.MEETING_ATTEND)

_RECEIVED = "会见"
"""The verb of receiving a guest; 参加会见 is said of those beside the host."""

_DURING_VISIT = ("座谈", "座谈会")
"""Meetings held on a visit, with those who came along."""

_SHORT = 6
"""Characters at the front of what was joined in which the verb of a visit stands (参加此次调研)."""

_GENERIC = re.compile(
    r"^(?:了)?(?:此次|这次|本次|有关|相关|上述|以上|系列|部分)?(?:[^，,。]{0,10}(?:分会场|主会场))?(?:的)?(?:会议|会|活动)?(?:和[^，,。]{1,8})?(?:并.*)?$"
)
_OCCASION = re.compile(r"会议|活动")
_HALL = re.compile(r"[^，,。了]{0,8}(?:分会场|主会场)")
_JURISDICTION = re.compile(
    r"[一-鿿]{2,8}?(?:[市县区镇乡村旗]|街道|社区)(?!委|政府|长|领导|人大|政协)(?=.)|[一-鿿]{2,6}(?:街道|镇|乡|村|社区)$"
)
_PRESENT = re.compile(r"与会|参会")


@dataclass(slots=True)
class Draft:
    """An event to which further sentences may still add. `spans` are offsets in the story."""

    verbs: tuple[str, ...]
    activity: Activity
    subject: Subject
    meeting: str
    target: str
    places: list[str]
    participants: list[Person]
    when: Dated
    spans: list[tuple[int, int]]
    standing: Standing
    along: list[Person] = field(default_factory=list)

    @property
    def people(self) -> tuple[Person, ...]:
        """The actors."""
        return self.subject.people


@dataclass(slots=True)
class Thread:
    """What the article has told so far: who acts, who leads, at which meeting, on which day; and the events."""

    day: Dated
    actor: Subject | None = None
    lead: tuple[Person, ...] = ()
    meeting: str = ""
    held: str = ""
    held_in: tuple[str, ...] = ()
    before: str = ""
    speaking: bool = False
    early: list[tuple[Act, Sentence]] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

    def visits(self) -> list[Draft]:
        """The visits told so far."""
        return [d for d in self.drafts if d.activity in VISITS]


def tell(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    """Add one act to what has been told: as an event of its own, or to one it belongs to."""
    _TELLERS[act.family](thread, act, sentence, lexicon)


def draft(thread: Thread, act: Act, sentence: Sentence, activity: Activity, meeting: str = "") -> Draft:
    """A new event from an act; its subject becomes the one 他 and 一行 stand for."""
    new = Draft(
        act.verbs,
        activity,
        act.subject,
        meeting,
        act.target,
        list(act.places),
        list(act.company),
        thread.day,
        [(sentence.start + act.start, sentence.start + act.end)],
        act.standing or Standing.DONE,
    )
    thread.drafts.append(new)
    if not act.subject.body or act.subject.team:
        thread.actor = act.subject
    return new


def same_people(one: Sequence[Person], two: Sequence[Person]) -> bool:
    """Whether two groups share somebody."""
    return bool({p.name for p in one} & {p.name for p in two})


def settle(thread: Thread) -> None:
    """What can be told only at the end: company told before its visit, stops of a visit, who met whom, and where."""
    visits = thread.visits()
    for act, sentence in thread.early if visits else ():
        _accompany(thread, act, sentence)
    for stop in visits[1:]:
        host = next(v for v in visits if same_people(v.people, stop.people))
        _add(stop, host.along)
        host.places += [p for p in stop.places if p not in host.places]
    for talk in (d for d in thread.drafts if d.activity in MEETINGS and d.meeting in _DURING_VISIT):
        for visit in visits:
            _add(talk, visit.along if same_people(visit.people, talk.people) else ())
    meetings = [d for d in thread.drafts if d.activity in MEETINGS and d.meeting]
    for one in meetings:
        for other in meetings:
            if other is not one and other.meeting == one.meeting:
                _add(one, (*other.people, *other.participants))
    for each in thread.drafts:
        each.places = each.places or _whereabouts(thread, each)
        if each.activity in MEETINGS and each.meeting == thread.held:
            each.places += [p for p in thread.held_in if p not in each.places]


def _whereabouts(thread: Thread, event: Draft) -> list[str]:
    """Where an event without a place was: where its actor was last, where the meeting was, or whose body acted."""
    if event.activity not in (*VISITS, *MEETINGS):
        return []
    before = thread.drafts[: thread.drafts.index(event)]
    near = [d.places for d in before if d.places and same_people(d.people, event.people)]
    own = [m.group() for p in event.people if event.subject.body for m in [_JURISDICTION.match(p.name)] if m]
    visited = [v.places for v in thread.visits()[-1:] if event.meeting in _DURING_VISIT]
    return list(next((p for p in [*near[-1:], *visited, thread.held_in, own[:1]] if p), ()))


def visit_activity(act: Act) -> Activity:
    """The kind of a visit: that of its first verb that names one, else of its first verb."""
    kinds = [h.verb.activity for h in act.hits if h.verb.use is Use.ACT] or [h.verb.activity for h in act.hits]
    return kinds[0]


def _visit(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    looking = all(h.verb.use is not Use.ACT for h in act.hits)
    official = bool(act.subject.team) or any(p.role for p in act.subject.people)
    if looking and not official:
        return
    before = sentence.text[: act.hits[0].start]
    visits = thread.visits()
    if looking and (at_meeting(before) or _PRESENT.search(sentence.text)):
        _attend(thread, act, sentence, thread.meeting or "座谈会")
    elif looking and thread.meeting and not visits and set(act.verbs) == {"听取"}:
        draft(thread, act, sentence, Activity.OTHER)
    elif visits and visits[-1].when == thread.day and _continues(visits[-1], act):
        _extend(visits[-1], act, sentence)
    else:
        new = draft(thread, act, sentence, visit_activity(act))
        if looking and visits and same_people(visits[-1].people, new.people):
            new.activity = visits[-1].activity
        if not thread.lead and official:
            thread.lead = act.subject.people


def _continues(last: Draft, act: Act) -> bool:
    """Whether an act goes on with the visit told last: the same persons, and no new place by name."""
    moved = any(not generic(p) for p in act.places)
    return not moved and last.subject.people == act.subject.people and last.standing is act.standing


def _extend(known: Draft, act: Act, sentence: Sentence) -> None:
    known.spans.append((sentence.start + act.start, sentence.start + act.end))
    known.target = "；".join(dict.fromkeys(t for t in (known.target, act.target) if t))
    known.verbs = tuple(dict.fromkeys((*known.verbs, *act.verbs)))
    known.places += [p for p in act.places if p not in known.places]
    _add(known, act.company)


def _chair(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    name = meeting_name(act.target, lexicon)
    if name or not act.target or act.target.startswith(("会", "并", "了")):
        _hold(thread, act, sentence, name if name not in ("", "会议") else thread.meeting or "会议")


def _convene(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    name = meeting_name(act.target, lexicon)
    if name and is_session(name, lexicon):
        _hold(thread, act, sentence, name)


def _hold(thread: Thread, act: Act, sentence: Sentence, meeting: str) -> None:
    activity = Activity.MEETING_ATTEND if act.subject.body else Activity.MEETING_CHAIR
    target = act.target if meeting in act.target else meeting
    draft(thread, replace(act, target=target), sentence, activity, meeting)
    thread.meeting = meeting


def _meet(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    draft(thread, replace(act, target=act.target or "座谈"), sentence, Activity.MEETING_ATTEND, "座谈")


def _join(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    visits = thread.visits()
    name = meeting_name(act.target, lexicon)
    generic_target = _GENERIC.match(act.target) is not None
    if hall := _HALL.search(act.target):
        act = replace(act, places=(*act.places, hall.group()))
    if _RECEIVED in act.target:
        for reception in [d for d in thread.drafts if _RECEIVED in d.verbs][-1:]:
            _add(reception, (*act.groups, *act.subject.people))
    elif _of_visit(act, lexicon) or (generic_target and _visiting(thread)):
        if not (visits and same_people(visits[-1].people, act.subject.people)):
            _accompany(thread, act, sentence)
            if "座谈" in act.target and visits:
                _attend(thread, act, sentence, "座谈")
    elif generic_target:
        occasion = thread.meeting or _occasion(act)
        if occasion:
            _attend(thread, act, sentence, occasion)
        else:
            thread.early.append((act, sentence))
    elif name:
        _attend(thread, act, sentence, name)


def _occasion(act: Act) -> str:
    """What was attended where no name is told: 会议 or 活动 as printed; 出席 alone is said of a meeting only."""
    word = _OCCASION.search(act.verbs[0] + act.target)
    return word.group() if word else "会议" if act.verbs[0] == "出席" else ""


def _visiting(thread: Thread) -> bool:
    """Whether the last activity told is a visit, so that a bare 参加 means it."""
    last = next((d for d in reversed(thread.drafts) if d.activity in (*VISITS, *MEETINGS)), None)
    return last is not None and last.activity in VISITS


def _of_visit(act: Act, lexicon: Lexicon) -> bool:
    """Whether what was joined is a visit (参加调研, 陪同慰问, 一同督查)."""
    verb = lexicon.patterns["verb"].search(act.target[:_SHORT])
    return act.verbs[0] == "陪同" or (verb is not None and lexicon.verbs[verb.group()].activity in VISITS)


def _attend(thread: Thread, act: Act, sentence: Sentence, meeting: str) -> None:
    """Taking part in a meeting: with others who were told to attend it, or as an event of its own."""
    thread.meeting = meeting
    target = act.target if meeting in act.target or (act.family == "visit" and act.target) else meeting
    for known in thread.drafts:
        if known.meeting == meeting and known.activity in MEETINGS:
            mine = same_people(known.people, act.subject.people)
            _add(known, (*act.groups, *act.subject.people))
            if mine or (known.activity is Activity.MEETING_ATTEND and not known.subject.body):
                _extend(known, replace(act, target=""), sentence)
                return
    draft(thread, replace(act, target=target), sentence, Activity.MEETING_ATTEND, meeting)


def _accompany(thread: Thread, act: Act, sentence: Sentence) -> None:
    """Those who 参加 or 陪同 belong to the visit told last and to all its stops, or to the one still to be told."""
    visits = thread.visits()
    if not visits:
        thread.early.append((act, sentence))
        return
    people = act.groups if act.subject.body and act.groups else (*act.groups, *act.subject.people)
    mine = [d for d in visits if same_people(d.people, visits[-1].people)]
    for visit in mine:
        _add(visit, people)
    mine[0].along += people
    mine[0].spans.append((sentence.start + act.start, sentence.start + act.end))


def _add(known: Draft, people: Sequence[Person]) -> None:
    names = {p.name for p in (*known.people, *known.participants)}
    known.participants += [p for p in people if p.name not in names]


def _say(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    if said_in_session(sentence.text[: act.hits[0].start]) and not act.subject.body:
        met = [d for d in thread.drafts if d.activity in MEETINGS and same_people(d.people, act.subject.people)]
        if not met:
            _attend(thread, replace(act, target=""), sentence, thread.meeting or "会议")
    draft(thread, act, sentence, Activity.SPEECH)
    thread.speaking = True


def _do(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    draft(thread, act, sentence, Activity.OTHER)


_TELLERS = {
    "visit": _visit,
    Use.CHAIR.value: _chair,
    Use.CONVENE.value: _convene,
    Use.MEET.value: _meet,
    Use.JOIN.value: _join,
    Use.SAY.value: _say,
    Use.DO.value: _do,
}
