"""The last step of every answer: each citation is held against its page, and what does not match goes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rag.answered import Answer, Citation, Verdict
from rag.asking.constraints.lack import Lack
from rag.asking.writing.phrases import phrase
from rag.spans import quote

_BETWEEN = "、,，; "
"""What stands between the claims of one line."""

_MARKERS = re.compile(r"(?:\[\d+\])+")
"""What ends a claim."""
_MARKER = re.compile(r"\[(\d+)\]")


def verified(answer: Answer, page_text: Callable[[str], str]) -> Answer:
    """The answer without any claim whose citation is not, to the letter, in its page.

    A claim reaches from the markers before it to its own; one that keeps none of them is dropped with its words. With
    no citation left the answer is a refusal. `page_text` gives a page's text by name and may raise KeyError for a page
    that is gone.
    """
    good = {c.marker for c in answer.citations if is_exact(c, page_text)}
    answer = replace(answer, nearest=tuple(c for c in answer.nearest if is_exact(c, page_text)))
    if len(good) == len(answer.citations):
        return answer
    heads = tuple(h for h in answer.heads if good.intersection(h.markers))
    if not good:
        text = phrase(f"none_{Lack.SUBJECT}", answer.query.language)
        return replace(answer, text=text, citations=(), heads=(), verdict=Verdict.ABSTAINED, reason=Lack.SUBJECT)
    lines = [kept for line in answer.text.split("\n") if (kept := _keep(line, good))]
    citations = tuple(c for c in answer.citations if c.marker in good)
    return replace(answer, text="\n".join(lines), citations=citations, heads=heads)


def is_exact(citation: Citation, page_text: Callable[[str], str]) -> bool:
    """Whether the quote is the concatenation of its spans in the page, and not empty."""
    try:
        text = page_text(citation.page)
    except KeyError:
        return False
    return bool(citation.quote) and quote(text, citation.spans) == citation.quote


def _keep(line: str, good: set[int]) -> str:
    """The claims of a line that keep a marker; a line that never had one is kept as it is."""
    if not _MARKER.search(line):
        return line
    kept, begins = [], 0
    for end in _MARKERS.finditer(line):
        markers = [m for m in _MARKER.findall(end.group()) if int(m) in good]
        kept += [line[begins : end.start()] + "".join(f"[{m}]" for m in markers)] if markers else []
        begins = end.end()
    return "".join(kept).strip(_BETWEEN)
