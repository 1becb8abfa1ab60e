"""The form above the event table, and the places under it that are filled as soon as its filters are known.

It is drawn once for every reader, so its words are tokens that become theirs on the way out.
"""

from __future__ import annotations

from rag import Activity, Order
from ui.localised import token
from ui.present.taking import taking

NAMES = "events-newspapers"
"""The list of newspapers' names that the browser offers while one is typed."""


def events_tab() -> str:
    """The tab before anything is listed."""
    return (
        f'<h2 class="unseen">{token("tab.events")}</h2>'
        f'<form role="search" aria-label="{token("events.filters")}">{_search()}'
        f'<details class="more"><summary>{token("events.filters")}</summary><div class="fields">{_fields()}</div></details>'
        f'</form><div class="overview"><div data-part="timeline"></div><div data-part="counts"></div></div>'
        f'{_tools()}<div data-part="rows" aria-live="polite"><p class="pending">{token("events.loading")}</p></div>'
        f"{_unreachable()}"
    )


def _search() -> str:
    return (
        f'<p class="search"><label class="unseen" for="events-text">{token("events.search")}</label>'
        f'<input type="search" id="events-text" name="text" placeholder="{token("events.search_hint")}" '
        f'autocomplete="off" enterkeyhint="search"></p>'
    )


def _fields() -> str:
    typed = "".join(_field(name, f"events.{name}", "search") for name in ("who", "office", "where"))
    days = "".join(_field(name, f"events.{name}", "text", f'placeholder="{EXAMPLE}"') for name in DAYS)
    return (
        f"{typed}{_types()}{_field('newspaper', 'events.paper', 'search', f'list={NAMES}')}"
        f'<datalist id="{NAMES}"></datalist>{days}'
        f'<p class="all"><label><input type="checkbox" name="all" value="yes">{token("events.planned")}</label></p>'
        f'<p class="reset"><button type="button" data-reset>{token("events.reset")}</button></p>'
    )


DAYS = ("since", "until")
EXAMPLE = "2023-05"
"""A month shows best how a day, a month or a year is written."""


def _field(name: str, label: str, kind: str, more: str = "") -> str:
    return (
        f'<p><label for="events-{name}">{token(label)}</label>'
        f'<input type="{kind}" id="events-{name}" name="{name}" autocomplete="off" {more}></p>'
    )


def _types() -> str:
    options = "".join(f'<option value="{a}">{token(f"activity.{a}")}</option>' for a in Activity)
    return (
        f'<p><label for="events-type">{token("events.type")}</label>'
        f'<select id="events-type" name="type"><option value="">{token("events.any_type")}</option>{options}</select></p>'
    )


def _tools() -> str:
    """Sorting for where the table has no head to press, and the files."""
    orders = "".join(f'<option value="{o}">{token(f"order.{o}")}</option>' for o in Order)
    files = "".join(
        f'<button type="button" data-export="{kind}">{token(f"events.export_{kind}")}</button>'
        for kind in ("csv", "jsonl")
    )
    return (
        f'<div class="tools"><p class="sort"><label for="events-order">{token("events.sort")}</label>'
        f'<select id="events-order" data-orders>{orders}</select></p><p class="files">{files}</p>{taking(token)}</div>'
    )


def _unreachable() -> str:
    return (
        f'<div class="problem" role="alert" data-unreachable hidden><p>{token("events.unreachable")}</p>'
        f'<button type="button" data-retry>{token("events.retry")}</button></div>'
    )
