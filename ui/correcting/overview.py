"""The list of corrections as HTML: what was ruled, what became of it, its page, and the way to take it back."""

from __future__ import annotations

from dataclasses import dataclass

from rag import Entry, Language, Listed
from ui.correcting.form import ruled_line, undoing
from ui.localised import token
from ui.present.escape import escaped
from ui.present.pager import Pages, pager
from ui.strings import say

LEAF = 20
"""Corrections on one leaf of the list."""


@dataclass(frozen=True, slots=True)
class Row:
    """A correction with the address of its words, empty where its page is not there; the line that undid it, if one did; and
    whether it can be taken back."""

    made: Listed
    link: str
    undoing: Entry | None
    holds: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is shown of `total` corrections: of those still open `only`, or of all."""

    rows: tuple[Row, ...]
    total: int
    only: str
    number: int


def corrections_section() -> str:
    """Where the list stands, folded and unseen until it is known that there is one; its words are tokens."""
    return (
        f'<details hidden><summary>{token("correcting.list")} <span class="hint" data-part="count"></span></summary>'
        f'<p class="hint">{token("correcting.list_hint")}</p><div data-part="said" role="status"></div>'
        f'<div data-part="rows"></div></details>'
        f'<div class="problem" role="alert" data-unreachable hidden><p>{token("events.unreachable")}</p></div>'
    )


def overview(language: Language, leaf: Leaf) -> str:
    """The leaf, with the choice between what is open and all."""
    items = "".join(_item(language, row) for row in leaf.rows)
    nothing = "" if items else f'<p class="nothing">{say(language, "correcting.none_open")}</p>'
    ways = "".join(_way(language, only, only == leaf.only) for only in ("open", "all"))
    return (
        f'<p class="only">{ways}</p><ol class="made">{items}</ol>{nothing}'
        f"{pager(language, Pages(leaf.total, LEAF, leaf.number))}"
    )


def _way(language: Language, only: str, chosen: bool) -> str:
    pressed = str(chosen).lower()
    label = say(language, f"correcting.only_{only}")
    return f'<button type="button" data-only="{only}" data-key="{only}" aria-pressed="{pressed}">{label}</button>'


def _item(language: Language, row: Row) -> str:
    one = row.made
    page = escaped(one.page)
    where = f'<a class="open" href="{escaped(row.link)}">{page}</a>' if row.link else page
    became = escaped(say(language, f"correcting.fate_{one.fate}"))
    by = " · ".join(filter(None, (row.undoing.who, row.undoing.at.replace("T", " ")[:16]))) if row.undoing else ""
    back = undoing(language, one) if row.holds else ""
    return (
        f'<li data-fate="{one.fate}"><p>{ruled_line(language, one)}</p><p class="became"><span class="fate">{became}</span> '
        f'<small>{escaped(by)}</small> <span class="where" translate="no">{where}</span> {back}</p></li>'
    )
