"""An answer in the making: claims, each with the passages that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rag.asking.matching.candidates import Candidate
from rag.records import Citation, Passage
from rag.spans import quote

_PRINTED_MARKER = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Source:
    """A passage with the article it stands in."""

    passage: Passage
    candidate: Candidate = field(compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer; markers are set behind it for each of `sources`, then `glue` before the next.

    What looks like a marker in `text` was printed by the newspaper and is shown with full-width brackets.
    """

    text: str
    sources: tuple[Source, ...] = ()
    glue: str = "\n"


def render(claims: Iterable[Claim]) -> tuple[str, tuple[Citation, ...]]:
    """The answer's text with markers and the citations in order of their markers."""
    numbers: dict[Source, int] = {}
    text = ""
    for claim in claims:
        marks = [numbers.setdefault(s, len(numbers) + 1) for s in dict.fromkeys(claim.sources)]
        text += _PRINTED_MARKER.sub(r"［\1］", claim.text) + "".join(f"[{n}]" for n in marks) + claim.glue
    return text.rstrip("\n、, "), tuple(citation(s, n) for s, n in numbers.items())


def citation(source: Source, marker: int) -> Citation:
    """The passage as a citation; the quote is checked against the page later, not trusted here."""
    reading, p = source.candidate.reading, source.passage
    return Citation(
        marker=marker,
        page=p.page,
        spans=p.spans,
        quote=quote(reading.page.text, p.spans),
        title=reading.article.title,
        date=reading.understood.when.value,
        newspaper=reading.page.newspaper,
        article=p.article,
        date_basis=reading.understood.when.basis,
    )
