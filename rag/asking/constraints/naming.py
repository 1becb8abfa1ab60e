"""The articles that name whom, where and of which festival a question asks, before those that do not.

An article without one of them cannot answer (`rag.asking.constraints.named`), however near it comes; so it is not read in
place of one that may.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.asked import Frame
from rag.asking.constraints.named import missing_festivals, missing_people, missing_places
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.types import OF_ONE_ARTICLE, type_of


def naming(query: Frame, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that name all the people asked about, and of these those that name all the places, and so on; all of
    them where none does, where the answer may stand in many articles, and where it is asked which of several people it was."""
    kept = list(candidates)
    if type_of(query).reach not in OF_ONE_ARTICLE or query.choices:
        return kept
    for missing in (missing_people, missing_places, missing_festivals):
        kept = _lacking_none(kept, query, missing) or kept
    return kept


def _lacking_none(
    candidates: Sequence[Candidate], query: Frame, missing: Callable[[Frame, Candidate], list[str]]
) -> list[Candidate]:
    return [c for c in candidates if not missing(query, c)]
