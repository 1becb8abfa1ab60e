"""Whether a sentence holds the kind of thing a question asks for: each kind has a module with a method `holds`, by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import cast

from rag.asked import Cue, Frame
from rag.asking.expected.attributes import lacks_attribute
from rag.asking.expected.none_told import none_told
from rag.asking.expected.points import strings_so_many
from rag.asking.expected.things import lacks_thing
from rag.asking.expected.wants import wants_reason
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.types import type_of
from rag.records import Passage
from rag.tables import any_of, cue_pattern

_FROM = re.compile(rf"{any_of('origins', 'asking_cues.tsv')}|[一-鿿]{{2,20}}人(?=[，,。、；]|$)")
_REASON = cue_pattern("reasons", "asking_cues.tsv")

Holds = Callable[[Frame, Passage, Candidate], bool]


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the passage has what the type of the question wants; True for kinds that any sentence may answer,
    and for a sentence that says there is none."""
    if none_told(query, passage):
        return True
    if not strings_so_many(query, passage, candidate):
        return False
    if wants_reason(query) and not _REASON.search(passage.text):
        return False
    if lacks_attribute(query.wording.told, passage.text):
        return False
    if lacks_thing(query.wording.thing, passage.text) or (Cue.ORIGIN in query.cues and not _FROM.search(passage.text)):
        return False
    expected = type_of(query).expected
    return not expected or _method(expected)(query, passage, candidate)


@lru_cache(maxsize=64)
def _method(expected: str) -> Holds:
    """`holds` of the module of that name. ModuleNotFoundError where the table names one that is not there."""
    return cast(Holds, import_module(f"{__package__}.{expected}").holds)
