"""Which of several mentions of one text may stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rag.records import Mention


def free(found: Iterable[Mention], taken: Sequence[Mention] = ()) -> Iterator[Mention]:
    """Those that meet neither what is taken nor one that came before them."""
    covered = {at for m in taken for at in range(m.start, m.end)}
    for m in found:
        own = range(m.start, m.end)
        if covered.isdisjoint(own):
            covered.update(own)
            yield m
