"""Which of several mentions of one text may stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rag.records import Mention


def free(found: Iterable[Mention], taken: Sequence[Mention] = ()) -> Iterator[Mention]:
    """Those that meet neither what is taken nor one that came before them."""
    spans = [(m.start, m.end) for m in taken]
    for m in found:
        if not any(s < m.end and m.start < e for s, e in spans):
            spans.append((m.start, m.end))
            yield m
