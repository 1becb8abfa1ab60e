"""Who with whom and where, as tables of which every row leads to its events; before the pairs a drawing of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rag import By, Counted, Extent, Language, Pair, Post, Visited
from ui.network.drawing import drawing
from ui.present.escape import escaped
from ui.present.names import profile_link, spoken, spoken_place
from ui.present.pager import Pages, pager
from ui.strings import say

LEAF = 50
"""Rows on one leaf of a table."""
SORTS = {"who": By.NAME, "place": By.NAME, "events": By.OFTEN, "first": By.EARLY, "last": By.RECENT}
"""By what each column is sorted when its head is pressed."""
DESCENDING = (By.OFTEN, By.RECENT)
VIEWS = ("events", "people", "places")
"""What the events that fit the filters are shown as; the first by itself."""
PINNED = ("together", "places")
"""Filters that are pressed, not typed: whole names of people who are all there, and of places, a name a line."""


@dataclass(frozen=True, slots=True)
class Turned:
    """At which leaf a table is open and how it is sorted; `total` counts all of its rows."""

    total: int
    number: int = 1
    by: By = By.OFTEN


def pairs_table(
    language: Language, pairs: Sequence[Pair], posts: Mapping[str, Post], turned: Turned, around: Collection[str] = ()
) -> str:
    """A leaf of the pairs; of people of `around` each is named first."""
    rows = "".join(_pair(language, _facing(pair, around), pair.extent, posts) for pair in pairs)
    return _table(language, "pairs", ("who", "events", "first", "last"), rows, turned)


def places_table(language: Language, places: Sequence[Visited], turned: Turned) -> str:
    """A leaf of the places."""
    rows = "".join(_place(language, place) for place in places)
    return _table(language, "places", ("place", "events", "people", "first", "last"), rows, turned)


def network_figure(language: Language, pairs: Sequence[Pair], around: Collection[str], crowded: int) -> str:
    """The drawing over the table, and what is left out of both."""
    left = escaped(say(language, "network.crowded", count=crowded)) if crowded else ""
    return drawing(language, pairs, around) + (f'<p class="left-out">{left}</p>' if left else "")


def nothing_in(language: Language, view: str) -> str:
    """What is said where the events have no pair, or no place."""
    return f'<div class="nothing"><p>{say(language, f"network.no_{view}")}</p></div>'


def pins(language: Language, pinned: Mapping[str, Sequence[str]]) -> str:
    """The people and the places that the events are narrowed to, each with the way to take it back."""
    each = [_unpin(language, field, name, names) for field, names in pinned.items() for name in names]
    return f'<p class="pins"><span>{say(language, "network.pinned")}</span>{"".join(each)}</p>' if each else ""


def opening_pair(language: Language, names: tuple[str, str], count: int) -> str:
    """The number of the events of two people, which opens them."""
    one, other = (spoken(language, name) for name in names)
    label = say(language, "network.open_pair", one=one, other=other, count=count)
    return _pin(label, count, together="\n".join(names))


def opening_stay(language: Language, person: str, place: str, count: int) -> str:
    """The number of somebody's events at a place, which opens them."""
    one, where = spoken(language, person), spoken_place(language, place)
    label = say(language, "network.open_stay", one=one, place=where, count=count)
    return _pin(label, count, together=person, places=place)


def on_one_line(value: str) -> str:
    """The value of a filter, whose names stand a line each where it holds several."""
    return "、".join(filter(None, value.strip().split("\n")))


def _unpin(language: Language, field: str, name: str, names: Sequence[str]) -> str:
    rest = escaped("\n".join(other for other in names if other != name))
    told = spoken(language, name) if field == "together" else spoken_place(language, name)
    label = escaped(say(language, "network.unpin", name=told))
    return (
        f'<button type="button" data-set="{field}" data-to="{rest}" aria-label="{label}">'
        f'<span lang="zh">{escaped(name)}</span><span aria-hidden="true"> ✕</span></button>'
    )


def _facing(pair: Pair, around: Collection[str]) -> tuple[str, str]:
    one, other = pair.names
    return (other, one) if other in around and one not in around else (one, other)


def _table(language: Language, kind: str, columns: Sequence[str], rows: str, turned: Turned) -> str:
    first = (turned.number - 1) * LEAF + 1
    last = min(turned.total, first + LEAF - 1)
    key = f"network.{kind}" if turned.total <= LEAF else f"network.some_{kind}"
    caption = escaped(say(language, key, total=turned.total, first=first, last=last))
    heads = "".join(_head(language, column, turned.by) for column in columns)
    return (
        f'<table class="links {kind}"><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        f"{pager(language, Pages(turned.total, LEAF, turned.number))}"
    )


def _head(language: Language, column: str, by: By) -> str:
    label = say(language, f"network.{column}")
    if column not in SORTS:
        return f'<th scope="col" class="{column}">{label}</th>'
    own = SORTS[column]
    direction = "none" if own is not by else "descending" if own in DESCENDING else "ascending"
    return (
        f'<th scope="col" class="{column}" aria-sort="{direction}"><button type="button" data-by="{own}" '
        f'data-key="{column}">{label}<span class="arrow" aria-hidden="true"></span></button></th>'
    )


def _pair(language: Language, names: tuple[str, str], extent: Extent, posts: Mapping[str, Post]) -> str:
    who = f'<span class="and">{say(language, "network.and")}</span>'.join(
        f'<span class="each">{_person(language, name, posts.get(name, Post()))}</span>' for name in names
    )
    opened = opening_pair(language, names, extent.events)
    return f'<tr><th scope="row" class="who">{who}</th>{_counted(language, opened, extent.events)}{_days(language, extent)}</tr>'


def _person(language: Language, name: str, post: Post) -> str:
    role = f'<span class="role" lang="zh">{escaped(post.office)}</span>' if post.office else ""
    several = f'<span class="several-named">{say(language, "network.several")}</span>' if post.several else ""
    return f"{profile_link(name)}{several}{role}"


def _place(language: Language, place: Visited) -> str:
    label = say(language, "network.open_place", place=spoken_place(language, place.name), count=place.extent.events)
    opened = _pin(label, place.extent.events, places=place.name)
    most = "".join(f"<li>{_there(language, counted, place.name)}</li>" for counted in place.foremost)
    more = place.people > len(place.foremost)
    rest = f"<li>{escaped(say(language, 'network.others', count=place.people))}</li>" if more else ""
    return (
        f'<tr><th scope="row" class="place" lang="zh">{escaped(place.name)}</th>{_counted(language, opened, place.extent.events)}'
        f'<td class="people"><ul>{most}{rest}</ul></td>{_days(language, place.extent)}</tr>'
    )


def _there(language: Language, counted: Counted, place: str) -> str:
    return f"{profile_link(counted.name)} {opening_stay(language, counted.name, place, counted.count)}"


def _counted(language: Language, opened: str, count: int) -> str:
    """The number, with its unit for where the table has no heads over its columns."""
    unit = say(language, "network.unit", n=count)
    return f'<td class="events">{opened}<span class="unit" aria-hidden="true"> {unit}</span></td>'


def _days(language: Language, extent: Extent) -> str:
    first = escaped(extent.first) if extent.first else say(language, "events.undated")
    return f'<td class="first">{first}</td><td class="last">{escaped(extent.last)}</td>'


def _pin(label: str, count: int, **pinned: str) -> str:
    data = "".join(f' data-{field}="{escaped(value)}"' for field, value in pinned.items())
    return f'<button type="button" class="number" data-pin{data} aria-label="{escaped(label)}">{count:,}</button>'
