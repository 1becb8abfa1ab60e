"""Who is in the news: the list of everybody, and the profile of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag import Attested, Deed, Deeds, Known, Language, Pair, People, Profile, Service, Visited, romanised
from ui.events.table import deed_line, opening, standing, when
from ui.links import article_link
from ui.network.view import opening_pair, opening_stay
from ui.present.counts import counts
from ui.present.escape import escaped
from ui.present.names import named, profile_address, profile_link, spoken
from ui.present.pager import Pages, pager
from ui.present.taking import taking
from ui.present.timeline import timeline
from ui.strings import say

LEAF = 50
"""People on one leaf of the list."""
ACTS = 20
"""Events on one leaf of a profile; a profile is read, not searched."""


COMPANY, PLACES = 20, 10
"""People and places on a profile: a list to look at; the view of everybody has them all."""


@dataclass(frozen=True, slots=True)
class Acts:
    """A leaf of what a person did, in the period from `since` to `until` (ISO, empty for open)."""

    deeds: Deeds
    number: int = 1
    since: str = ""
    until: str = ""


def people_list(language: Language, people: People, number: int, chosen: str = "") -> str:
    """A leaf of the list, the chosen one marked; what to do where nobody is listed."""
    total = escaped(say(language, "people.total", total=people.total))
    items = "".join(_entry(language, known, known.name == chosen) for known in people.people)
    return (
        f'<p class="total">{total}</p><ol class="everybody" start="{(number - 1) * LEAF + 1}">{items}</ol>'
        f"{pager(language, Pages(people.total, LEAF, number))}"
    )


def nobody(language: Language, part: str) -> str:
    """What the list says without anybody in it."""
    key = "people.no_match" if part else "people.none"
    return f'<div class="nothing"><p>{say(language, key)}</p></div>'


def nobody_chosen(language: Language) -> str:
    """What stands beside the list before somebody is chosen."""
    return f'<p class="empty">{say(language, "people.choose")}</p>'


def profile_page(
    language: Language,
    profile: Profile,
    services: Sequence[Service],
    acts: Acts,
    pairs: Sequence[Pair] = (),
    places: Sequence[Visited] = (),
) -> str:
    """Offices, when they were active, and what they did; of `pairs` with whom, and in which `places`, those that come first,
    each with the way to its evidence."""
    return (
        f'<article class="profile">{_heading(language, profile)}'
        f'<div class="facts-of"><div>{_offices(language, services)}</div>'
        f"<div>{_types(language, profile)}</div><div>{_company(language, profile.name, pairs)}{_been(language, profile.name, places)}</div></div>"
        f'<div class="spread">{timeline(language, profile.tally.months, acts.since, acts.until)}</div>'
        f'<section class="acts"><h3>{say(language, "people.acts")}</h3>'
        f'<div data-part="acts">{acts_list(language, profile.name, acts)}</div></section></article>'
    )


def body_page(language: Language, name: str, acts: Acts) -> str:
    """What was done under a name that is no person's: a body's, a team's."""
    shown = escaped(name)
    return (
        f'<article class="profile">{way_back(language)}<h2 tabindex="-1" lang="zh">{shown}</h2>'
        f'<p class="extent">{say(language, "people.body")}</p><p class="ways">'
        f'<button type="button" data-list="{shown}">{say(language, "people.list")}</button></p>'
        f'<section class="acts"><h3>{say(language, "people.acts")}</h3>'
        f'<div data-part="acts">{acts_list(language, name, acts)}</div></section></article>'
    )


def way_back(language: Language) -> str:
    """The button that leads back to everybody, where the list and the profile take turns."""
    return f'<p class="back"><button type="button" data-everybody>{say(language, "people.back")}</button></p>'


def acts_list(language: Language, name: str, acts: Acts) -> str:
    """What the person did, the newest first, a leaf of it."""
    if not acts.deeds.deeds:
        return f'<p class="empty">{say(language, "people.idle")}</p>'
    items = "".join(_act(language, name, deed) for deed in acts.deeds.deeds)
    total = escaped(say(language, "people.acts_total", total=acts.deeds.total))
    return f'<p class="total">{total}</p><ol>{items}</ol>{pager(language, Pages(acts.deeds.total, ACTS, acts.number))}'


def _entry(language: Language, known: Known, chosen: bool) -> str:
    current = ' aria-current="true"' if chosen else ""
    label = escaped(say(language, "people.entry", articles=known.articles, events=known.events))
    office = f'<span class="role" lang="zh">{escaped(known.fullest.role)}</span>' if known.fullest else ""
    return (
        f'<li><a href="{escaped(profile_address(known.name))}"{current}><span class="name" lang="zh">'
        f'{_name(language, known.name)}</span> <span class="often">{label}</span>{office}</a></li>'
    )


def _heading(language: Language, profile: Profile) -> str:
    name = escaped(profile.name)
    question = escaped(say(language, "people.question", name=spoken(language, profile.name)))
    extent = escaped(say(language, "people.extent", articles=profile.articles, events=profile.tally.total))
    return (
        f'{way_back(language)}<h2 tabindex="-1" lang="zh">{_name(language, profile.name)}</h2><p class="extent">{extent}</p>'
        f"{_several(language, profile)}"
        f'<p class="ways"><button type="button" data-ask="{question}">{say(language, "people.ask")}</button>'
        f'<button type="button" data-list="{name}">{say(language, "people.list")}</button>'
        f'<button type="button" data-network="{name}">{say(language, "network.open")}</button></p>'
        f"{taking(lambda key: say(language, key))}"
    )


def _name(language: Language, name: str) -> str:
    """A name, and how it is read, for whoever reads no characters."""
    shown = escaped(name)
    if language is Language.ZH:
        return shown
    return f'<span>{shown}</span> <span class="read" lang="{language}">{escaped(romanised(name))}</span>'


def _several(language: Language, profile: Profile) -> str:
    """That several people seem to have the name, each with the offices that tell them apart."""
    if not profile.namesakes:
        return ""
    each = "".join(f'<li lang="zh">{escaped("、".join(offices))}</li>' for offices in profile.namesakes)
    return f'<div class="several"><p>{say(language, "people.several")}</p><ol>{each}</ol></div>'


def _offices(language: Language, services: Sequence[Service]) -> str:
    """A table, since an office and its days belong together; it says that only printed offices are known."""
    if not services:
        return f'<h3>{say(language, "people.offices")}</h3><p class="empty">{say(language, "people.no_office")}</p>'
    rows = "".join(
        f'<tr><th scope="row"><span lang="zh">{escaped(s.role)}</span>{_whose(language, s)}</th>'
        f"<td>{_held(language, s)}</td></tr>"
        for s in services
    )
    return (
        f'<h3 id="offices-held">{say(language, "people.offices")}</h3><table aria-labelledby="offices-held">'
        f'<thead><tr><th scope="col">{say(language, "people.office")}</th>'
        f'<th scope="col">{say(language, "people.printed")}</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _whose(language: Language, service: Service) -> str:
    """Which of several people of the name holds it, by the list of them; nothing where that is not told."""
    if not service.holder:
        return ""
    return f' <span class="whose">{escaped(say(language, "people.holder", n=service.holder))}</span>'


def _held(language: Language, service: Service) -> str:
    """The first and the last day, each opening the sentence that prints the office."""
    told = (service.first,) if service.first == service.last else (service.first, service.last)
    return " – ".join(_told(language, one) for one in told)


def _told(language: Language, one: Attested) -> str:
    link = escaped(article_link(one.passage.page, one.passage.article, one.passage.spans))
    return f'<a class="open" href="{link}">{escaped(one.day) if one.day else say(language, "events.undated")}</a>'


def _types(language: Language, profile: Profile) -> str:
    rows = [(say(language, f"activity.{c.name}"), c) for c in profile.tally.activities]
    return counts(language, "counts.types", "", rows)


def _company(language: Language, name: str, pairs: Sequence[Pair]) -> str:
    others = [(p.names[0] if p.names[1] == name else p.names[1], p.extent.events) for p in pairs[:COMPANY]]
    items = "".join(f"<li>{profile_link(o)} {opening_pair(language, (name, o), n)}</li>" for o, n in others)
    return _headed(language, "company", "people.company", items)


def _been(language: Language, name: str, places: Sequence[Visited]) -> str:
    items = "".join(
        f'<li><span lang="zh">{escaped(p.name)}</span> {opening_stay(language, name, p.name, p.extent.events)}</li>'
        for p in places[:PLACES]
    )
    return _headed(language, "been", "network.where", items)


def _headed(language: Language, kind: str, heading: str, items: str) -> str:
    return f'<section class="{kind}"><h3>{say(language, heading)}</h3><ul>{items}</ul></section>' if items else ""


def _act(language: Language, name: str, deed: Deed) -> str:
    event = deed.event
    line = escaped(deed_line(event)) or say(language, "events.untold")
    led = all(p.name != name for p in event.actors)
    by = "、".join(map(named, event.actors)) if led else ""
    names = f'<span lang="zh">{escaped(by)}</span>'
    beside = f'<span class="by">{say(language, "people.beside", names=names)}</span>' if by else ""
    places = f'<span class="where" lang="zh">{escaped("、".join(event.places))}</span>' if event.places else ""
    kind = f'<span class="kind">{say(language, f"activity.{event.activity}")}</span>{standing(language, event)}'
    words = f'<span lang="zh">{line}</span>'
    return f'<li><div class="when">{when(language, event.when)}</div><div>{opening(event, words)} {kind}{places}{beside}</div></li>'
