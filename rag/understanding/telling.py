"""Acts of successive sentences joined: one visit with its stops and company, one meeting with those who attended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rag.records import Activity, Dated, Person, Standing
from rag.understanding.acts import Act
from rag.understanding.lexicon import Lexicon, Use
from rag.understanding.meetings import at_meeting, is_meeting, is_session, meeting_name, said_in_session
from rag.understanding.story import Sentence
from rag.understanding.subjects import Subject

VISITS = (Activity.INSPECT, Activity.RESEARCH_VISIT)
MEETINGS = (Activity.MEETING_CHAIR, Activity.MEETING_ATTEND)

_GENERIC = re.compile(r"^(?:了)?(?:此次|这次|本次)?(?:[^，,。]{0,10}(?:分会场|主会场))?(?:的)?(?:会议|会|活动|会见)?(?:并.*)?$")
_GROUP_ADVERBS = re.compile(r"(?:一同|一起|共同|分别|也|均|都|等)+$")
_PRESENT = re.compile(r"与会|参会")


@dataclass(slots=True)
class Draft:
    """An event to which further sentences may still add. `spans` are offsets in the story."""

    verbs: tuple[str, ...]
    activity: Activity
    subject: Subject
    target: str
    places: list[str]
    participants: list[Person]
    when: Dated
    spans: list[tuple[int, int]]
    standing: Standing

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
    speaking: bool = False
    early: list[tuple[Act, Sentence]] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

    def visits(self) -> list[Draft]:
        """The visits told so far."""
        return [d for d in self.drafts if d.activity in VISITS]


def tell(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    """Add one act to what has been told: as an event of its own, or to one it belongs to."""
    _TELLERS[act.family](thread, act, sentence, lexicon)


def draft(thread: Thread, act: Act, sentence: Sentence, activity: Activity) -> Draft:
    """A new event from an act; its subject becomes the one 他 and 一行 stand for."""
    new = Draft(
        act.verbs,
        activity,
        act.subject,
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
    """What can be told only at the end: company told before its visit, stops of a visit, who met whom."""
    visits = thread.visits()
    for act, sentence in thread.early if visits else ():
        _accompany(thread, act, sentence)
    for stop in visits[1:]:
        if same_people(stop.people, visits[0].people):
            visits[0].places += [p for p in stop.places if p not in visits[0].places]
    meetings = [d for d in thread.drafts if d.activity in MEETINGS and d.target]
    for one in meetings:
        for other in meetings:
            if other is not one and other.target == one.target:
                _add(one, [p for p in (*other.people, *other.participants)])


def visit_activity(act: Act) -> Activity:
    """The kind of a visit: that of its first verb that names one, else of its first verb."""
    kinds = [h.verb.activity for h in act.hits if h.verb.use is Use.ACT] or [h.verb.activity for h in act.hits]
    return kinds[0]


def _visit(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    looking = all(h.verb.use is not Use.ACT for h in act.hits)
    official = act.subject.team or any(p.role for p in act.subject.people)
    if looking and not official:
        return
    before = sentence.text[: act.hits[0].start]
    if looking and (at_meeting(before) or _PRESENT.search(sentence.text)):
        _meet(thread, replace(act, target=thread.meeting or "座谈会"), sentence, lexicon)
        return
    last = thread.visits()[-1] if thread.visits() else None
    if last and not act.places and last.subject.people == act.subject.people and last.standing is act.standing:
        last.spans.append((sentence.start + act.start, sentence.start + act.end))
        last.target = "；".join(dict.fromkeys(t for t in (last.target, act.target) if t))
        last.verbs = tuple(dict.fromkeys((*last.verbs, *act.verbs)))
        _add(last, act.company)
        return
    new = draft(thread, act, sentence, visit_activity(act))
    if looking and last and same_people(last.people, new.people):
        new.activity = last.activity
    if not thread.lead and official and not act.subject.body:
        thread.lead = act.subject.people


def _chair(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    target = meeting_name(act.target, lexicon)
    if not target and act.target and not act.target.startswith(("会", "并", "了")):
        return
    target = target if target not in ("", "会议") else thread.meeting or "会议"
    activity = Activity.MEETING_ATTEND if act.subject.body else Activity.MEETING_CHAIR
    draft(thread, replace(act, target=target), sentence, activity)
    thread.meeting = target


def _convene(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    target = meeting_name(act.target, lexicon)
    if target and is_session(target, lexicon):
        activity = Activity.MEETING_ATTEND if act.subject.body else Activity.MEETING_CHAIR
        draft(thread, replace(act, target=target), sentence, activity)
        thread.meeting = target


def _meet(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    draft(thread, replace(act, target=act.target or "座谈"), sentence, Activity.MEETING_ATTEND)


def _join(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    visits = thread.visits()
    generic = _GENERIC.match(act.target) is not None
    meets = is_meeting(act.target, lexicon) and not generic
    of_visit = _of_visit(act, lexicon)
    if (of_visit or (generic and not thread.meeting)) and not (visits and same_people(visits[-1].people, act.subject.people)):
        _accompany(thread, act, sentence)
        if "座谈" in act.target and visits:
            draft(thread, replace(act, target="座谈"), sentence, Activity.MEETING_ATTEND)
        return
    if generic and thread.meeting:
        _attend(thread, replace(act, target=thread.meeting), sentence)
    elif meets or is_meeting(meeting_name(act.target, lexicon) or "-", lexicon):
        _attend(thread, replace(act, target=meeting_name(act.target, lexicon) or act.target), sentence)


def _of_visit(act: Act, lexicon: Lexicon) -> bool:
    """Whether what was joined is a visit (参加调研, 陪同慰问, 一同督查)."""
    verb = lexicon.patterns["verb"].search(act.target)
    return act.verbs[0] == "陪同" or (verb is not None and lexicon.verbs[verb.group()].activity in VISITS)


def _attend(thread: Thread, act: Act, sentence: Sentence) -> None:
    """Taking part in a meeting: with others who were told to attend it, or as an event of its own."""
    for known in thread.drafts:
        if known.target == act.target and known.activity in MEETINGS:
            _add(known, act.subject.people)
            if known.activity is Activity.MEETING_ATTEND and not known.subject.body:
                known.spans.append((sentence.start + act.start, sentence.start + act.end))
                known.places += [p for p in act.places if p not in known.places]
                return
    draft(thread, act, sentence, Activity.MEETING_ATTEND)


def _accompany(thread: Thread, act: Act, sentence: Sentence) -> None:
    """Those who 参加 or 陪同 belong to the visit told last and to all its stops, or to the one still to be told."""
    visits = thread.visits()
    if not visits:
        thread.early.append((act, sentence))
        return
    people = _group(act, sentence) if act.subject.body else act.subject.people
    mine = [d for d in visits if same_people(d.people, visits[-1].people)]
    for visit in mine:
        _add(visit, people)
    mine[0].spans.append((sentence.start + act.start, sentence.start + act.end))


def _group(act: Act, sentence: Sentence) -> tuple[Person, ...]:
    """A group that has no name of its own, as printed (相关部门负责人)."""
    return (Person(_GROUP_ADVERBS.sub("", sentence.text[act.subject.start : act.hits[0].start])),)


def _add(known: Draft, people: Sequence[Person]) -> None:
    names = {p.name for p in (*known.people, *known.participants)}
    known.participants += [p for p in people if p.name not in names]


def _say(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    if said_in_session(sentence.text[: act.hits[0].start]) and not act.subject.body:
        met = [d for d in thread.drafts if d.activity in MEETINGS and same_people(d.people, act.subject.people)]
        if not met:
            draft(thread, replace(act, target=thread.meeting or "会议"), sentence, Activity.MEETING_ATTEND)
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
