"""What can be told only at an article's end: company told before its visit, all stops of a visit, who met whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.records import Activity
from rag.tables import any_of, cue_pattern
from rag.understanding.act import Act
from rag.understanding.lexicon import Lexicon, Use
from rag.understanding.story import Sentence
from rag.understanding.telling import HOSTS, RECEPTION, accompany
from rag.understanding.thread import MEETINGS, VISITS, Draft, Thread, add_people, draft, same_people

_DURING_VISIT = ("座谈", "座谈会")
"""Meetings held on a visit, with those who came along."""

_JURISDICTION = re.compile(
    r"(?>[一-鿿]{1,7}?(?:街道|[省市县区旗镇乡村]|社区)(?!街道|村|场|口|直|属|委|政府|人大|政协|长|领导|局|院|民))++"
)
"""Town by town, each taken as it is first read: parts that may be cut in any way take time without end."""

_TOWN = re.compile(
    rf"[一-鿿]{{2,12}}?(?:[市县区旗镇乡]|街道)(?=[市县区旗镇乡]?(?:党?委|党工委|{any_of('organs')}|[市县区旗镇乡]长|办事处))"
)
"""A town with its name before what governs it."""

_TOWNSHIPS = ("镇", "乡", "街道")
_COUNTIES = ("县", "区", "旗", *_TOWNSHIPS)

_NO_NAME = re.compile("[该各全本我每]|[社小城灾辖园校地厂山市县街]区$|街道|[我本]?[市县区镇乡村]$")
"""What is no town by name."""

_GOES_ON = re.compile("(?:^|和|住房|[省市区县州])城乡|农村|[委及与]")
"""What no town's name contains: a body's name that reads so was cut within a word (住房和城乡|建设部)."""

_HOUSE = cue_pattern("houses", ending=True)
"""What a body is called that is a house as well."""

_ORGANISATION = re.compile(r"^(?:共青团|中共|中国共产党)")


def settle(thread: Thread, lexicon: Lexicon) -> None:
    """What can be told only at the end: company told before its visit, stops of a visit, who met whom, and where."""
    visits = thread.visits()
    for act, sentence in thread.early:
        if visits:
            accompany(thread, act, sentence)
        else:
            _join_alone(thread, act, sentence, lexicon)
    for each in thread.drafts:
        if each.activity in MEETINGS:
            each.places = each.places or _last_seen(thread, each)
    for stop in visits[1:]:
        host = next(v for v in visits if same_people(v.people, stop.people) and v.when.value == stop.when.value)
        add_people(stop, host.along)
        host.places += [p for p in stop.places if p not in host.places]
    for talk in (d for d in thread.drafts if d.activity in MEETINGS and d.meeting in _DURING_VISIT):
        for visit in visits:
            add_people(talk, visit.along if same_people(visit.people, talk.people) else ())
    meetings = [d for d in thread.drafts if d.activity in MEETINGS and d.meeting]
    for one in meetings:
        for other in meetings:
            if (
                other is not one
                and not _by_name(other)
                and not _each_its_own(one, other)
                and (other.meeting, other.when.value) == (one.meeting, one.when.value)
            ):
                add_people(one, (*other.people, *other.participants))
    for each in thread.drafts:
        each.places = each.places or _whereabouts(thread, each)
    _one_sitting(thread, meetings)
    for each in meetings:
        each.places = each.places or next(
            (d.places for d in meetings if d.places and (d.meeting, d.when.value) == (each.meeting, each.when.value)),
            [],
        )
    for each in thread.drafts:
        if each.activity in MEETINGS:
            each.places += [p for p in thread.halls.get(each.meeting, ()) if p not in each.places]


def _each_its_own(one: Draft, other: Draft) -> bool:
    """Whether two bodies each called a meeting, which are called alike (两个县都召开全县领导干部会议)."""
    bodies = all(d.subject.body and d.use is Use.CONVENE for d in (one, other))
    return bodies and not same_people(one.people, other.people)


def _by_name(told: Draft) -> bool:
    """Whether a body is only known to have sat because the meeting is called by it (东江区人大常委会第三次会议)."""
    return told.implied and told.use is Use.CONVENE


def _one_sitting(thread: Thread, meetings: Sequence[Draft]) -> None:
    """A body that calls a meeting somebody chairs, and people without names who sit in it, are no events beside it."""
    for told in meetings:
        if not told.subject.body or told.activity is Activity.MEETING_CHAIR:
            continue
        same = [d for d in meetings if d is not told and (d.meeting, d.when.value) == (told.meeting, told.when.value)]
        caller = told.use is not Use.JOIN and not told.implied
        whole = next((d for d in same if d.activity is Activity.MEETING_CHAIR), None)
        whole = whole or (None if caller else next(iter(same), None))
        if whole in thread.drafts and told in thread.drafts:
            whole.spans += [s for s in told.spans if s not in whole.spans]
            whole.places += [p for p in told.places if p not in whole.places]
            add_people(whole, () if _by_name(told) else told.people)
            thread.drafts.remove(told)


def _join_alone(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    """A visit told by those alone who took part in it (副主任某某参加视察)."""
    verb = lexicon.patterns["verb"].match(act.target)
    kind = lexicon.verbs[verb.group()].activity if verb else None
    if verb and kind in VISITS and act.verbs[0] not in HOSTS:
        draft(thread, act, sentence, kind).verbs = tuple(dict.fromkeys((*act.verbs, verb.group())))


def _whereabouts(thread: Thread, event: Draft) -> list[str]:
    """Where an event without a place was: where its actor was last, where the meeting was, or whose body acted."""
    if event.activity not in (*VISITS, *MEETINGS):
        return []
    own = [place for p in event.people if event.subject.body and (place := _own_place(p.name, event))]
    own += [town for p in event.people if not event.subject.body and (town := _ruled(p.role, event))]
    visited = [v.places for v in thread.visits()[-1:] if event.meeting in _DURING_VISIT]
    halls = (thread.halls.get(thread.held, ()), *thread.halls.values())
    return list(next((p for p in [_last_seen(thread, event), *visited, *halls, own[:1]] if p), ()))


def _last_seen(thread: Thread, event: Draft) -> list[str]:
    """Where an event's actor was last before it, as far as told by then."""
    before = thread.drafts[: thread.drafts.index(event)]
    near = [d.places for d in before if d.places and same_people(d.people, event.people)]
    return list(near[-1]) if near else []


def _ruled(role: str, event: Draft) -> str:
    """The town whose office a role is (青石镇党委书记 -> 青石镇), or nothing: leaders call on others out of town too.

    A meeting is held in one's own county, a visit of which no place is told made in one's own township.
    """
    kinds = _COUNTIES if event.activity in MEETINGS and event.meeting != RECEPTION else _TOWNSHIPS
    towns = [m[0] for post in role.split("、") if (m := _TOWN.match(post)) and m[0].endswith(kinds)]
    return towns[-1] if towns else ""


def _own_place(body: str, event: Draft) -> str:
    """Where a body is at home: the house in which it meets (某某医院), else the town it is of; or nothing."""
    name = _ORGANISATION.sub("", body)
    if event.activity in MEETINGS and _HOUSE.search(name):
        return name
    town = _JURISDICTION.match(name)
    known = town and not (_NO_NAME.match(town.group()) or _GOES_ON.search(town.group()))
    return town.group() if town and known else ""
