"""Makes the index hold what the folder holds: one look, what follows from it, and the notes and the log of that.

Every change of the index goes through the one place that changes it for the page. It is noted after it was made: whenever
the program ends in between, the next look comes to the same.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from rag import Count, NothingReadError, Outcome, OutcomeKind, RagError, Report
from ui.following.diary import Decision, Diary, Entry, shown
from ui.following.listing import Listing, look
from ui.following.notes import Became, Note, Noted, Notes
from ui.following.patience import Patience
from ui.following.plan import Pages, Plan, plan
from ui.following.saving import save_words
from ui.following.settling import STILL, Settling
from ui.following.troubles import Troubles
from ui.following.twins import twins
from ui.ports import Asked

AT_ONCE = 500
"""Files read before what became of them is noted: a new look at a large folder begins where the last one ended."""
ROUNDS = 4
"""Times that files are read within one pass because a page with their content went; what is left then is for the next."""

_DECISIONS = {
    OutcomeKind.ADDED: Decision.ADDED,
    OutcomeKind.REPLACED: Decision.REPLACED,
    OutcomeKind.SKIPPED: Decision.SAME,
    OutcomeKind.FAILED: Decision.FAILED,
    OutcomeKind.EMPTY: Decision.NO_PAGE,
    OutcomeKind.OTHER: Decision.NO_PAGE,
}


class Index(Protocol):
    """What changes the index, a thing at a time."""

    folder: Path

    def read(self, paths: Sequence[Path]) -> Report:
        """Read files of the folder."""
        ...

    def remove(self, names: Sequence[str]) -> None:
        """Delete pages, and nothing else."""
        ...


@dataclass(frozen=True, slots=True)
class Seen:
    """One look at the folder and what is to be done about it."""

    listing: Listing
    noted: Noted
    todo: Plan


@dataclass(frozen=True, slots=True)
class Standing:
    """The last decisions, the newest first; for how many seconds each page in the bin stays there; what is wrong, in one line,
    empty if nothing is."""

    decisions: tuple[Entry, ...] = ()
    bin: Mapping[str, float] = field(default_factory=dict)
    trouble: str = ""


class Follower:
    """`asked` tells what the index holds that `index` changes; `grace` are seconds that a page stays in the bin."""

    def __init__(
        self, index: Index, asked: Asked, notes: Notes, diary: Diary, grace: float, still: float = STILL
    ) -> None:
        self.notes, self.diary, self.grace = notes, diary, grace
        self._index, self._asked, self._digests = index, asked, asked.digests
        self._settling, self._patience, self._troubles = Settling(still), Patience(), Troubles(diary, index.folder)

    def look(self, clock: Callable[[], float] = time.monotonic) -> Seen | None:
        """What is to be done now; None where that is nothing, or the folder cannot be looked into, which is then told."""
        try:
            listing = look(self._index.folder)
        except OSError as error:
            self._troubles.shut(error)
            return None
        try:
            noted, pages, now = self.notes.read(), self._digests(), clock()
        except RagError as error:
            self._troubles.stopped(error)
            return None
        settled = self._settling.settled(listing.files, now)
        waiting = self._patience.waiting(listing.files, now)
        self._troubles.seen(listing, noted)
        todo = plan(listing, settled, noted, pages, time.time() - self.grace, waiting)
        return Seen(listing, noted, todo) if todo else None

    def carry_out(self, seen: Seen) -> None:
        """Do it. What goes wrong with the index or the disk is told in one line, and tried again at a later look."""
        try:
            self._carry_out(seen)
        except Exception as error:
            self._troubles.stopped(error)
        else:
            self._troubles.went_well()

    def keep(self, names: Sequence[str]) -> None:
        """Leave pages that are in the bin in the index, for good, as if somebody had brought them."""
        self.notes.brought(names)
        self.notes.out_of_bin(names)
        for name in names:
            self.diary.note(Decision.KEPT, name, "taken out of the bin in the browser")

    def standing(self) -> Standing:
        """How things stand, to be shown."""
        now = time.time()
        left = {name: max(0.0, since + self.grace - now) for name, since in self.notes.read().bin.items()}
        return Standing(self.diary.last(), left, self._troubles.now)

    def _carry_out(self, seen: Seen) -> None:
        todo, notes = seen.todo, self.notes
        pages = self._digests()
        for name in todo.kept:
            self.diary.note(Decision.KEPT, name, "its file is gone; it was brought in the browser, so it stays")
        notes.forget((*todo.kept, *todo.forgotten))
        notes.out_of_bin(todo.returned)
        for name in todo.returned:
            if name in pages and name not in seen.noted.brought:
                self.diary.note(Decision.RETURNED, name)
        for at in range(0, len(todo.read), AT_ONCE):
            self._read(todo.read[at : at + AT_ONCE], seen)
        self._into_bin(todo.missing, "its file is gone")
        self._remove(todo.over, seen.listing)

    def _read(self, names: Sequence[str], seen: Seen) -> None:
        """Read files, and those again whose content a page had that goes therefore."""
        was: Mapping[str, str] = {}
        for _ in range(ROUNDS):
            outcomes, before = self._outcomes(names, seen), self._digests()
            self._left_aside((name for name in names if name not in outcomes and shown(name) != name), seen)
            found = twins(outcomes, seen.listing, seen.noted, before)
            if found.leaving:
                self._index.remove(sorted(found.leaving))
                gone = sorted(found.leaving - set(seen.listing.files))
                self.notes.forget(gone)
                self.notes.out_of_bin(found.leaving)
            pages = self._digests()
            for name in sorted(outcomes.keys() - found.again.keys()):
                self._settle(outcomes[name], seen, pages, was.get(name, ""))
            if not found.again:
                return
            names, was = sorted(found.again), found.again

    def _outcomes(self, names: Sequence[str], seen: Seen) -> dict[str, Outcome]:
        """By name what became of the files. Of a page that was brought in the browser the words are put aside before
        others take their place."""
        brought = [name for name in names if name in seen.noted.brought]
        saved = save_words(self._asked, self._index.folder, brought)
        self.notes.about_to_read(names, seen.noted)
        try:
            outcomes = self._index.read([self._index.folder / name for name in names]).outcomes
        except NothingReadError as error:
            outcomes = error.outcomes
        told = {outcome.name: outcome for outcome in outcomes}
        for name, place in saved.items():
            if name not in told or told[name].kind is not OutcomeKind.REPLACED:
                place.unlink(missing_ok=True)
        return told

    def _settle(self, outcome: Outcome, seen: Seen, pages: Pages, was: str) -> None:
        """Note and log what a file became; `was` is the page that had its content before, if one had."""
        name = outcome.name
        mark = seen.listing.files.get(name)
        if mark is None:  # under this name it is told what became of a file that has none to be shown
            return
        if outcome.kind.is_page:
            page = outcome.same_as or name
            became = Became.PAGE if page == name else Became.SAME
            self._log(outcome, seen, was)
            self.notes.put({name: Note(mark, became, page, pages.get(page, ""))})
            return
        failed = outcome.kind is OutcomeKind.FAILED
        if not failed or self._patience.failed(name, mark, time.monotonic()):
            self.diary.note(_DECISIONS[outcome.kind], name, _and_page(outcome, failed and name in pages))
        self.notes.put({name: Note(mark, Became.FAILED if failed else Became.NOTHING)})
        if not failed and name in pages and name not in seen.noted.brought:
            self._into_bin((name,), "its file holds no page any more")

    def _left_aside(self, names: Iterable[str], seen: Seen) -> None:
        """Files whose names cannot be shown: their outcomes have others, and are all the same."""
        for name in names:
            self.diary.note(Decision.NO_PAGE, name, "has characters in its name that cannot be shown; rename it")
            self.notes.put({name: Note(seen.listing.files[name], Became.NOTHING)})

    def _log(self, outcome: Outcome, seen: Seen, was: str) -> None:
        name, note = outcome.name, seen.noted.files.get(outcome.name)
        if outcome.kind is OutcomeKind.SKIPPED and outcome.same_as == name:
            if note is None or note.became is Became.UNREAD:
                self.diary.note(Decision.THERE, name)
        elif was and outcome.kind is OutcomeKind.ADDED:
            moved = was not in seen.listing.files
            self.diary.note(Decision.RENAMED if moved else Decision.REPLACED, name, f"the words of {was} are here now")
        elif note is None or note.became is not Became.SAME or note.page != outcome.same_as:
            self.diary.note(_DECISIONS[outcome.kind], name, outcome.why)

    def _into_bin(self, names: Sequence[str], why: str) -> None:
        pages = self._digests()
        still = [name for name in names if name in pages]
        self.notes.into_bin(still, time.time())
        minutes = f"{Count(round(self.grace / 60)):# minute|# minutes}"
        for name in still:
            self.diary.note(Decision.BINNED, name, f"{why}; the page goes in {minutes}")

    def _remove(self, names: Sequence[str], listing: Listing) -> None:
        pages = self._digests()
        there = [name for name in names if name in pages]
        if there:
            self._index.remove(there)
        for name in there:
            self.diary.note(Decision.DELETED, name)
        self.notes.out_of_bin(names)
        self.notes.forget(name for name in names if name not in listing.files)


def _and_page(outcome: Outcome, has_page: bool) -> str:
    return f"{outcome.why}; the page stays as it was" if has_page else outcome.why
