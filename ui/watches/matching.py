"""What a watch finds on a page held against what it found there before: after a correction the same find may stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag import Spans, overlap
from ui.watches.records import Hit, id_of

LEAST = 0.5
"""Share of the shorter one's characters that two finds have in common to be one."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Hits that are new, hits as they stand now that stood otherwise or nowhere, and hits that stand no more."""

    new: tuple[Hit, ...]
    moved: tuple[Hit, ...]
    gone: tuple[Hit, ...]


def matched(before: Sequence[Hit], found: Sequence[Hit]) -> Matched:
    """Words are the find that stood in the same words, else the one that most of them are shared with; each once."""
    left = {hit.spans: hit for hit in found}  # several things told in the same words are one find
    known = {hit.id for hit in before}
    pairs: list[tuple[Hit, Hit]] = []
    rest: list[Hit] = []
    for old in before:
        if old.spans in left:
            pairs.append((old, left.pop(old.spans)))
        else:
            rest.append(old)
    for old, now in _nearest(tuple(rest), tuple(left.values())):
        pairs.append((old, left.pop(now.spans)))
        rest.remove(old)
    new = tuple(replace(hit, id=_free(hit, known)) for hit in left.values())
    moved = (replace(o, article=n.article, spans=n.spans, withdrawn=False) for o, n in pairs)
    gone = tuple(replace(old, withdrawn=True) for old in rest if not old.withdrawn)
    return Matched(new, tuple(hit for hit in moved if hit not in before), gone)


def _nearest(before: Sequence[Hit], found: Sequence[Hit]) -> Iterator[tuple[Hit, Hit]]:
    """Pairs that share enough, those first that share most; among equals those that stand, and the earliest."""
    told = [
        (_shared(old.spans, now.spans), not old.withdrawn, -old.number, old, now) for old in before for now in found
    ]
    taken: set[object] = set()
    for shared, _, _, old, now in sorted(told, key=lambda t: t[:3], reverse=True):
        if shared >= LEAST and not {old.id, now.spans} & taken:
            taken |= {old.id, now.spans}
            yield old, now


def _shared(one: Spans, other: Spans) -> float:
    size = min(sum(s.end - s.start for s in spans) for spans in (one, other))
    return overlap(one, other) / max(size, 1)


def _free(hit: Hit, known: set[str]) -> str:
    """The id of a hit, another one where a find that moved away from there has it."""
    made = id_of(hit)
    while made in known:
        made = id_of(replace(hit, watch=made))
    return made
