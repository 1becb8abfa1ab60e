"""What became of the files that were given: what an error means for a file, and the error where none could be read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from rag.errors import EmptyPageError, NoPageError, PageError, RagError
from rag.records import Outcome, OutcomeKind


class NothingReadError(RagError):
    """No page could be indexed, and the index holds none. `outcomes` has every file; none where they went before they were read."""

    def __init__(self, outcomes: Sequence[Outcome]) -> None:
        self.outcomes = tuple(outcomes)
        failed = (o.why for o in self.outcomes if o.kind is OutcomeKind.FAILED)
        others = (o.why for o in self.outcomes)
        super().__init__(f"no page could be indexed: {next(chain(failed, others), 'the files are there no more')}")


def kind_of(error: PageError) -> OutcomeKind:
    """What a file's error makes of it: failed, empty, or of a kind that holds no page."""
    if isinstance(error, EmptyPageError):
        return OutcomeKind.EMPTY
    return OutcomeKind.OTHER if isinstance(error, NoPageError) else OutcomeKind.FAILED
