"""The events of an article: acts of its sentences joined into who did what, where, when, with whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rag.records import Activity, Dated, Event, Person, Standing
from rag.understanding.acts import Act, Scene, is_meeting, sentence_acts
from rag.understanding.dates import Clock, resolve
from rag.understanding.lexicon import Lexicon, Use
from rag.understanding.moments import moments
from rag.understanding.roles import Named, Namer, best_roles, people_in
from rag.understanding.story import Sentence, Story
from rag.understanding.subjects import Subject

_HELD = re.compile(r"([^，,。；;]{2,60}?)(?:以[^，,。]{2,10}形式)?(?:在[^，,。]{2,16})?(?:正式|隆重|顺利|如期|成功)?(?:召开|举行|举办|开幕)(?=[，,。；;、]|$)")
_AT_MEETING = re.compile(r"(?:^|[，,。])(?:在)?(?:座谈|会议|会|推进会|现场|调度会|座谈交流)(?:会)?(?:上|中|现场)(?=[，,]|强调|指出|要求|[一-鿿]{2,4}[，,])")
_IN_SESSION = re.compile(r"在[^，,。]{0,16}(?:会|会议|座谈会)上")
_OUT_OF_DATE = ("past", "planned")


@dataclass(slots=True)
class _Draft:
    """An event while further sentences may still add to it."""

    act: Act
    activity: Activity
    actors: list[Person]
    target: str
    places: list[str]
    participants: list[Person]
    when: Dated
    spans: list[tuple[int, int]]
    standing: Standing


@dataclass(slots=True)
class _Thread:
    """What the article has told so far: who acts, at which meeting, on which day; and the events themselves."""

    actor: Subject | None = None
    meeting: str = ""
    meeting_at: tuple[int, int] | None = None
    day: Dated = field(default_factory=Dated)
    speaking: bool = False
    pending: list[Person] = field(default_factory=list)
    pending_at: list[tuple[int, int]] = field(default_factory=list)
    drafts: list[_Draft] = field(default_factory=list)


def article_events(tale: Story, page: str, number: int, who: Namer, clock: Clock) -> tuple[tuple[Event, ...], tuple[Person, ...]]:
    """The events of an article in the order in which it tells them, and its persons with their offices."""
    named = {s: people_in(s.text, who) for s in tale.sentences}
    roles = best_roles([p for s in (*tale.body, *tale.titles) for p in named[s]])
    thread = _Thread(day=clock.day)
    for sentence in tale.body:
        _read(thread, sentence, _with_roles(named[sentence], roles), who.lexicon, clock)
    for title in tale.titles:
        _read_title(thread, title, _with_roles(named[title], roles), who.lexicon)
    _settle(thread)
    events = tuple(_event(d, k, tale, page, number) for k, d in enumerate(thread.drafts, 1))
    everyone = dict.fromkeys(p.name for s in tale.sentences for p in named[s])
    return events, tuple(Person(name, roles.get(name, "")) for name in everyone)


def _with_roles(people: Sequence[Named], roles: object) -> tuple[Named, ...]:
    return tuple(p if p.role else replace(p, role=roles.get(p.name, "")) for p in people)  # type: ignore[attr-defined]


def _read(thread: _Thread, sentence: Sentence, people: tuple[Named, ...], lexicon: Lexicon, clock: Clock) -> None:
    _note_day(thread, sentence, clock)
    acts = sentence_acts(Scene(sentence.text, people, thread.actor, lexicon, thread.speaking))
    if not acts:
        _note_meeting(thread, sentence, lexicon)
        if thread.speaking and thread.drafts and not people:
            thread.drafts[-1].spans.append((sentence.start, sentence.end))
        return
    _note_meeting(thread, sentence, lexicon)
    thread.speaking = False
    for act in acts:
        _tell(thread, act, sentence, lexicon)


def _note_day(thread: _Thread, sentence: Sentence, clock: Clock) -> None:
    for moment in moments(sentence.text)[:1]:
        if moment.kind in ("day", "bare", "near") and not moment.dateline and moment.start < 40:
            dated = resolve(moment, Clock(clock.as_of, thread.day))
            if dated.value:
                thread.day = dated


def _note_meeting(thread: _Thread, sentence: Sentence, lexicon: Lexicon) -> None:
    for match in _HELD.finditer(sentence.text):
        if is_meeting(match.group(1), lexicon):
            thread.meeting = match.group(1)
            thread.meeting_at = (sentence.start, sentence.end)


def _tell(thread: _Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    _TELLERS[act.family](thread, act, sentence, lexicon)


def _visit(thread: _Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    looking = all(h.verb.use is not Use.ACT for h in act.hits)
    if looking and not any(p.role for p in act.subject.people) and not act.subject.team:
        return
    activity = _activity(act)
    if looking and _AT_MEETING.search(sentence.text[: act.hits[0].start]):
        activity = Activity.MEETING_ATTEND
    _draft(thread, act, sentence, activity)


def _activity(act: Act) -> Activity:
    kinds = [h.verb.activity for h in act.hits if h.verb.use is Use.ACT] or [h.verb.activity for h in act.hits]
    return kinds[0]


def _chair(thread: _Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    target = _meeting_name(act.target, lexicon)
    if not target and (act.target == "" or act.target.startswith(("会", "并"))):
        target = thread.meeting or "会议"
    if target or "会" in act.target:
        _draft(thread, replace(act, target=target or act.target), sentence, Activity.MEETING_CHAIR)
        thread.meeting = target or thread.meeting


def _convene(thread: _Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    target = _meeting_name(act.target, lexicon)
    if not target:
        return
    person = any(p.role for p in act.subject.people) or not act.subject.people[0].role and act.implied
    _draft(thread, replace(act, target=target), sentence, Activity.MEETING_CHAIR if person else Activity.MEETING_ATTEND)
    thread.meeting = target


def _join(thread: _Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    visit = _last(thread, (Activity.INSPECT, Activity.RESEARCH_VISIT))
    meets = is_meeting(act.target, lexicon) and not (visit and "活动" in act.target and "慰问" in act.target)
    companions = bool(visit) and not meets and visit is not None and not _same_people(visit.actors, act.subject.people)
    if companions or (not visit and not thread.meeting and not meets):
        _accompany(thread, act, sentence)
        return
    if visit and not _same_people(visit.actors, act.subject.people) and not thread.meeting:
        _accompany(thread, act, sentence)
    if not meets and thread.meeting:
        act = replace(act, target=thread.meeting)
    if meets or thread.meeting:
        held = [d for d in thread.drafts if d.activity is Activity.MEETING_CHAIR or (d.activity is Activity.MEETING_ATTEND)]
        for draft in held:
            if draft.target == act.target:
                draft.participants += [p for p in act.subject.people if p not in draft.participants and p not in draft.actors]
        _draft(thread, act, sentence, Activity.MEETING_ATTEND)


def _say(thread: _Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    if _IN_SESSION.search(sentence.text[: act.hits[0].end]) and any(p.role for p in act.subject.people):
        target = thread.meeting or "会议"
        if not any(d.activity in (Activity.MEETING_ATTEND, Activity.MEETING_CHAIR) and _same_people(d.actors, act.subject.people) for d in thread.drafts):
            _draft(thread, replace(act, target=target), sentence, Activity.MEETING_ATTEND)
    _draft(thread, act, sentence, Activity.SPEECH)
    thread.speaking = True


def _do(thread: _Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    _draft(thread, act, sentence, Activity.OTHER)


_TELLERS = {"visit": _visit, "chair": _chair, "convene": _convene, "join": _join, "say": _say, "do": _do}


def _meeting_name(phrase: str, lexicon: Lexicon) -> str:
    phrase = re.split(r"[，,；;]|听取|并|时|讨论|部署|研究(?!会)", phrase, maxsplit=1)[0].strip("了 ")
    return phrase if is_meeting(phrase, lexicon) else ""


def _same_people(one: Sequence[Person], two: Sequence[Person]) -> bool:
    return bool({p.name for p in one} & {p.name for p in two})


def _last(thread: _Thread, kinds: tuple[Activity, ...]) -> _Draft | None:
    return next((d for d in reversed(thread.drafts) if d.activity in kinds), None)


def _accompany(thread: _Thread, act: Act, sentence: Sentence) -> None:
    """Those who 参加 or 陪同 belong to every stop of the visit told last, and to the visit itself."""
    visit = _last(thread, (Activity.INSPECT, Activity.RESEARCH_VISIT))
    if visit is None:
        thread.pending += act.subject.people
        thread.pending_at.append((sentence.start, sentence.end))
        return
    for draft in thread.drafts:
        if draft.activity in (Activity.INSPECT, Activity.RESEARCH_VISIT) and _same_people(draft.actors, visit.actors):
            draft.participants += [p for p in act.subject.people if p not in draft.participants]
    first = next(d for d in thread.drafts if d.activity in (Activity.INSPECT, Activity.RESEARCH_VISIT) and _same_people(d.actors, visit.actors))
    first.spans.append((sentence.start, sentence.end))


def _draft(thread: _Thread, act: Act, sentence: Sentence, activity: Activity) -> None:
    people = list(act.subject.people)
    thread.drafts.append(
        _Draft(
            act,
            activity,
            people,
            act.target,
            list(act.places),
            [p for p in act.company],
            thread.day,
            [(sentence.start + act.start, sentence.start + act.end)],
            act.standing or Standing.DONE,
        )
    )
    if any(p.role for p in people) or act.subject.team:
        thread.actor = act.subject


def _read_title(thread: _Thread, title: Sentence, people: tuple[Named, ...], lexicon: Lexicon) -> None:
    """A headline adds to the event it announces, or is the only word of it where the body has lost its lead."""
    for act in sentence_acts(Scene(title.text, people, None, lexicon)):
        if act.family not in ("visit", "chair"):
            continue
        activity = Activity.MEETING_CHAIR if act.family == "chair" else _activity(act)
        same = next((d for d in thread.drafts if d.activity is activity and _same_people(d.actors, act.subject.people) and set(act.verbs) & set(d.act.verbs)), None)
        if same:
            same.spans.insert(0, (title.start, title.end))
        else:
            _draft(thread, act, title, activity)
            thread.drafts.insert(0, thread.drafts.pop())


def _settle(thread: _Thread) -> None:
    """Companions told before any visit belong to the first one."""
    visits = [d for d in thread.drafts if d.activity in (Activity.INSPECT, Activity.RESEARCH_VISIT)]
    for draft in visits:
        if _same_people(draft.actors, visits[0].actors):
            draft.participants += thread.pending
    if visits:
        visits[0].spans += thread.pending_at
    for draft in visits[:1]:
        for stop in visits[1:]:
            if _same_people(stop.actors, draft.actors):
                draft.places += [p for p in stop.places if p not in draft.places]


def _event(draft: _Draft, number: int, tale: Story, page: str, article: int) -> Event:
    spans = tuple(s for start, end in draft.spans for s in tale.locate(start, end))
    return Event(
        page=page,
        article=article,
        number=number,
        actors=tuple(draft.actors),
        action="、".join(draft.act.verbs),
        activity=draft.activity,
        target=draft.target,
        places=tuple(dict.fromkeys(draft.places)),
        participants=tuple(dict.fromkeys(draft.participants)),
        when=draft.when,
        spans=spans,
        standing=draft.standing,
    )
