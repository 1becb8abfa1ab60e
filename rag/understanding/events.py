"""The events of an article: who did what, where, when and with whom, from its sentences in order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from rag.ports import Tagged
from rag.records import Event, Person, Tenure
from rag.tables import any_of
from rag.time import Clock
from rag.understanding.act import Act
from rag.understanding.acts import sentence_acts
from rag.understanding.background import placed
from rag.understanding.called import with_called
from rag.understanding.clauses import Hit, verbs
from rag.understanding.confidence import sure
from rag.understanding.days import EARLY, note_day
from rag.understanding.glued import unglued
from rag.understanding.heldon import held_on
from rag.understanding.invoked import cites, taking_part
from rag.understanding.lexicon import Lexicon, Use
from rag.understanding.meetings import held, is_session
from rag.understanding.places import anaphoric, antecedent, generic, setting, several, stops, visited
from rag.understanding.reported import narrated
from rag.understanding.roles import Named, Namer, best_roles, people_in
from rag.understanding.scenes import Scene
from rag.understanding.settling import settle
from rag.understanding.story import Sentence, Story
from rag.understanding.subjects import Subject, body_of
from rag.understanding.telling import tell
from rag.understanding.tenures import as_introduced, tenures
from rag.understanding.thread import Draft, Thread, draft, same_people, take_turn, visit_activity
from rag.understanding.turns import ended, quotation
from rag.understanding.twice import told_once

BARE = 2
"""Characters of a place that is said by a common noun alone."""

_FIRST = re.compile(r"(?:[^，,。；;“”]{0,12}[，,])?[^，,。；;]{0,2}")
"""What may stand before somebody a sentence begins with (会上，)."""

_UNKNOWN_SPEAKS = re.compile(
    rf"(?:[^，,。；;“”]{{0,12}}[，,])?(?!.?他|.?她|{any_of('no_sayer')})[^，,。；;“”：:]{{2,10}}(?:说|称|介绍|{any_of('saying')})(?:说)?[，,：:“]"
)
"""How a sentence begins in which somebody speaks whom the lists do not know (Smith说，…): 他 behind it is nobody told before."""

_ELSEWHERE = re.compile(rf"(?:往期|猜[您你]|{any_of('more_to_read')})(?:{any_of('read_more')})\s{{0,4}}(?:[▼▽↓]|往期)")
"""Where a web page's list of other reports begins that nothing parts from the last sentence."""

_SOURCE = re.compile(r"(?:来源|出处|链接|转载自?)[^。]{0,80}?https?://")
"""A line that tells where a report was taken from, with its address."""

_SPOKEN_OF = re.compile("[的、和与]")
_ALSO_THERE = re.compile(r"(?:一同|一起|随同)?(?:出席|参加|列席|陪同)[^，,。]{0,14}的[^，,。、]{0,10}?(?:还有|有|包括)")
_LISTED = re.compile(r"(出席|参加|列席)(?:会议)?(?:人员|领导|同志|者)?[:：]")
"""The label of a list of those who were there, as minutes print it."""

_MEANWHILE = re.compile(r"(?:会议|会|活动|大会|论坛|其|此)?(?:期间|间隙)|会[前后]|同[期日]|此外")
"""What begins a sentence on a meeting beside the one the article is about."""

_LEADERS = "领导"
_LED_BY = re.compile(r"由[^，,。]{2,40}(?:带队|率领|带领)")


@dataclass(frozen=True, slots=True)
class Told:
    """An article's events in the order in which it tells them, its persons with their offices, and those with a time."""

    events: tuple[Event, ...]
    people: tuple[Person, ...]
    tenures: tuple[Tenure, ...]


def article_events(
    tale: Story, page: str, number: int, who: Namer, clock: Clock, words: Mapping[str, Sequence[Tagged]]
) -> Told:
    """The events of article `number` of a page, `clock` being set to the day the article reports, but those that are not
    sure enough by the `words` of their sentence."""
    printed = {s: people_in(s.text, who) for s in tale.sentences}
    clean = unglued([p for people in printed.values() for p in people])
    named = {s: tuple(clean[p] for p in people) for s, people in printed.items()}
    offices = [(s, t) for s in tale.sentences if named[s] for t in tenures(s.text, named[s], who.lexicon)]
    roles = best_roles([p for s in (*tale.body, *tale.titles) for p in named[s]])
    holders = named
    named = {s: with_called(s.text, [_with_best_role(p, roles) for p in named[s]], roles, who.lexicon) for s in named}
    thread = Thread(clock.day)
    for sentence in takewhile(lambda s: not _ELSEWHERE.search(s.text), tale.body):
        if not _SOURCE.search(sentence.text):
            _read(thread, sentence, taking_part(sentence.text, named[sentence]), who.lexicon, clock)
    for title in reversed(tale.titles):
        _read_title(thread, title, taking_part(title.text, named[title]), who.lexicon)
    settle(thread, who.lexicon)
    for each in thread.drafts:
        each.when, each.standing = placed(each.when, each.standing, clock)
    told_once(thread)
    told = sure(thread.drafts, tale, words, who.lexicon)
    events = tuple(_event(d, k, tale, page, number) for k, d in enumerate(told, 1))
    return Told(events, _everyone(named, roles, offices), held_on(offices, holders, tale, thread, clock))


def _with_best_role(person: Named, roles: Mapping[str, str]) -> Named:
    """With the fullest office the article prints, unless this place prints another one."""
    best = roles.get(person.name, "")
    return person._replace(role=best) if person.role != best and person.role in best else person


def _everyone(
    named: Mapping[Sentence, Sequence[Named]], roles: Mapping[str, str], offices: Sequence[tuple[Sentence, Tenure]]
) -> tuple[Person, ...]:
    own: defaultdict[str, list[Tenure]] = defaultdict(list)
    for _, tenure in offices:
        own[tenure.name].append(tenure)
    names = dict.fromkeys(p.name for people in named.values() for p in people)
    return tuple(Person(name, as_introduced(roles.get(name, ""), own[name])) for name in names)


def _read(thread: Thread, sentence: Sentence, people: tuple[Named, ...], lexicon: Lexicon, clock: Clock) -> None:
    day = thread.day, thread.day_told
    dated = note_day(thread, sentence, clock, lexicon)
    thread.days[sentence] = thread.day
    if _LED_BY.search(sentence.text) and people and not thread.lead:
        thread.lead = (Person(people[0].name, people[0].role),)
    known = (thread.actor, thread.lead, thread.speaking, thread.alone, thread.held or thread.meeting)
    acts = sentence_acts(Scene(sentence.text, people, lexicon, *known, thread.called_by(), thread.bodies(), thread.sat))
    acts = _behind_verb(sentence, people, lexicon) or acts
    if thread.speaking and cites(thread.drafts[-1].people, acts):
        acts, people = [], ()
    if dated:
        thread.day_by = tuple(p for act in acts for p in act.subject.people)
    spoken = thread.speaking and not acts
    meeting = "" if spoken and not people else held(narrated(sentence.text), lexicon)
    if meeting and not (thread.held and _MEANWHILE.match(sentence.text)):
        again = thread.held.endswith(meeting) or meeting.endswith(thread.held)
        hall = thread.halls.get(thread.held, ()) if again else ()
        thread.meeting = thread.held = meeting
        thread.halls[meeting] = tuple(visited(sentence.text, 0, len(sentence.text), (), lexicon)) or hall
        acts = acts or _sitting(meeting, sentence, lexicon)
    stopped = _stop_over(thread, acts, sentence, people, lexicon)
    before, thread.before = thread.before, "" if acts or people else sentence.text
    if spoken:
        thread.day, thread.day_told = day
    if spoken and not stopped and not people:
        thread.fell_silent = thread.fell_silent or ended(sentence.text)
        thread.quoted = not thread.fell_silent and quotation(sentence.text)
        if not thread.fell_silent:
            thread.drafts[-1].spans.append((sentence.start, sentence.end))
        return
    _give_back(thread, acts)
    thread.speaking = thread.speaking and not acts
    for act in acts:
        tell(thread, _resolved(act, before, thread.settings, sentence.text, lexicon), sentence, lexicon)
    _note_setting(thread, sentence, told=bool(acts or people), lexicon=lexicon)
    begins = people and _FIRST.fullmatch(sentence.text, 0, people[0].front)
    if not acts and not people and not thread.speaking and _UNKNOWN_SPEAKS.match(sentence.text):
        thread.alone = None
    if not acts and begins and not _SPOKEN_OF.match(sentence.text, people[0].end):
        take_turn(thread, _first(people[0]))


def _give_back(thread: Thread, acts: Sequence[Act]) -> None:
    """Take a whole quotation from the one who spoke last, where somebody else is told to have spoken right behind it."""
    if (
        thread.quoted
        and acts
        and acts[0].family == "say"
        and not same_people(acts[0].subject.people, thread.drafts[-1].people)
    ):
        thread.drafts[-1].spans.pop()
    thread.quoted, thread.fell_silent = False, thread.fell_silent and not acts


def _note_setting(thread: Thread, sentence: Sentence, *, told: bool, lexicon: Lexicon) -> None:
    """Which places sentences tell of in which nobody acts; they stand for those who act next."""
    if told:
        thread.settings.clear()
    elif place := setting(sentence.text, lexicon):
        thread.settings.append(place)


def _resolved(act: Act, before: str, settings: Sequence[str], text: str, lexicon: Lexicon) -> Act:
    """The act with 村里 and 该公司 replaced by the place the sentence before begins with, 这两地 by those before; a visit
    of no place told is where that, or the sentence itself, began by telling of a place.
    """
    if any(map(several, act.places)):
        return act._replace(places=(*(p for p in act.places if not several(p)), *settings))
    if act.family == "visit" and not act.places and (act.subject.team or not act.subject.body):
        there = setting(text[: act.subject.start], lexicon) or setting(before, lexicon)
        return act._replace(places=(there,)) if there else act
    named = antecedent(before) if any(map(anaphoric, act.places)) else ""
    return act._replace(places=tuple(named if anaphoric(p) else p for p in act.places)) if named else act


def _behind_verb(sentence: Sentence, people: Sequence[Named], lexicon: Lexicon) -> list[Act]:
    """出席会议的还有某某、某某, 列席：某某、某某: those named behind the verb are the ones who attended."""
    if not people:
        return []
    label, also = _LISTED.match(sentence.text), _ALSO_THERE.match(sentence.text)
    if label is None and also is None:
        return []
    subject = Subject(tuple(Person(p.name, p.role) for p in people), people[0].front, people[-1].end)
    if label:
        hit = Hit(lexicon.verbs[label.group(1)], label.start(1), label.end(1))
        return [Act(Use.JOIN, subject, (hit,), 0, len(sentence.text))]
    hits = verbs(sentence.text, 0, also.end(), (), lexicon) if also else []
    if not hits or hits[0].verb.use is not Use.JOIN:
        return []
    target = sentence.text[hits[0].end : sentence.text.find("的", hits[0].end)]
    return [Act(Use.JOIN, subject, (hits[0],), 0, len(sentence.text), target)]


def _sitting(meeting: str, sentence: Sentence, lexicon: Lexicon) -> list[Act]:
    """X市人大常委会会议召开: whoever's meeting it is by its name sat in it."""
    verb = next(
        (h for h in verbs(sentence.text, 0, len(sentence.text), (), lexicon) if h.verb.use is Use.CONVENE), None
    )
    body = body_of(meeting, sentence.text.find(meeting), lexicon) if verb else None
    if not verb or not body or not is_session(meeting, lexicon):
        return []
    return [Act(Use.CONVENE, body, (verb,), 0, len(sentence.text), meeting, implied=True)]


def _stop_over(
    thread: Thread, acts: Sequence[Act], sentence: Sentence, people: Sequence[Named], lexicon: Lexicon
) -> bool:
    """A stop of a visit told by 在X，某某… alone, whatever he did or said there.

    Only what the visit was as a whole (走访慰问) holds at every stop; going there or looking at something is told of one.
    """
    places = stops(sentence.text, lexicon)
    subject = next((a.subject for a in acts), None) or (_first(people[0]) if people else None)
    if not places or subject is None or any(a.family != "say" for a in acts) or subject.start > EARLY + len(places[0]):
        return False
    host = next((d for d in reversed(thread.visits()) if same_people(d.people, subject.people)), None)
    whole = next(
        (d for d in thread.visits() if host and same_people(d.people, host.people) and d.when == host.when), host
    )
    holding = (Use.ACT,) if acts else (Use.ACT, Use.LOOK)
    made = tuple(v for v in whole.verbs if lexicon.verbs[v].use in holding) if whole else ()
    if whole and made:
        act = Act("visit", subject, (), 0, len(sentence.text), places=places)
        draft(thread, act, sentence, whole.activity).verbs = made
    elif whole:
        whole.places += [p for p in places if p not in whole.places]
    return host is not None


def _first(person: Named) -> Subject:
    return Subject((Person(person.name, person.role),), person.front, person.end)


def _read_title(thread: Thread, title: Sentence, people: tuple[Named, ...], lexicon: Lexicon) -> None:
    """A headline adds to the event it announces, or is the only word of it where the body has lost its lead."""
    for act in sentence_acts(Scene(title.text, people, lexicon)):
        if act.family != "visit":
            continue
        told = next(
            (d for d in thread.drafts if same_people(d.people, act.subject.people) and set(act.verbs) & set(d.verbs)),
            None,
        )
        if told:
            told.spans.insert(0, (title.start, title.end))
            continue
        draft(thread, act, title, visit_activity(act))
        thread.drafts.insert(0, thread.drafts.pop())


def _once(people: Sequence[Person]) -> tuple[Person, ...]:
    """Each once; that 区领导 are 领导, or 考察团 a 考察团, is no office."""
    if not people:
        return ()
    by_name = {p.name: p for p in reversed(people)}
    once = (by_name[name] for name in dict.fromkeys(p.name for p in people))
    return tuple(replace(p, role="") if p.name == p.role or p.name.endswith(_LEADERS) else p for p in once)


def _named(places: tuple[str, ...]) -> tuple[str, ...]:
    """Without 企业 and the like beside places that have a name."""
    return tuple(p for p in places if len(p) > BARE or not generic(p)) or places


def _event(told: Draft, number: int, tale: Story, page: str, article: int) -> Event:
    return Event(
        page=page,
        article=article,
        number=number,
        actors=_once(told.people),
        action="、".join(told.verbs),
        activity=told.activity,
        target=told.target,
        places=_named(tuple(dict.fromkeys(told.places))),
        participants=_once(told.participants),
        when=told.when,
        spans=tuple(s for start, end in told.spans for s in tale.locate(start, end)),
        standing=told.standing,
        met=tuple(p for p in _once(told.met) if p.name not in {q.name for q in (*told.people, *told.participants)}),
    )
