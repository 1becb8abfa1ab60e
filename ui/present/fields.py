"""Fields that several forms have; `form` begins the ids of those of one form. Their words are tokens."""

from __future__ import annotations

from ui.localised import token

DAYS = ("since", "until")
EXAMPLE = "2023-05"
"""A month shows best how a day, a month or a year is written."""

_LEAF = (
    '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path fill="none" stroke="currentColor" '
    'd="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3"/></svg>'
)
"""A leaf of a calendar."""


def days(form: str) -> str:
    """From which day to which."""
    return "".join(_day(form, name) for name in DAYS)


def newspaper(form: str) -> str:
    """A newspaper to be typed, or chosen of those that the page's script puts into the list."""
    return (
        f"{field(form, 'newspaper', 'events.paper', 'search', f'list={form}-newspapers')}"
        f'<datalist id="{form}-newspapers"></datalist>'
    )


def field(form: str, name: str, label: str, kind: str, more: str = "") -> str:
    """Something to be typed, under its label."""
    return (
        f'<p><label for="{form}-{name}">{token(label)}</label>'
        f'<input type="{kind}" id="{form}-{name}" name="{name}" autocomplete="off" {more}></p>'
    )


def _day(form: str, name: str) -> str:
    """A day, month or year to be typed, and the browser's calendar to choose a day from."""
    return (
        f'<p class="day"><label for="{form}-{name}">{token(f"events.{name}")}</label><span class="with">'
        f'<input type="text" id="{form}-{name}" name="{name}" autocomplete="off" placeholder="{EXAMPLE}">'
        f'<button type="button" data-calendar="{name}" aria-label="{token(f"events.{name}_calendar")}">{_LEAF}</button>'
        f'<input type="date" class="calendar" tabindex="-1" aria-hidden="true" '
        f'aria-label="{token(f"events.{name}_calendar")}"></span></p>'
    )
