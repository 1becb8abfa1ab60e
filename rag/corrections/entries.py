"""A line of the ledger as a record: who ruled what, when, on which words of which page."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from rag.codec import from_json, to_json
from rag.records import Event, Spans
from rag.ruled import Ruling, Thing

AROUND = 24
"""Visible characters kept from before and behind the words: what tells two places apart that print the same."""

SPANS = 40
"""Spans of one anchor; an article of more is told by its first ones."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a page: where they stood, what they were, span by span, and what was printed before and behind them."""

    spans: Spans
    words: tuple[str, ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `id` is given by the ledger, as is `at`, a moment in UTC; `who` is empty where no names are asked for.

    `anchors` are the words that the ruling is about: one group, or one for each of several things that are merged. `was`
    are names, an office, a day or a headline as drawn from the page, `now` what takes their place; of an office `of` is the
    person's name. Of events `found` and `made` hold the same, with no page, number or spans of their own. `over` names the
    lines in whose place it stands, or which it undoes.
    """

    thing: Thing
    ruling: Ruling
    page: str
    digest: str
    anchors: tuple[Anchor, ...] = ()
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    of: str = ""
    found: tuple[Event, ...] = ()
    made: tuple[Event, ...] = ()
    over: tuple[str, ...] = ()
    who: str = ""
    at: str = ""
    id: str = ""


def anchored(text: str, spans: Spans) -> Anchor:
    """These words of a page's text, with what stands around them."""
    kept = spans[:SPANS]
    first, last = min(s.start for s in kept), max(s.end for s in kept)
    before = "".join(text[max(0, first - 4 * AROUND) : first].split())[-AROUND:]
    after = "".join(text[last : last + 4 * AROUND].split())[:AROUND]
    return Anchor(kept, tuple(text[s.start : s.end] for s in kept), before, after)


def bare(event: Event, spans: Spans = ()) -> Event:
    """What an event tells, without where it stands: as it is kept in a line."""
    return replace(event, page="", article=0, number=0, spans=spans, ruling=None, entry="")


def line_of(entry: Entry) -> str:
    """The line, without its end. Fields that say nothing are left out."""
    given = json.loads(to_json(entry))
    return json.dumps({k: v for k, v in given.items() if v not in ("", [])}, ensure_ascii=False, separators=(",", ":"))


def entry_of(line: str) -> Entry | None:
    """The record of a line; None where it is none: cut short, or written by something else. Its digest is not looked at."""
    try:
        entry = from_json(Entry, line)
        whole = all(isinstance(v, str) for v in (entry.id, entry.page, entry.digest)) and bool(entry.id)
        told = entry.thing is not Thing.EVENT or len(entry.anchors) >= len(entry.found)
        return entry if whole and told and all(_sound(anchor) for anchor in entry.anchors) else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _sound(anchor: Anchor) -> bool:
    pairs = [(s.start, s.end, len(w)) for s, w in zip(anchor.spans, anchor.words, strict=True)]
    return bool(pairs) and all(0 <= start < end and end - start == size for start, end, size in pairs)
