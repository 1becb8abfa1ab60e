"""One event told by two articles, on one page or in two papers: whether two events are one, and which belong together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rag.records import Activity, Event
from rag.tables import any_of, cue_pattern
from rag.understanding.places import generic
from rag.understanding.thread import MEETINGS, VISITS

ALIKE = 0.5
"""Share of their pairs of characters in common (Dice) from which two targets are about one thing."""

SPECIFIC = 4
"""Characters a target or a meeting's name must have to tell one from another (防汛工作会议, not 会议 or 座谈会)."""

MOST = 0.5
"""More than this share of the shorter list of places must be the other's too; one town in common is not enough."""

_MONTH = len("2022-05")
_DAY = len("2022-05-06")
_BRACKETS = re.compile(r"[（(][^）)]{0,200}[）)]")
_FILLING = re.compile(
    rf"[\s了的“”\"‘’《》、，,。；;：:]|^(?:{any_of('just_told')}|全[省市区县州])++|(?:等)?(?<!情况)(?<!活动)(?:情况|活动)++$"
)
_RELATIVE = re.compile(r"^(?:[省市区县州镇乡]|我[省市区县]|该|各|相关|有关|全[省市区县])|组$|一行$|人员$")
_ANY_MEETING = re.compile(rf"^(?:{any_of('any_kind')})?(?:会议|会|座谈)?$")
_RECURRING = cue_pattern("recurring")
_NUMBERED = re.compile(r"第[\d一二三四五六七八九十百]+[次届期]")


def same_event(one: Event, two: Event) -> bool:
    """Whether two events are one that was told twice: by another article, page or paper.

    They share who acted, the kind of activity and a day that does not contradict, and beyond that a place or what it
    was about: two visits of one official on one day are two events. Where a day is unknown more must agree. Events of
    one article are never the same; nor is a plan the same as the deed.
    """
    if (one.page, one.article) == (two.page, two.article) or one.standing is not two.standing:
        return False
    shared = _acting_in_both(one, two)
    if not shared or _kind(one) != _kind(two) or not _dates_agree(one, two):
        return False
    known_by_place = _places_agree(one, two)
    if all(_RELATIVE.search(name) for name in shared) and not (known_by_place and _on_one_day(one, two)):
        return False
    return _JUDGES[_kind(one)](one, two, known_by_place)


def telling_keys(event: Event) -> tuple[str, ...]:
    """Keys for finding its other tellings: two events for which `same_event` holds have at least one in common.

    Who and what kind, with the month where it is known, and with each place and the target for where it is not.
    """
    marks = [f"@{place}" for place in sorted(_named(event))]
    marks += [f"#{core}"] if (core := _core(event.target)) else []
    if event.when.value and len(event.when.value) >= _MONTH:
        marks.append(event.when.value[:_MONTH])
    kind = _kind(event)
    return tuple(f"{name}|{kind}|{mark}" for name in sorted(_names(event)) for mark in marks)


def tellings(events: Sequence[Event]) -> list[tuple[int, ...]]:
    """Indexes into `events`, grouped: each group is one event with all its tellings, at most one from an article.

    Groups are in the order of their first telling. Likest pairs join first, so that a stop finds its stop and a whole
    visit the whole visit; all of a group are the same as each other.
    """
    groups = {k: [k] for k in range(len(events))}
    for _, one, two in sorted(_pairs(events), reverse=True):
        left, right = groups[one], groups[two]
        if left is not right and all(same_event(events[a], events[b]) for a in left for b in right):
            left += right
            groups.update(dict.fromkeys(right, left))
    return sorted({tuple(sorted(group)) for group in groups.values()})


def _pairs(events: Sequence[Event]) -> Iterator[tuple[float, int, int]]:
    """Pairs that are the same, each with how like they are."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for k, event in enumerate(events):
        for key in telling_keys(event):
            blocks[key].append(k)
    met = {(a, b) for block in blocks.values() for i, a in enumerate(block) for b in block[i + 1 :]}
    for one, two in met:
        if same_event(events[one], events[two]):
            yield _likeness(events[one], events[two]), one, two


def _likeness(one: Event, two: Event) -> float:
    """How much of places, people and target two tellings have in common, from 0 to 3."""
    sets = ((_named(one), _named(two)), (_names(one), _names(two)), (_pieces(one.target), _pieces(two.target)))
    return sum(len(a & b) / len(a | b) for a, b in sets if a or b)


def _kind(event: Event) -> str:
    groups = {**dict.fromkeys(VISITS, "visit"), **dict.fromkeys(MEETINGS, "meeting")}
    return groups.get(event.activity, event.activity.value)


def _names(event: Event) -> set[str]:
    return {p.name for p in (*event.actors, *event.participants)}


def _acting_in_both(one: Event, two: Event) -> set[str]:
    """The actors of both; where they share none, the actors of each whom the other tells to have been there."""
    mine, yours = ({p.name for p in e.actors} for e in (one, two))
    if mine & yours:
        return mine & yours
    there, here = mine & _names(two), yours & _names(one)
    return there | here if there and here else set()


def _dates_agree(one: Event, two: Event) -> bool:
    first, second = one.when.value or "", two.when.value or ""
    return first.startswith(second) or second.startswith(first)


def _on_one_day(one: Event, two: Event) -> bool:
    return one.when.value == two.when.value and len(one.when.value or "") == _DAY


def _in_months(one: Event, two: Event) -> bool:
    return all(len(e.when.value or "") >= _MONTH for e in (one, two))


def _named(event: Event) -> set[str]:
    """Places by name, without those that are only whose body acted (东江区应急管理局 -> 东江区)."""
    places = {_BRACKETS.sub("", p) for p in event.places if not generic(p)}
    return {p for p in places if p and not any(a.name.startswith(p) for a in event.actors)}


def _places_agree(one: Event, two: Event) -> bool:
    """Whether most places of the shorter list are in the other too (海州市横江镇 is 横江镇)."""
    few, many = sorted((_named(one), _named(two)), key=len)
    there = sum(any(p.endswith(q) or q.endswith(p) or p.startswith(q) or q.startswith(p) for q in many) for p in few)
    return bool(few) and there > MOST * len(few)


def _core(target: str) -> str:
    return _FILLING.sub("", _BRACKETS.sub("", target))


def _pieces(target: str) -> set[str]:
    core = _core(target)
    return {core[k : k + 2] for k in range(len(core) - 1)}


def _about_one_thing(one: Event, two: Event) -> bool:
    first, second = _core(one.target), _core(two.target)
    if min(len(first), len(second)) < SPECIFIC:
        return False
    if first in second or second in first:
        return True
    mine, yours = _pieces(one.target), _pieces(two.target)
    return 2 * len(mine & yours) >= ALIKE * (len(mine) + len(yours))


def _same_visit(one: Event, two: Event, known_by_place: bool) -> bool:
    alike = _about_one_thing(one, two)
    if not _on_one_day(one, two):
        return alike and known_by_place and (_in_months(one, two) or bool(_named(one) & _named(two)))
    return known_by_place or (alike and not (_named(one) and _named(two)))


def _same_meeting(one: Event, two: Event, known_by_place: bool) -> bool:
    if not _on_one_day(one, two):
        name = _core(one.target)
        once = _NUMBERED.search(name) or not _RECURRING.search(name)
        return name == _core(two.target) and len(name) > SPECIFIC and bool(once) and not _ANY_MEETING.match(name)
    if any(_ANY_MEETING.match(_core(e.target)) for e in (one, two)):
        return known_by_place
    return _about_one_thing(one, two)


def _same_deed(one: Event, two: Event, known_by_place: bool) -> bool:
    verbs = set(one.action.split("、")) & set(two.action.split("、"))
    if not _on_one_day(one, two):
        return bool(verbs) and len(_core(one.target)) >= SPECIFIC and _core(one.target) == _core(two.target)
    return bool(verbs) and _about_one_thing(one, two)


_JUDGES = {
    "visit": _same_visit,
    "meeting": _same_meeting,
    Activity.SPEECH.value: _same_deed,
    Activity.OTHER.value: _same_deed,
}
