"""One act as one sentence tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rag.records import Person, Standing
from rag.tables import cue_words
from rag.understanding.clauses import Hit
from rag.understanding.subjects import Subject

_BRINGS = cue_words("bringing")
_BETWEEN = re.compile(r"(?:以及|[、，,和与及]|等地?|\d+[个家处])*")
"""What stands between and behind the places of a list."""


def _names_only(words: str, places: Sequence[str]) -> bool:
    """Whether words name these places and tell nothing else."""
    for place in sorted(places, key=len, reverse=True):
        words = words.replace(place, "、")
    return _BETWEEN.fullmatch(words) is not None


class Act(NamedTuple):
    """One act as told by one sentence; `start` and `end` are offsets in the sentence.

    `family` is a use of verbs, or visit for acts, looks and moves together. `standing` is None for an act denied.
    """

    family: str
    subject: Subject
    hits: tuple[Hit, ...]
    start: int
    end: int
    target: str = ""
    places: tuple[str, ...] = ()
    company: tuple[Person, ...] = ()
    standing: Standing | None = Standing.DONE
    implied: bool = False
    groups: tuple[Person, ...] = ()
    met: tuple[Person, ...] = ()

    @property
    def verbs(self) -> tuple[str, ...]:
        """The verbs as printed, each once."""
        return tuple(dict.fromkeys(h.verb.word for h in self.hits))

    def and_then(self, last: str, places: Sequence[str]) -> str:
        """What a visit was about that has gone on with this act: what it was about so far (`last`), unless that only names
        the `places` it went to, and what this act is about.
        """
        aim = self.aim if last or places else self.target
        before = "" if aim and _names_only(last, places) else last
        return "；".join(dict.fromkeys(t for t in (before, aim) if t))

    @property
    def aim(self) -> str:
        """What is visited or looked at: the target, unless that is only a greeting or a gift brought there."""
        return "" if self.hits and all(h.verb.word.startswith(_BRINGS) for h in self.hits) else self.target
