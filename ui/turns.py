"""One exchange of the conversation: what was asked and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from rag import Answer, Citation, Verdict


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer, or with the reason why there is none.

    `problem` is the name of the kind of error, `detail` the library's own line about it. `liked` is the reader's opinion.
    """

    question: str
    answer: Answer | None = None
    problem: str = ""
    detail: str = ""
    liked: bool | None = None

    @property
    def refused(self) -> bool:
        """Whether the pages do not tell what was asked."""
        return self.answer is not None and self.answer.verdict is Verdict.ABSTAINED

    @property
    def shown(self) -> tuple[Citation, ...]:
        """What can be opened from this turn: the citations, or with a refusal what came nearest."""
        if self.answer is None:
            return ()
        return self.answer.nearest if self.refused else self.answer.citations
