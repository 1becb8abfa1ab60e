"""Events as a table whose rows open their evidence; under it, the way to the other leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag import Dated, Deed, Deeds, Event, Language, Order, Page, Person, Standing
from ui.links import article_link
from ui.present.basis import worded_html
from ui.present.corrected import state
from ui.present.escape import escaped
from ui.present.names import named, profile_link
from ui.present.pager import Pages, pager
from ui.strings import say

LEAF = 50
"""Rows on one leaf of the table."""
COLUMNS = (
    ("when", (Order.NEWEST, Order.OLDEST)),
    ("who", (Order.WHO,)),
    ("type", (Order.TYPE,)),
    ("what", ()),
    ("where", (Order.PLACE,)),
    ("paper", (Order.NEWSPAPER,)),
)
"""Each column and the orders its head asks for, one press after the other; none where nobody sorts by it."""
DIRECTION = {Order.NEWEST: "descending"}
"""What a screen reader is told; every other order is ascending."""

Sources = Mapping[str, str]
"""From a page's name to the newspaper and day it is called by."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is shown of a list: which orders and leaf were asked for, and what came."""

    deeds: Deeds
    order: Order = Order.NEWEST
    number: int = 1
    sources: Sources | None = None


def events_table(language: Language, leaf: Leaf) -> str:
    """The leaf as a table with a caption, a sortable head and the way to the other leaves."""
    rows = "".join(_row(language, deed, leaf.sources or {}) for deed in leaf.deeds.deeds)
    head = "".join(_head(language, name, orders, leaf.order) for name, orders in COLUMNS)
    return (
        f'<table class="deeds"><caption>{escaped(extent(language, leaf))}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{pager(language, Pages(leaf.deeds.total, LEAF, leaf.number))}"
    )


def extent(language: Language, leaf: Leaf) -> str:
    """How many there are and which of them are shown."""
    first = (leaf.number - 1) * LEAF + 1
    last = first + len(leaf.deeds.deeds) - 1
    whole = leaf.deeds.total == len(leaf.deeds.deeds)
    return say(language, "events.all" if whole else "events.some", total=leaf.deeds.total, first=first, last=last)


def _head(language: Language, name: str, orders: Sequence[Order], current: Order) -> str:
    label = say(language, f"events.{name}")
    if not orders:
        return f'<th scope="col" class="{name}">{label}</th>'
    onward = orders[(orders.index(current) + 1) % len(orders)] if current in orders else orders[0]
    direction = DIRECTION.get(current, "ascending") if current in orders else "none"
    return (
        f'<th scope="col" class="{name}" aria-sort="{direction}"><button type="button" data-order="{onward}" '
        f'data-key="{name}">{label}<span class="arrow" aria-hidden="true"></span></button></th>'
    )


def _row(language: Language, deed: Deed, sources: Sources) -> str:
    event = deed.event
    return (
        f'<tr data-standing="{event.standing}"><td class="when">{when(language, event.when)}</td>'
        f'<td class="who">{_people(language, event)}</td><td class="type">{_type(language, event)}</td>'
        f'<th scope="row" class="what">{_what(language, deed)}{_again(language, deed, sources)}</th>'
        f'<td class="where" lang="zh">{escaped("、".join(event.places))}</td>'
        f'<td class="paper" lang="zh">{escaped(deed.newspaper)}</td></tr>'
    )


def when(language: Language, dated: Dated) -> str:
    """The day as far as it is known, which opens to say how it is known; the printed words where no day is."""
    shown = escaped(dated.value) if dated.value else say(language, "events.undated")
    if not dated.basis:
        return f'<span class="date">{shown}</span>'
    return (
        f'<details class="basis"><summary>{shown}</summary>'
        f'<p>{say(language, "events.basis")} <span lang="{language}">{worded_html(language, dated.basis)}</span></p></details>'
    )


def opening(event: Event, shown: str, kind: str = "open") -> str:
    """A link around `shown`, which is HTML, that opens the event's article with its words marked."""
    return f'<a class="{kind}" href="{escaped(article_link(event.page, event.article, event.spans))}">{shown}</a>'


def deed_line(event: Event) -> str:
    """What was done, in the newspaper's words: the verb and what it was done to, or where, if nothing else is told."""
    between = "：" if "、" in event.action and event.target else ""
    return f"{event.action}{between}{event.target or '、'.join(event.places)}"


def standing(language: Language, event: Event) -> str:
    """A mark on what is only planned or referred to; nothing on what was done."""
    if event.standing is Standing.DONE:
        return ""
    return f'<span class="standing">{say(language, f"standing.{event.standing}")}</span>'


def page_line(page: Page) -> str:
    """A page as readers know it: 《报名》YYYY-MM-DD, or by its file name where neither is printed."""
    return f"{f'《{page.newspaper}》' if page.newspaper else ''}{page.issued or ''}" or page.name


def _type(language: Language, event: Event) -> str:
    return f'<span class="kind">{say(language, f"activity.{event.activity}")}</span>{standing(language, event)}{state(language, event.ruling)}'


def _what(language: Language, deed: Deed) -> str:
    line = escaped(deed_line(deed.event)) or say(language, "events.untold")
    title = f'<span class="headline" lang="zh">{escaped(deed.title)}</span>' if deed.title else ""
    return opening(deed.event, f'<span lang="zh">{line}</span>') + title


def _people(language: Language, event: Event) -> str:
    actors = "".join(f"<li>{_actor(p)}</li>" for p in event.actors)
    doing = (
        f'<ul class="actors">{actors}</ul>'
        if actors
        else f'<span class="nobody">{say(language, "events.nobody")}</span>'
    )
    return doing + _with(language, event.participants)


def _actor(person: Person) -> str:
    role = f'<span class="role" lang="zh">{escaped(person.role)}</span>' if person.role else ""
    return f"{profile_link(person.name)}{role}"


def _with(language: Language, people: Sequence[Person]) -> str:
    if not people:
        return ""
    summary = escaped(say(language, "events.with", count=len(people)))
    return (
        f'<details class="with"><summary>{summary}</summary>'
        f'<p lang="zh">{escaped("、".join(map(named, people)))}</p></details>'
    )


def _again(language: Language, deed: Deed, sources: Sources) -> str:
    """The further tellings of the same event, on other pages or in other papers."""
    if not deed.told_again:
        return ""
    summary = escaped(say(language, "events.again", count=len(deed.told_again)))
    items = "".join(f"<li>{opening(e, _source(e, sources), 'telling')}</li>" for e in deed.told_again)
    return f'<details class="again"><summary>{summary}</summary><ul>{items}</ul></details>'


def _source(event: Event, sources: Sources) -> str:
    return f'<span lang="zh">{escaped(sources.get(event.page) or event.page)}</span>'
