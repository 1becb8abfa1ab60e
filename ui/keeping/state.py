"""What is told of changes to the index: how a run is going, what became of each file, what was deleted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rag import OutcomeKind, RagError


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one file: `given` is its name as dropped, `name` that of the page, `why` the library's own line."""

    given: str
    name: str
    kind: OutcomeKind
    why: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """What is going on, or how the last run ended. `left` are seconds, `share` is from 0 to 1.

    `waiting` are names of files that came and were not read yet. `unchanged` counts pages of the folder that were read
    again and are as they were. `problem` is one line; what it stopped is kept and can be tried again.
    """

    running: bool = False
    stage: str = ""
    done: int = 0
    total: int = 0
    share: float = 0.0
    left: float = 0.0
    waiting: tuple[str, ...] = ()
    fates: tuple[Fate, ...] = ()
    unchanged: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """A page that was deleted, and where its file lies now; None where the folder had no such file.

    `stuck` says that the file could not be moved, `left` that it was not to be: it lies where it lay.
    """

    name: str
    place: Path | None
    stuck: bool = False
    left: bool = False


class BusyError(RagError):
    """The index is being changed already."""
