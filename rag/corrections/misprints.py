"""Names that a page prints wrongly: sentences are found, read and answered with the right ones, and quoted as printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.corrections.entries import Entry
from rag.records import Spans
from rag.ruled import Ruled, Thing

Pairs = tuple[tuple[str, str], ...]

NAMED = (Thing.PERSON, Thing.PLACE, Thing.OFFICE)


def read_instead(entry: Entry) -> Pairs:
    """(what is printed, what is read in its place) of a ruling that gives another writing; a name that was cut out of the
    page wrongly, and stands there rightly, is none."""
    if entry.thing in NAMED and len(entry.now) == 1:
        return _pairs((w + entry.of, entry.now[0] + entry.of) for w in entry.was)
    if entry.thing is not Thing.EVENT or len(entry.found) != len(entry.made):
        return ()
    pairs: list[tuple[str, str]] = []
    for found, made in zip(entry.found, entry.made, strict=True):
        for was, now in ((found.actors, made.actors), (found.participants, made.participants), (found.met, made.met)):
            pairs += _one_by_one([p.name for p in was], [p.name for p in now])
        pairs += _one_by_one(found.places, made.places)
    return _pairs(pairs)


def as_corrected(text: str, spans: Spans, ruled: Iterable[Ruled]) -> str:
    """A sentence or headline as it is read; what was ruled on an event holds for its own words alone."""
    for one in ruled:
        if one.read and (one.thing is not Thing.EVENT or _meet(spans, one)):
            for was, now in one.read:
                text = text.replace(was, now)
    return text


def _one_by_one(was: Sequence[str], now: Sequence[str]) -> list[tuple[str, str]]:
    """The names that stand in place of others, where there are as many as before."""
    return (
        list(zip(was, now, strict=True))
        if len(was) == len(now) and not set(was) & (set(now) - {*_kept(was, now)})
        else []
    )


def _kept(was: Sequence[str], now: Sequence[str]) -> list[str]:
    return [a for a, b in zip(was, now, strict=True) if a == b]


def _pairs(pairs: Iterable[tuple[str, str]]) -> Pairs:
    return tuple(dict.fromkeys((was, now) for was, now in pairs if len(was) > 1 and was not in now and now not in was))


def _meet(spans: Spans, ruled: Ruled) -> bool:
    return any(start < s.end and s.start < end for start, end in ruled.places for s in spans)
