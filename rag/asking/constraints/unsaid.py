"""English words that the project's own list does not render: whether an article can be about them at all.

A dictionary's renderings prove nothing (see `rag.asking.question.glossary`), but where none of several such words stands in the
article the question was about something else. One alone may be told in words that the dictionary does not have.
"""

from __future__ import annotations

from rag.asked import Frame
from rag.asking.matching.terms import PARTLY, plain, said

SEVERAL = 2
"""Words that must all be missing."""


def unsaid(query: Frame, text: str) -> str:
    """The first such word of which the text says nothing, where it says nothing of any of them; else empty."""
    if not (query.people or query.places) and (
        foreign := next((n for n in query.wording.foreign if n not in text), "")
    ):
        return foreign
    unlisted = query.wording.unlisted
    told = any(said(plain(r), text) >= PARTLY for _, renderings in unlisted for r in renderings)
    return unlisted[0][0] if len(unlisted) >= SEVERAL and not told else ""
