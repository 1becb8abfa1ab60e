"""One act as one sentence tells it."""

from __future__ import annotations

from typing import NamedTuple

from rag.records import Person, Standing
from rag.understanding.clauses import Hit
from rag.understanding.cues import cue_words
from rag.understanding.subjects import Subject

_BRINGS = cue_words("bringing")


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

    @property
    def aim(self) -> str:
        """What is visited or looked at: the target, unless that is only a greeting or a gift brought there."""
        return "" if self.hits and all(h.verb.word.startswith(_BRINGS) for h in self.hits) else self.target
