"""Words of an earlier version of a page found again in this one: by what they say and what stands around them.

Line ends and spaces may have changed. Words that stand there no more, or at several places that nothing tells apart, are not
placed: a ruling on other words than somebody saw would be worse than none.
"""

from __future__ import annotations

from functools import cached_property

from rag.corrections.entries import Anchor
from rag.records import Page, Span, Spans

NEAR = 3
"""Characters around them that must be the same, where there were any, for words that stand at one place alone to be those."""


class Placing:
    """Where anchors stand on one page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @cached_property
    def _offsets(self) -> list[int]:
        return [at for at, char in enumerate(self._page.text) if not char.isspace()]

    @cached_property
    def _text(self) -> str:
        return "".join(self._page.text[at] for at in self._offsets)

    def place(self, anchor: Anchor, digest: str) -> Spans | None:
        """The spans of the anchor's words on the page, in their order, one for each; None where they are not there."""
        if digest == self._page.digest:
            stand = (self._page.text[s.start : s.end] for s in anchor.spans)
            return anchor.spans if tuple(stand) == anchor.words else None
        order = sorted(range(len(anchor.spans)), key=lambda k: anchor.spans[k].start)
        found: dict[int, Span] = {}
        for place, k in enumerate(order):
            before = anchor.before if place == 0 else ""
            after = anchor.after if place == len(order) - 1 else ""
            behind = found[order[place - 1]].end if place else 0
            span = self._find(anchor.words[k], before, after, behind)
            if span is None:
                return None
            found[k] = span
        return tuple(found[k] for k in range(len(anchor.spans)))

    def _find(self, words: str, before: str, after: str, behind: int) -> Span | None:
        wanted = "".join(words.split())
        places = [at for at in _each(self._text, wanted) if self._offsets[at] >= behind] if wanted else []
        told = [(self._around(at, len(wanted), before, after), at) for at in places]
        best = max((alike for alike, _ in told), default=0)
        likeliest = [at for alike, at in told if alike == best]
        if (before or after) and best < min(NEAR, len(before) + len(after)):
            return None
        if len(likeliest) > 1 and (before or after or not behind):
            return None
        return self._span(likeliest[0], len(wanted)) if likeliest else None

    def _around(self, at: int, size: int, before: str, after: str) -> int:
        """How many characters on both sides are as they were, up to the first that is not."""
        left = self._text[max(0, at - len(before)) : at]
        right = self._text[at + size : at + size + len(after)]
        return _common(left[::-1], before[::-1]) + _common(right, after)

    def _span(self, at: int, size: int) -> Span:
        return Span(self._offsets[at], self._offsets[at + size - 1] + 1)


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _each(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
