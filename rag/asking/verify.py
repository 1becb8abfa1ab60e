"""The last step of every answer: each citation is held against its page, and what does not match goes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rag.records import Answer, Citation, Verdict
from rag.spans import quote

_MARKER = re.compile(r"\[(\d+)\]")


def verified(answer: Answer, page_text: Callable[[str], str]) -> Answer:
    """The answer without any claim whose citation is not, to the letter, in its page.

    A line that carried markers and keeps none of them is dropped; with no line left that is cited the verdict becomes
    ABSTAINED. `page_text` gives a page's text by name and may raise KeyError for a page that is gone.
    """
    good = {c.marker for c in answer.citations if is_exact(c, page_text)}
    nearest = tuple(c for c in answer.nearest if is_exact(c, page_text))
    if len(good) == len(answer.citations):
        return replace(answer, nearest=nearest)
    lines = [line for line in (_keep(t, good) for t in answer.text.split("\n")) if line is not None]
    kept = tuple(c for c in answer.citations if c.marker in good)
    verdict = answer.verdict if kept else Verdict.ABSTAINED
    return replace(answer, text="\n".join(lines), citations=kept, nearest=nearest, verdict=verdict)


def is_exact(citation: Citation, page_text: Callable[[str], str]) -> bool:
    """Whether the quote is the concatenation of its spans in the page, and not empty."""
    try:
        text = page_text(citation.page)
    except KeyError:
        return False
    return bool(citation.quote) and quote(text, citation.spans) == citation.quote


def _keep(line: str, good: set[int]) -> str | None:
    markers = {int(m) for m in _MARKER.findall(line)}
    if markers and not markers & good:
        return None
    return _MARKER.sub(lambda m: m[0] if int(m[1]) in good else "", line)
