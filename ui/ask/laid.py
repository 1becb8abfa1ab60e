"""An answer laid out to be read: what it states, and every quotation once, whole, under what it bears out.

The library writes an answer as lines of text for programs and terminals; a line may hold a day, a headline and the part of
a sentence that answers. People are shown these apart, and the sentence to its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rag import Answer, Citation

MARKER = re.compile(r"\[(\d+)\]")
_AT_THE_END = re.compile(r"(?<!\])(?:\[\d+\])++$")
_CUT = " ，,；;、…"
"""What may stand where a sentence was cut off."""
_JOINTS = ("——", "：", ": ")
"""What the library sets between a day, a headline and what is quoted."""
SHORTEST = 4
"""Characters of a part of a line that is taken for a quotation."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A line that the answer says of its own, with its markers; `title` is the headline that it is told under, if any."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A citation shown as a quotation; what of its quote answers stands from `start` to `end`."""

    citation: Citation
    start: int
    end: int


Part = Statement | Quotation


def laid_out(answer: Answer) -> tuple[Part, ...]:
    """The answer's lines in order. One that states all in one line gets the first quotation that bears it out."""
    cited = {citation.marker: citation for citation in answer.citations}
    parts = [part for line in answer.text.splitlines() if line.strip() for part in _line(line.strip(), cited)]
    shown: dict[int, Part] = {}
    once = [p for p in parts if not isinstance(p, Quotation) or shown.setdefault(p.citation.marker, p) is p]
    resting = [p for p in once if isinstance(p, Statement) and _markers(p.text, cited)]
    if not shown and len(resting) == 1:
        once.append(_whole(cited[_markers(resting[0].text, cited)[0]]))
    return tuple(once)


def quoted(parts: tuple[Part, ...]) -> set[int]:
    """The markers of the citations that are shown as quotations."""
    return {part.citation.marker for part in parts if isinstance(part, Quotation)}


def _line(line: str, cited: Mapping[int, Citation]) -> Iterator[Part]:
    marks = _AT_THE_END.search(line)
    said = line[: marks.start()] if marks else line
    sources = [cited[n] for n in _markers(marks[0], cited)] if marks else []
    if not sources or MARKER.search(said):
        yield Statement(line)
        return
    if found := _in_one(said, sources):
        yield found
        return
    for left, right in _halves(said):
        if found := _in_one(right, sources):
            rest = "".join(f"[{c.marker}]" for c in sources if c is not found.citation)
            yield _statement(left, found.citation, rest)
            yield found
            return
        if right == sources[0].title:
            yield Statement(left + (marks[0] if marks else ""), right)
            return
    yield Statement(line)


def _statement(left: str, citation: Citation, rest: str) -> Statement:
    """What stands before a quotation: a day, and the headline where it is named too."""
    title = citation.title
    if title and left.endswith(title):
        return Statement(left.removesuffix(title).rstrip("：: ") + rest, title)
    return Statement(left + rest)


def _halves(said: str) -> Iterator[tuple[str, str]]:
    """The line cut in two at each of its joints, those farthest to the left first."""
    for joint in _JOINTS:
        at = said.find(joint)
        while at > 0:
            yield said[:at].rstrip(), said[at + len(joint) :].strip()
            at = said.find(joint, at + 1)


def _in_one(said: str, sources: list[Citation]) -> Quotation | None:
    """The first of the sources whose quote holds the words."""
    words = said.strip().rstrip(_CUT)
    if len(words) < SHORTEST:
        return None
    found = ((c, c.quote.find(words)) for c in sources)
    return next((Quotation(c, at, at + len(words)) for c, at in found if at >= 0), None)


def _whole(citation: Citation) -> Quotation:
    return Quotation(citation, 0, len(citation.quote))


def _markers(text: str, cited: Mapping[int, Citation]) -> list[int]:
    return [n for n in map(int, MARKER.findall(text)) if n in cited]
