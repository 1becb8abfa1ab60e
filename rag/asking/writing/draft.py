"""An answer in the making: claims, each with the passages that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rag.answered import Citation, Head, HeadKind
from rag.asking.matching.candidates import Candidate
from rag.records import Passage
from rag.spans import quote

_PRINTED_MARKER = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Source:
    """A passage with the article it stands in."""

    passage: Passage
    candidate: Candidate = field(compare=False)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a claim states in its own right, bare: a head of the answer."""

    value: str
    kind: HeadKind


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer; markers are set behind it for each of `sources`, then `glue` before the next.

    `states` are the heads of the answer that it makes; a claim that only quotes makes none. What looks like a marker in `text` was printed by the newspaper and is shown with full-width brackets.
    """

    text: str
    sources: tuple[Source, ...] = ()
    glue: str = "\n"
    states: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """The answer's text with markers, the citations in order of their markers, and its heads."""

    text: str
    citations: tuple[Citation, ...]
    heads: tuple[Head, ...]


def render(claims: Iterable[Claim]) -> Rendered:
    """Claims one behind the other, each with the markers of what it rests on."""
    numbers: dict[Source, int] = {}
    text = ""
    heads: dict[Stated, Head] = {}
    for claim in claims:
        marks = [numbers.setdefault(s, len(numbers) + 1) for s in dict.fromkeys(claim.sources)]
        text += _PRINTED_MARKER.sub(r"［\1］", claim.text) + "".join(f"[{n}]" for n in marks) + claim.glue
        for stated in claim.states:
            heads.setdefault(stated, Head(stated.value, stated.kind, tuple(marks)))
    citations = tuple(citation(s, n) for s, n in numbers.items())
    return Rendered(text.rstrip("\n、, "), citations, tuple(heads.values()))


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
        issued=reading.issued,
        elsewhere=reading.article.elsewhere,
    )
