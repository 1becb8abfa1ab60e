"""The form above the event table, and the places under it that are filled as soon as its filters are known.

It is drawn once for every reader, so its words are tokens that become theirs on the way out.
"""

from __future__ import annotations

from rag import Activity, Order
from ui.localised import token
from ui.network.view import PINNED, VIEWS
from ui.present.fields import days, field, newspaper
from ui.present.taking import taking

SUGGESTED = ("who", "office", "where")
"""Filters in which the browser offers what the index holds while something is typed."""
FORM = "events"
"""What the ids of its fields begin with."""


def events_tab() -> str:
    """The tab before anything is listed."""
    return (
        f'<h2 class="unseen">{token("tab.events")}</h2>'
        f'<form role="search" aria-label="{token("events.filters")}">{_search()}'
        f'<details class="more"><summary>{token("events.filters")}</summary><div class="fields">{_fields()}</div></details>'
        f'{_unseen()}</form><div class="overview"><div data-part="timeline"></div><div data-part="counts"></div></div>'
        f'{_views()}<div data-part="pins"></div>{_tools()}<div data-part="rows" aria-live="polite"><p class="pending">{token("events.loading")}</p></div>'
        f"{_unreachable()}"
    )


def _search() -> str:
    return (
        f'<p class="search"><label class="unseen" for="events-text">{token("events.search")}</label>'
        f'<input type="search" id="events-text" name="text" placeholder="{token("events.search_hint")}" '
        f'autocomplete="off" enterkeyhint="search"></p>'
    )


def _fields() -> str:
    typed = "".join(
        field(FORM, name, f"events.{name}", "search", f'list="events-{name}-names" data-suggested')
        + f'<datalist id="events-{name}-names"></datalist>'
        for name in SUGGESTED
    )
    return (
        f"{typed}{_types()}{newspaper(FORM)}{days(FORM)}"
        f'<p class="all"><label><input type="checkbox" name="all" value="yes">{token("events.planned")}</label></p>'
        f'<p class="reset"><button type="button" data-reset>{token("events.reset")}</button></p>'
    )


def _types() -> str:
    options = "".join(f'<option value="{a}">{token(f"activity.{a}")}</option>' for a in Activity)
    return (
        f'<p><label for="events-type">{token("events.type")}</label>'
        f'<select id="events-type" name="type"><option value="">{token("events.any_type")}</option>{options}</select></p>'
    )


def _unseen() -> str:
    """What is pressed elsewhere on the page. To clear the filters takes the first back; the others stay, being hidden by kind."""
    pinned = "".join(f'<textarea name="{name}" hidden></textarea>' for name in PINNED)
    return pinned + "".join(f'<input type="hidden" name="{name}">' for name in ("view", "by"))


def _views() -> str:
    """What the events that fit are shown as."""
    each = "".join(
        f'<button type="button" data-view="{view}" aria-pressed="{str(view == VIEWS[0]).lower()}">'
        f"{token(f'network.view_{view}')}</button>"
        for view in VIEWS
    )
    return f'<p class="views" role="group" aria-label="{token("network.views")}">{each}</p>'


def _tools() -> str:
    """Sorting for where the table has no head to press, and the files; each view has its own."""
    orders = "".join(f'<option value="{o}">{token(f"order.{o}")}</option>' for o in Order)
    files = "".join(
        f'<button type="button" data-export="{kind}">{token(f"events.export_{kind}")}</button>'
        for kind in ("csv", "jsonl")
    )
    files += f'<button type="button" data-export="graphml">{token("network.export_graphml")}</button>'
    return (
        f'<div class="tools"><p class="sort"><label for="events-order">{token("events.sort")}</label>'
        f'<select id="events-order" data-orders>{orders}</select></p><p class="files"><button type="button" data-watch>{token("events.watch")}</button>{files}</p>{taking(token)}</div>'
    )


def _unreachable() -> str:
    return (
        f'<div class="problem" role="alert" data-unreachable hidden><p>{token("events.unreachable")}</p>'
        f'<button type="button" data-retry>{token("events.retry")}</button></div>'
    )
