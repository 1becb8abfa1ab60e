"""Where a question is to be asked, as the browser or a link says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rag import Scope
from ui.handlers.days import UnreadableDayError, day_of
from ui.handlers.sent import LONGEST, text_of

BOUNDS = ("since", "until")


def scope_of(sent: object) -> Scope:
    """The scope out of whatever was sent. A day that cannot be read stays as it was typed: the assistant refuses it, since
    a question must not be asked of more than was chosen."""
    given = sent.get("pages") if isinstance(sent, Mapping) else None
    pages = tuple(page for page in given if isinstance(page, str) and page) if isinstance(given, list) else ()
    since, until = (_day(name, text_of(sent, name, LONGEST)) for name in BOUNDS)
    return Scope(text_of(sent, "newspaper", LONGEST).strip(), since, until, pages)


def scope_in(fields: Mapping[str, Sequence[str]]) -> Scope:
    """The scope that the fields of an address hold, as `ui.links.scope_fields` writes them."""
    first = {name: fields[name][0] for name in ("newspaper", *BOUNDS) if fields.get(name)}
    return scope_of({**first, "pages": list(fields.get("page", ()))})


def unreadable(scope: Scope) -> str:
    """The name of the first bound that is no day; empty where both can be read."""
    for name in BOUNDS:
        try:
            day_of(name, getattr(scope, name) or "")
        except UnreadableDayError:
            return name
    return ""


def _day(name: str, typed: str) -> str | None:
    try:
        return day_of(name, typed)
    except UnreadableDayError:
        return typed.strip()
