"""Files whose content the index has under another name: which page goes because its file has that content no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rag import Outcome, OutcomeKind
from ui.following.listing import Listing
from ui.following.notes import Noted
from ui.following.plan import Pages


@dataclass(frozen=True, slots=True)
class Twins:
    """`leaving` are pages to be deleted; `again` are files to be read once they are, each with the page that had its content
    before."""

    leaving: frozenset[str]
    again: Mapping[str, str]


def twins(outcomes: Mapping[str, Outcome], listing: Listing, noted: Noted, pages: Pages) -> Twins:
    """What follows from what files became.

    A page's file that now says what another page says is that page's twin, and its own page says what no file does any
    more. Where the file of that other page is gone or changed, the twin is the one that has the content: a rename.
    """
    leaving: set[str] = set()
    again: dict[str, str] = {}
    for name, outcome in outcomes.items():
        if outcome.kind is not OutcomeKind.SKIPPED or outcome.same_as == name:
            continue
        if name in pages and name not in noted.brought:
            leaving.add(name)
            again[name] = outcome.same_as
        if (other := outcomes.get(outcome.same_as)) and other.kind is OutcomeKind.REPLACED:
            again[name] = outcome.same_as  # it may have been held against what that page said before
        if _has_lost(outcome.same_as, outcomes, listing, noted):
            leaving.add(outcome.same_as)
            again[name] = outcome.same_as
    return Twins(frozenset(leaving & set(pages)), again)


def _has_lost(page: str, outcomes: Mapping[str, Outcome], listing: Listing, noted: Noted) -> bool:
    """Whether the page's own file, which once had its content, has it no more."""
    if page in noted.brought or listing.bare or listing.may_hold(page):
        return False
    if page in outcomes:
        told = outcomes[page]
        return not (told.kind.is_page and told.same_as in ("", page))
    note = noted.files.get(page)
    return page not in listing.files and note is not None and note.became.may_have_page
