"""Hard-wrapped paragraphs: lines that were broken at a column's width and have to be read as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rag.reading.cues import has_cue
from rag.reading.issueline import bare_day, line_day
from rag.reading.listed import PAUSES
from rag.reading.spaced import width
from rag.records import Span

SLACK = 2
"""Characters by which full lines of a column differ: punctuation is not left at a line's start."""

NARROWEST = 8
"""Characters. Narrower lines than a newspaper column's are a list or headlines, not wrapped prose."""

FEWEST = 3
"""Lines that must follow one another without a gap before they are taken for wrapped prose."""

FULL = 1 / 3
"""Share of the lines that must be full: in wrapped prose only the last of a paragraph and the headlines are not."""

STOPS = (*"。！？!?…”", *PAUSES)


def unwrap(text: str, lines: Sequence[Span]) -> list[list[Span]]:
    """The lines of a page in order, those of one paragraph together."""
    groups: list[list[Span]] = []
    run: list[Span] = []
    for line in lines:
        if run and gap(text, run[-1], line):
            groups += _paragraphs(text, run)
            run = []
        run.append(line)
    return groups + _paragraphs(text, run)


def gap(text: str, before: Span, after: Span) -> bool:
    """Whether an empty line stands between the two."""
    return text.count("\n", before.end, after.start) > 1 or text.count("\r", before.end, after.start) > 1


def _paragraphs(text: str, run: Sequence[Span]) -> list[list[Span]]:
    """A run of lines without gaps as paragraphs; each line its own where the run is not wrapped."""
    usual = _width(text, run)
    found: list[list[Span]] = []
    full = False
    for line in run:
        words = text[line.start : line.end]
        alone = bare_day(words) or line_day(words) is not None
        if full and not alone and not _opens(text, line):
            found[-1].append(line)
        else:
            found.append([line])
        full = not alone and abs(width(text, line) - usual) <= SLACK and not text.startswith(STOPS, line.end - 1)
    return found


def _width(text: str, run: Sequence[Span]) -> int:
    """The width that most lines have, or a width that none has where the run is not wrapped.

    Lines as wide as each other are no column's where more of the text stands in wider ones: headlines above paragraphs.
    """
    if len(run) < FEWEST:
        return -SLACK - 1
    counts = Counter(width(text, line) for line in run)
    near = {wide: sum(counts[wide - less] for less in range(SLACK + 1)) for wide in counts}
    most = max(near, key=lambda w: (near[w], w))
    held = sum(wide * count for wide, count in counts.items() if most - SLACK <= wide <= most)
    beyond = sum(wide * count for wide, count in counts.items() if wide > most + SLACK)
    wrapped = most >= NARROWEST and near[most] >= FULL * len(run) and held > beyond
    return most if wrapped else -SLACK - 1


def _opens(text: str, line: Span) -> bool:
    """Whether a line is indented, or worded as one that stands by itself or opens an article."""
    indented = text[line.start].isspace() or (line.start > 0 and text[line.start - 1] in " \t　")
    return indented or any(
        has_cue(cue, text[line.start : line.end]) for cue in ("dateline", "byline", "subtitle", "governs")
    )
