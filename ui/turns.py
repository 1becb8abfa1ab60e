"""One exchange of the conversation: what was asked and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from rag import Answer, Citation, Spans, Verdict


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer, or with the reason why there is none; with neither it is still being looked up.

    `problem` is the name of the kind of error, `detail` the library's own line about it. `coming` is the beginning of
    the answer that is shown while the rest comes. `liked` is the reader's opinion.
    """

    question: str
    answer: Answer | None = None
    problem: str = ""
    detail: str = ""
    coming: str = ""
    liked: bool | None = None

    @property
    def finished(self) -> bool:
        """Whether something came of it."""
        return self.answer is not None or bool(self.problem)

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


Turns = tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the citations that can be opened from a turn; with a refusal they support nothing."""

    turn: int
    citations: tuple[Citation, ...]
    which: int
    nearest: bool = False

    @property
    def spans(self) -> Spans:
        """The words of the chosen citation."""
        return self.citations[self.which].spans

    @property
    def also(self) -> Spans:
        """The words that the answer's other citations rest on, on the same page."""
        page = self.citations[self.which].page
        return tuple(s for other in self.citations if other.page == page for s in other.spans)
