"""Acts of successive sentences joined: one visit with its stops and company, one meeting with those who attended."""

from __future__ import annotations

import re

from rag.records import Activity, Standing
from rag.tables import any_of, cue_pattern
from rag.understanding.act import Act
from rag.understanding.called import resident
from rag.understanding.lexicon import Lexicon, Use, ending
from rag.understanding.meetings import at_meeting, held, is_session, meeting_name, said_in_session
from rag.understanding.places import generic
from rag.understanding.story import Sentence
from rag.understanding.thread import (
    MEETINGS,
    VISITS,
    Draft,
    Thread,
    add_people,
    draft,
    same_people,
    take_turn,
    visit_activity,
)

_RECEIVED = cue_pattern("receiving")
"""Verbs of receiving a guest; 参加会见 is said of those beside the host."""

LEADERS = "领导"
"""What unnamed officials are called at the end (市领导, 区四套班子领导)."""

RECEPTION = "会见"

HOSTS = ("陪同", "接待")
"""Verbs of whoever received a visit and went along."""

_ARRANGES = "部署"
"""What somebody does at a meeting who is not said to speak there."""

_CEREMONY = re.compile(rf"(?:仪式|活动|{any_of('gatherings')}|会)上[，,]")
_COMFORT = cue_pattern("comfort")
_CHAIRED_BY = re.compile(r"(?:^|[，,。；;])(?:本次|此次|这次|该)?([^，,。；;]{1,40})由$")

_SHORT = 6
"""Characters at the front of what was joined in which the verb of a visit stands (参加此次调研)."""

_GENERIC = re.compile(
    rf"^(?:了)?(?:{any_of('just_told')}|该|部分)?(?:[^，,。]{{0,10}}(?:分会场|主会场))?(?:的)?(?:会议|会|活动)?(?:和[^，,。]{{1,8}})?(?:并.*)?$"
)
_ANY = re.compile(r"(?:本次|此次|这次|该|上述)?(?:会议|会|活动|大会)?")
_ALL_OF_IT = re.compile(rf"^(?:了)?(?:{any_of('just_told')})*(?:{any_of('visits')})?(?:活动)?$")
_PARTLY = re.compile(rf"了?(?:{any_of('just_told')})?(?:[^，,。]{{0,8}}的)?部分(?![^，,。]{{0,6}}(?:单位|人员))")
"""Before what somebody joined, that it was not all of it: at which stops he was is not told."""

_NOT_THERE = cue_pattern("said_elsewhere")

_TALKS = re.compile(r"(?:会谈|会晤|磋商|(?<!召开)座谈)$")
_OCCASION = re.compile(rf"(?:{any_of('opened')})(?:仪式)?|会议|活动")
_HALL = re.compile(r"[^，,。了]{0,8}(?:分会场|主会场)")
_PRESENT = re.compile(r"与会|参会")


def tell(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    """Add one act to what has been told: as an event of its own, or to one it belongs to."""
    _TELLERS[act.family](thread, act, sentence, lexicon)


def _visit(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    looking = all(h.verb.use is not Use.ACT for h in act.hits)
    if act.subject.sitting:
        draft(thread, act, sentence, Activity.OTHER)
        return
    if looking and not act.places and (kind := _only_gives(act, sentence)):
        draft(thread, act, sentence, kind)
        return
    official = _official(act)
    if (
        (looking and not official)
        or _public(act, lexicon)
        or all(resident(p.name) and not p.role for p in act.subject.people)
    ):
        return
    before = sentence.text[: act.hits[0].start]
    visits = thread.visits()
    if looking and (at_meeting(before) or _PRESENT.search(sentence.text)):
        _attend(thread, act, sentence, thread.meeting or "座谈会")
    elif looking and thread.meeting and not visits and set(act.verbs) == {"听取"}:
        draft(thread, act, sentence, Activity.OTHER)
    elif looking and not act.places and (sitting := _sitting(thread, act)):
        _extend(sitting, act._replace(target=""), sentence)
    elif visits and visits[-1].when == thread.day and _continues(visits[-1], act):
        _extend(visits[-1], act, sentence)
    else:
        new = draft(thread, act, sentence, visit_activity(act))
        if looking and visits and same_people(visits[-1].people, new.people):
            new.activity = visits[-1].activity
        if official and all(p.name.endswith(LEADERS) for p in thread.lead):
            thread.lead = act.subject.people


def _only_gives(act: Act, sentence: Sentence) -> Activity | None:
    """What it is that is no visit where somebody only offers words at a ceremony or something that is no gift of comfort."""
    if set(act.verbs) == {"致以"} and _CEREMONY.search(sentence.text[: act.hits[0].start]):
        return Activity.SPEECH
    gives = (
        all(v.startswith("送") for v in act.verbs) and "慰问" not in sentence.text and not _COMFORT.search(act.target)
    )
    return Activity.OTHER if gives and act.subject.body else None


def _official(act: Act) -> bool:
    """Whether somebody in office acts. Leaders nobody names do so where they went, not where they only heard of it."""
    seeing = all(h.verb.use is Use.LOOK for h in act.hits)
    acting = [p for p in act.subject.people if not (seeing and p.name.endswith(LEADERS))]
    gone = not seeing or any(v.startswith("送") for v in act.verbs)
    return any(p.role or act.subject.team for p in acting) or (bool(acting) and act.subject.body and gone)


def _public(act: Act, lexicon: Lexicon) -> bool:
    """Whether only people acted who make no visits of which a paper tells (市民参观)."""
    kinds = (lexicon.bodies.get(ending(p.name, lexicon.bodies)) for p in act.subject.people)
    return act.subject.body and all(kind == "public" for kind in kinds)


def _sitting(thread: Thread, act: Act) -> Draft | None:
    """The meeting at which the same persons were last: what they heard and gave there is part of it."""
    last = _last_activity(thread)
    seated = all(h.verb.use is Use.LOOK for h in act.hits)
    return last if last and seated and last.activity in MEETINGS and last.subject.people == act.subject.people else None


def _continues(last: Draft, act: Act) -> bool:
    """Whether an act goes on with the visit told last: the same persons, and no new place by name."""
    moved = any(not generic(p) for p in act.places)
    return not moved and last.subject.people == act.subject.people and last.standing is act.standing


def _extend(known: Draft, act: Act, sentence: Sentence) -> None:
    known.spans.append((sentence.start + act.start, sentence.start + act.end))
    known.target = act.and_then(known.target, known.places)
    known.verbs = tuple(dict.fromkeys((*known.verbs, *act.verbs)))
    known.places += [p for p in act.places if p not in known.places]
    add_people(known, act.company)
    known.met += [p for p in act.met if p not in known.met]


def _chair(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    chaired = None if act.target else _CHAIRED_BY.search(sentence.text[: act.subject.start])
    name = _in_full(thread, meeting_name(chaired.group(1) if chaired else act.target, lexicon))
    if name or not act.target or act.target.startswith(("会", "并", "了")):
        _hold(thread, act, sentence, thread.meeting or "会议" if _ANY.fullmatch(name) else name)


def _in_full(thread: Thread, name: str) -> str:
    """A meeting's name as it was told first (仪式 -> 文明实践坊启动仪式), where this is the end of one."""
    told = (thread.meeting, thread.held, *(d.meeting for d in thread.drafts))
    return next((m for m in told if name and m.endswith(name)), name)


def _convene(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    name = meeting_name(act.target, lexicon) if act.target else held(sentence.text, lexicon)
    if name and is_session(name, lexicon):
        _hold(thread, act._replace(implied=not act.target or act.implied), sentence, name)
    elif name and act.target:
        draft(thread, act, sentence, Activity.OTHER)


def _hold(thread: Thread, act: Act, sentence: Sentence, meeting: str) -> None:
    together = act.subject.body or _TALKS.search(meeting)
    activity = Activity.MEETING_ATTEND if together else Activity.MEETING_CHAIR
    target = act.target if meeting in act.target else meeting
    draft(thread, act._replace(target=target), sentence, activity, meeting)
    thread.meeting = meeting


def _meet(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    received = _RECEIVED.fullmatch(act.verbs[0])
    occasion = RECEPTION if received else "座谈"
    draft(thread, act._replace(target=act.target or occasion), sentence, Activity.MEETING_ATTEND, occasion)


def _join(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    visits = thread.visits()
    name = _in_full(thread, meeting_name(act.target, lexicon))
    generic_target = (
        act.verbs[0].endswith("会")
        or _GENERIC.match(act.target) is not None
        or (act.target == "座谈" and bool(thread.meeting))
    )
    if hall := _HALL.search(act.target):
        act = act._replace(places=(*act.places, hall.group()))
    if act.subject.body and act.groups and not act.subject.team:
        act = act._replace(subject=act.subject._replace(people=act.groups), groups=())
    last = _last_activity(thread)
    if _RECEIVED.match(act.target) or (generic_target and last and last.meeting == RECEPTION):
        for reception in [d for d in thread.drafts if d.meeting == RECEPTION][-1:]:
            add_people(reception, (*act.groups, *act.subject.people))
    elif talks := _at_all(thread, act):
        accompany(thread, act, sentence)
        for talk in talks:
            add_people(talk, (*act.groups, *act.subject.people))
    elif _of_visit(act, lexicon) or (generic_target and _visiting(thread)):
        if not (visits and same_people(visits[-1].people, act.subject.people)):
            accompany(thread, act, sentence)
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


def _at_all(thread: Thread, act: Act) -> list[Draft]:
    """The meetings of the visit told last, where those who 参加 without more, or 上述活动, were at visit and meetings."""
    visits = thread.visits()
    if not visits or not act.verbs[0].startswith("参加") or not _ALL_OF_IT.match(act.target):
        return []
    return [d for d in thread.drafts if d.activity in MEETINGS and same_people(d.people, visits[-1].people)]


def _occasion(act: Act) -> str:
    """What was attended where no name is told: 会议 or 活动 as printed; 出席 alone is said of a meeting only."""
    word = _OCCASION.search(act.verbs[0] + act.target)
    return word.group() if word else "会议" if act.verbs[0] == "出席" else ""


def _visiting(thread: Thread) -> bool:
    """Whether the last activity told is a visit, so that a bare 参加 means it."""
    last = _last_activity(thread)
    return last is not None and last.activity in VISITS


def _last_activity(thread: Thread) -> Draft | None:
    done = (d for d in reversed(thread.drafts) if d.standing is Standing.DONE)
    return next((d for d in done if d.activity in (*VISITS, *MEETINGS)), None)


def _of_visit(act: Act, lexicon: Lexicon) -> bool:
    """Whether what was joined is a visit (参加调研, 陪同慰问, 一同督查)."""
    verb = lexicon.patterns["verb"].search(act.target[:_SHORT])
    if act.verbs[0].endswith("会"):
        return False
    return act.verbs[0] in HOSTS or (verb is not None and lexicon.verbs[verb.group()].activity in VISITS)


def _attend(thread: Thread, act: Act, sentence: Sentence, meeting: str) -> None:
    """Taking part in a meeting: with others who were told to attend it, or as an event of its own."""
    thread.meeting = meeting
    target = act.target if meeting in act.target or (act.family == "visit" and act.target) else meeting
    for known in thread.drafts:
        if (known.meeting, known.when.value) == (meeting, thread.day.value) and known.activity in MEETINGS:
            mine = same_people(known.people, act.subject.people)
            add_people(known, (*act.groups, *act.subject.people))
            if mine or (known.activity is Activity.MEETING_ATTEND and not known.subject.body):
                _extend(known, act._replace(target="", hits=act.hits if mine else ()), sentence)
                return
    chair = next((d.subject for d in thread.drafts if d.meeting == meeting and not d.subject.body), None)
    draft(thread, act._replace(target=target), sentence, Activity.MEETING_ATTEND, meeting)
    if chair and act.hits[-1].verb.use is Use.JOIN:
        take_turn(thread, chair)


def accompany(thread: Thread, act: Act, sentence: Sentence) -> None:
    """Those who 参加 or 陪同 belong to the visit told last and to all its stops, or to the one still to be told; whoever
    参加部分活动 only to the whole of it."""
    visits = thread.visits()
    if act.standing is not Standing.DONE:
        return
    if not visits:
        thread.early.append((act, sentence))
        return
    people = act.groups if act.subject.body and act.groups else (*act.groups, *act.subject.people)
    mine = [d for d in visits if same_people(d.people, visits[-1].people)]
    partly = _PARTLY.match(act.target) is not None
    for visit in mine[:1] if partly else mine:
        add_people(visit, people)
    mine[0].along += () if partly else people
    mine[0].spans.append((sentence.start + act.start, sentence.start + act.end))


def _say(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    if said_in_session(sentence.text[: act.hits[0].start]) and not act.subject.body:
        met = [d for d in thread.drafts if d.activity in MEETINGS and same_people(d.people, act.subject.people)]
        sat = [d for d in thread.drafts if d.meeting and d.meeting == thread.meeting and d.activity in MEETINGS]
        if sat and not met:
            add_people(sat[-1], act.subject.people)
        elif not met:
            _attend(thread, act._replace(target=""), sentence, thread.meeting or "会议")
    last = _last_activity(thread)
    told = act.subject.body and not act.subject.sitting and act.hits[-1].verb.use is Use.TELL
    if last and last.activity in MEETINGS and (told or not act.subject.body) and not _elsewhere(act, sentence):
        add_people(last, [p for p in act.subject.people if p.role or told])
    draft(thread, act, sentence, Activity.SPEECH)
    thread.speaking = True


def _elsewhere(act: Act, sentence: Sentence) -> bool:
    """Whether what leads up to somebody's words says that they were spoken at another time or to others than a meeting."""
    return _NOT_THERE.search(sentence.text, 0, act.hits[0].start) is not None


def _do(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    last = _last_activity(thread)
    if last and last.activity in MEETINGS and not act.subject.body and act.verbs[0] == _ARRANGES:
        add_people(last, [p for p in act.subject.people if p.role])
    draft(thread, act, sentence, Activity.OTHER)


_TELLERS = {
    "visit": _visit,
    Use.CHAIR: _chair,
    Use.CONVENE: _convene,
    Use.MEET: _meet,
    Use.JOIN: _join,
    Use.SAY: _say,
    Use.DO: _do,
}
