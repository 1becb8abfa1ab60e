"""Lists of an index worked out the long way, from its articles one by one: what the store's SQL is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain

from rag.corrections import concerning, event_in_words
from rag.errors import RagError
from rag.listings import (
    Attested,
    Counted,
    Deed,
    Deeds,
    Kept,
    Known,
    Office,
    Order,
    People,
    Post,
    Profile,
    Service,
    Tally,
    Wanted,
)
from rag.network import Network, Places, network, places
from rag.records import Activity, Dated, Event, Passage, Person, Reading, Standing
from rag.text import fold
from rag.understanding import tellings

MOST = 20


def deeds(readings: Sequence[Reading], wanted: Wanted, order: Order, offset: int, limit: int) -> Deeds:
    """One leaf of the deeds that are wanted."""
    found = _sorted(_wanted(readings, wanted), order)
    return Deeds(len(found), tuple(found[offset : offset + limit]))


def tally(readings: Sequence[Reading], wanted: Wanted) -> Tally:
    """How they are spread."""
    return _tally(readings, _wanted(readings, wanted))


def people(readings: Sequence[Reading], part: str, offset: int, limit: int) -> People:
    """One leaf of the people."""
    articles: Counter[str] = Counter()
    fitting: set[str] = set()
    for reading in readings:
        articles.update({p.name for p in reading.understood.people})
        fitting |= {p.name for p in reading.understood.people if part in f"{p.role}{p.name}"}
    events = _count(_of_all(d) for d in _chosen(readings, lambda r, e: e.standing is Standing.DONE))
    known = [Known(name, articles[name], events[name], _offices(readings, name)) for name in fitting]
    known.sort(key=lambda k: (-k.articles, _key(k.name)))
    return People(len(known), tuple(known[offset : offset + limit]))


def profile(readings: Sequence[Reading], name: str) -> Profile:
    """What is known of one of them."""
    own = [r for r in readings if any(p.name == name for p in r.understood.people)]
    if not own:
        raise RagError(f"nobody of the name {name} is in the index")
    found = _chosen(readings, lambda r, e: e.standing is Standing.DONE and name in _names(e))
    with_them = _count(_of_all(d) - {name} for d in found)
    return Profile(name, _offices(own, name), _most(with_them), _tally(readings, found), len(own))


def services(readings: Sequence[Reading], name: str) -> tuple[Service, ...]:
    """Offices with the first and the last of their articles, each cited by its first paragraph with the name; nobody here
    shares a name."""
    held: dict[str, list[Attested]] = {}
    for reading in readings:
        for person in reading.understood.people:
            if person.name == name and person.role:
                held.setdefault(person.role, []).append(_attested(reading, name))
    for told in held.values():
        told.sort(key=lambda one: (one.day is None, one.day or "", one.passage.page))
    found = [Service(role, told[0], _latest(told)) for role, told in held.items()]
    return tuple(sorted(found, key=lambda s: (s.first.day is None, s.first.day or "", _key(s.role))))


def network_of(readings: Sequence[Reading], wanted: Wanted) -> Network:
    """Who with whom; the numbers of events are those of their places in the list of all deeds, by day."""
    return network(*_happened(readings, wanted)[:2])


def places_of(readings: Sequence[Reading], wanted: Wanted) -> Places:
    """Where they were."""
    return places(*_happened(readings, wanted))


def told_at(readings: Sequence[Reading], wanted: Wanted) -> dict[int, tuple[str, str, int]]:
    """Where they are told."""
    return {
        n: (deed.event.when.value or "", deed.event.page, deed.event.article)
        for n, deed in enumerate(_by_day(readings, wanted))
    }


def posts(readings: Sequence[Reading], names: Iterable[str]) -> dict[str, Post]:
    """Who they are; nobody here shares a name."""
    held = {name: Known(name, 0, 0, _offices(readings, name)).fullest for name in names}
    return {name: Post(office.role if office else "") for name, office in held.items()}


def pages(readings: Sequence[Reading]) -> tuple[Kept, ...]:
    """The pages, by name; passages are not told apart here."""
    by_page: dict[str, list[Reading]] = {}
    for reading in readings:
        by_page.setdefault(reading.page.name, []).append(reading)
    return tuple(
        Kept(
            name,
            rs[0].page.newspaper,
            rs[0].page.issued,
            len(rs),
            len(_told(rs, Wanted())),
            edition=rs[0].page.edition,
            first=rs[0].article.number,
        )
        for name, rs in sorted(by_page.items())
    )


def events(readings: Sequence[Reading], wanted: Wanted) -> tuple[Event, ...]:
    """Every telling that is wanted, by page, article and number."""
    found = _told(readings, wanted)
    if not wanted.together:
        return tuple(found)
    theirs = {e for d in _wanted(readings, wanted) for e in (d.event, *d.told_again)}
    return tuple(e for e in found if e in theirs)


def _by_day(readings: Sequence[Reading], wanted: Wanted) -> list[Deed]:
    return _sorted(_wanted(readings, wanted), Order.OLDEST)


def _happened(
    readings: Sequence[Reading], wanted: Wanted
) -> tuple[dict[int, tuple[str, str]], dict[int, list[str]], dict[int, list[str]]]:
    """Days, people and places of the deeds, by their numbers."""
    known = {p.name for r in readings for p in r.understood.people}
    found = _by_day(readings, wanted)
    days = {n: (_day(d.event.when, last=False) or "~", _day(d.event.when, last=True)) for n, d in enumerate(found)}
    people = {n: sorted(_of_all(d) & known) for n, d in enumerate(found)}
    fit = set(_told(readings, wanted))
    where = {n: [p for e in (d.event, *d.told_again) if e in fit for p in e.places] for n, d in enumerate(found)}
    return days, people, where


def _told(readings: Sequence[Reading], wanted: Wanted) -> list[Event]:
    return [e for r in readings for e in r.understood.events if _matches(r, e, wanted)]


def _wanted(readings: Sequence[Reading], wanted: Wanted) -> list[Deed]:
    found = _chosen(readings, lambda r, e: _matches(r, e, wanted))
    return [d for d in found if set(wanted.together) <= _of_all(d)]


def _chosen(readings: Sequence[Reading], fits: Callable[[Reading, Event], bool]) -> list[Deed]:
    told = [(r, e) for r in readings for e in r.understood.events]
    found = []
    for group in _groups(tuple(e for _, e in told)):
        fitting = [k for k in group if fits(*told[k])]
        if fitting:
            reading, event = told[fitting[0]]
            others = tuple(told[k][1] for k in group if k != fitting[0])
            quote = "".join(reading.page.text[s.start : s.end] for s in event.spans)
            corrected = concerning(reading.understood.ruled, event.spans, f"{quote} {event_in_words(event)}")
            found.append(Deed(event, reading.page.newspaper, reading.article.title, others, corrected))
    return found


@lru_cache(maxsize=4)
def _groups(events: tuple[Event, ...]) -> list[tuple[int, ...]]:
    return tellings(events)


def _sorted(found: list[Deed], order: Order) -> list[Deed]:
    found.sort(key=lambda d: (d.event.page, d.event.article, d.event.number))
    oldest = order is Order.OLDEST
    found.sort(key=lambda d: _day(d.event.when, last=not oldest), reverse=not oldest)
    found.sort(key=lambda d: d.event.when.value is None)
    keys: dict[Order, Callable[[Deed], object]] = {
        Order.WHO: lambda d: _key("、".join(a.name for a in d.event.actors)),
        Order.PLACE: lambda d: _key("、".join(d.event.places)),
        Order.TYPE: lambda d: list(Activity).index(d.event.activity),
        Order.NEWSPAPER: lambda d: _key(d.newspaper),
    }
    if order in keys:
        key = keys[order]
        found.sort(key=lambda d: (not key(d) and key(d) != 0, key(d)))
    return found


def _tally(readings: Sequence[Reading], found: Sequence[Deed]) -> Tally:
    papers = {r.page.name: r.page.newspaper for r in readings}
    months = _count(
        {d.event.when.value[:7]} for d in found if len(d.event.when.value or "") >= 7 and d.event.when.value
    )
    return Tally(
        len(found),
        _most(_count(map(_of_all, found))),
        _all(_count({d.event.activity.value} for d in found)),
        tuple(Counted(m, n) for m, n in sorted(months.items())),
        _all(_count({papers[e.page] for e in (d.event, *d.told_again)} - {""} for d in found)),
    )


def _count(sets: Iterable[Iterable[str]]) -> Counter[str]:
    return Counter(chain.from_iterable(map(set, sets)))


def _all(counted: Counter[str]) -> tuple[Counted, ...]:
    return tuple(Counted(n, c) for n, c in sorted(counted.items(), key=lambda i: (-i[1], _key(i[0]))))


def _most(counted: Counter[str]) -> tuple[Counted, ...]:
    return _all(counted)[:MOST]


def _offices(own: Iterable[Reading], name: str) -> tuple[Office, ...]:
    held: dict[str, list[str]] = {}
    for reading in own:
        for person in reading.understood.people:
            if person.name == name and person.role:
                held.setdefault(person.role, []).extend(filter(None, [reading.understood.when.value]))
    offices = [Office(r, min(days, default=None), max(days, default=None)) for r, days in held.items()]
    return tuple(sorted(offices, key=lambda o: (o.first is None, o.first or "", _key(o.role))))


def _attested(reading: Reading, name: str) -> Attested:
    text = reading.page.text
    told = [("".join(text[s.start : s.end] for s in spans), spans) for spans in reading.article.paragraphs]
    words, spans = next(((words, spans) for words, spans in told if name in words), told[0])
    return Attested(Passage(reading.page.name, reading.article.number, 1, words, spans), reading.understood.when.value)


def _latest(told: Sequence[Attested]) -> Attested:
    days = [one.day for one in told if one.day]
    return next(one for one in told if one.day == (days[-1] if days else None))


def _matches(reading: Reading, event: Event, wanted: Wanted) -> bool:
    people = (*event.actors, *event.participants)
    texts = (event.action, event.target, *event.places, *(f"{p.role}{p.name}" for p in people))
    return (
        event.standing in wanted.standings
        and (not wanted.pages or reading.page.name in wanted.pages)
        and any(_fits(p, wanted) for p in people or (Person(""),))
        and _has(wanted.where, (*event.places, event.target))
        and wanted.activity in (None, event.activity)
        and _has(wanted.newspaper, (reading.page.newspaper,))
        and wanted.person in ("", *_names(event))
        and set(wanted.places) <= set(event.places)
        and all(_has(word, texts) for word in wanted.text.split())
        and _during(event.when, wanted)
    )


def _fits(person: Person, wanted: Wanted) -> bool:
    return _has(wanted.who, (f"{person.role}{person.name}",)) and _has(wanted.office, (person.role,))


def _has(part: str, texts: Iterable[str]) -> bool:
    return not part.strip() or any(fold(part.strip()) in fold(text) for text in texts)


def _during(when: Dated, wanted: Wanted) -> bool:
    if not (wanted.since or wanted.until):
        return True
    after = _day(when, last=True) >= _day(Dated(wanted.since or "0000"), last=False)
    return bool(when.value) and after and _day(when, last=False) <= _day(Dated(wanted.until or "9999"), last=True)


def _day(when: Dated, *, last: bool) -> str:
    value = when.value or ""
    return value and value + ("-12-31" if last else "-01-01")[len(value) - 4 :]


def _names(event: Event) -> set[str]:
    return {p.name for p in (*event.actors, *event.participants)} - {""}


def _of_all(deed: Deed) -> set[str]:
    """Who has a part in the deed by any of its tellings."""
    return set(chain.from_iterable(map(_names, (deed.event, *deed.told_again))))


def _key(text: str) -> bytes:
    return text.encode("gb18030", "replace")
