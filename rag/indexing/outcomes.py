"""What became of the files that were given: what an error means for a file, and the error where none could be read."""

from __future__ import annotations

from collections.abc import Sequence

from rag.errors import EmptyPageError, NoPageError, PageError, RagError
from rag.records import Outcome, OutcomeKind


class NothingReadError(RagError):
    """No page could be indexed, and the index holds none. `outcomes` has every file."""

    def __init__(self, outcomes: Sequence[Outcome]) -> None:
        self.outcomes = tuple(outcomes)
        first = next((o for o in self.outcomes if o.kind is OutcomeKind.FAILED), self.outcomes[0])
        super().__init__(f"no page could be indexed: {first.why}")


def kind_of(error: PageError) -> OutcomeKind:
    """What a file's error makes of it: failed, empty, or of a kind that holds no page."""
    if isinstance(error, EmptyPageError):
        return OutcomeKind.EMPTY
    return OutcomeKind.OTHER if isinstance(error, NoPageError) else OutcomeKind.FAILED
