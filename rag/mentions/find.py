"""All mentions of a text together."""

from __future__ import annotations

from rag.mentions.figures import figures
from rag.mentions.names import Names, named
from rag.mentions.times import times
from rag.records import Mention
from rag.time import Clock


def mentions(text: str, names: Names | None = None, clock: Clock | None = None) -> tuple[Mention, ...]:
    """What a text of a page mentions, in its order; mentions of different kinds may overlap, but no figure is part of a time.

    `names` are those that its article is known to hold, `clock` what days are worked out from.
    """
    when = times(text, clock)
    counted = figures(text, [(m.start, m.end) for m in when])
    return tuple(sorted((*when, *counted, *named(text, names or Names())), key=lambda m: (m.start, -m.end)))
