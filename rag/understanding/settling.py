"""What can be told only at an article's end: company told before its visit, all stops of a visit, who met whom."""

from __future__ import annotations

import re

from rag.understanding.acts import Act
from rag.understanding.lexicon import Lexicon
from rag.understanding.scenes import ESCORT
from rag.understanding.story import Sentence
from rag.understanding.telling import accompany
from rag.understanding.thread import MEETINGS, VISITS, Draft, Thread, add_people, draft, same_people

_DURING_VISIT = ("座谈", "座谈会")
"""Meetings held on a visit, with those who came along."""

_JURISDICTION = re.compile(
    r"[一-鿿]{2,8}?(?:街道|[市县区镇乡村旗]|社区)(?!街道|村|场|直|属|委|政府|长|领导|人大|政协)(?=.)|[一-鿿]{2,6}(?:街道|镇|乡|村|社区)$"
)


_ORGANISATION = re.compile(r"^(?:共青团|中共|中国共产党)")


def settle(thread: Thread, lexicon: Lexicon) -> None:
    """What can be told only at the end: company told before its visit, stops of a visit, who met whom, and where."""
    visits = thread.visits()
    for act, sentence in thread.early:
        if visits:
            accompany(thread, act, sentence)
        else:
            _join_alone(thread, act, sentence, lexicon)
    for stop in visits[1:]:
        host = next(v for v in visits if same_people(v.people, stop.people))
        add_people(stop, host.along)
        host.places += [p for p in stop.places if p not in host.places]
    for talk in (d for d in thread.drafts if d.activity in MEETINGS and d.meeting in _DURING_VISIT):
        for visit in visits:
            add_people(talk, visit.along if same_people(visit.people, talk.people) else ())
    meetings = [d for d in thread.drafts if d.activity in MEETINGS and d.meeting]
    for one in meetings:
        for other in meetings:
            if other is not one and (other.meeting, other.when.value) == (one.meeting, one.when.value):
                add_people(one, (*other.people, *other.participants))
    for each in thread.drafts:
        each.places = each.places or _whereabouts(thread, each)
        if each.activity in MEETINGS and each.meeting == thread.held:
            each.places += [p for p in thread.held_in if p not in each.places]


def _join_alone(thread: Thread, act: Act, sentence: Sentence, lexicon: Lexicon) -> None:
    """A visit told by those alone who took part in it (副主任某某参加视察)."""
    verb = lexicon.patterns["verb"].match(act.target)
    kind = lexicon.verbs[verb.group()].activity if verb else None
    if verb and kind in VISITS and act.verbs[0] != ESCORT:
        draft(thread, act, sentence, kind).verbs = tuple(dict.fromkeys((*act.verbs, verb.group())))


def _whereabouts(thread: Thread, event: Draft) -> list[str]:
    """Where an event without a place was: where its actor was last, where the meeting was, or whose body acted."""
    if event.activity not in (*VISITS, *MEETINGS):
        return []
    before = thread.drafts[: thread.drafts.index(event)]
    near = [d.places for d in before if d.places and same_people(d.people, event.people)]
    own = [
        m.group()
        for p in event.people
        if event.subject.body
        for m in [_JURISDICTION.match(_ORGANISATION.sub("", p.name))]
        if m
    ]
    visited = [v.places for v in thread.visits()[-1:] if event.meeting in _DURING_VISIT]
    return list(next((p for p in [*near[-1:], *visited, thread.held_in, own[:1]] if p), ()))
