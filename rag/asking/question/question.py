"""A question read, with its text: what the modules of this wing pass to each other, and nobody else sees."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from rag.asked import Frame


@dataclass(frozen=True, slots=True)
class Question(Frame):
    """The frame a question comes to, and `question`, its text; `behind` where it is read behind the one asked before it."""

    question: str = field(kw_only=True)
    behind: bool = field(default=False, kw_only=True)

    def framed(self) -> Frame:
        """What leaves this wing: all of it but the text."""
        return Frame(**{f.name: getattr(self, f.name) for f in fields(Frame)})
