"""What keeps the folder from being followed, told once when it begins and once when it is over."""

from __future__ import annotations

from pathlib import Path

from ui.following.diary import Decision, Diary
from ui.following.listing import Listing
from ui.following.notes import Became, Noted
from ui.problems import one_line, say_line

_NOTHING_GOES = "no page is taken out meanwhile"


class Troubles:
    """Each kind of trouble is a line, in the log and on stderr; the same line is not told again while it lasts."""

    def __init__(self, diary: Diary, folder: Path) -> None:
        self._diary, self._folder = diary, folder
        self._looking = self._doing = ""

    @property
    def now(self) -> str:
        """What is wrong at the moment, in one line; empty if nothing is."""
        return self._looking or self._doing

    def shut(self, error: OSError) -> None:
        """The folder cannot be looked into at all."""
        fact = f"the folder {self._folder} cannot be looked into ({error.strerror or error})"
        self._now(f"{fact}; {_NOTHING_GOES}: allow it, or bring its disk back")

    def seen(self, listing: Listing, noted: Noted) -> None:
        """The folder was looked into."""
        pages = sum(note.became is Became.PAGE for note in noted.files.values())
        if listing.bare and pages:
            remedy = "bring its disk back, or delete the pages in the browser"
            self._now(f"the folder {self._folder} is empty, as where a disk is away; {_NOTHING_GOES}: {remedy}")
        elif listing.shut:
            inside, why = next(iter(sorted(listing.shut.items())))
            more = f" and {len(listing.shut) - 1} more" if len(listing.shut) > 1 else ""
            self._now(f"{self._folder / inside}{more} cannot be looked into ({why}); {_NOTHING_GOES}: allow it")
        else:
            self._now("")

    def stopped(self, error: Exception) -> None:
        """The index or the disk did not take what was to be done."""
        if (line := _line(error)) != self._doing:
            self._tell(line)
        self._doing = line

    def went_well(self) -> None:
        """It did."""
        if self._doing:
            self._diary.note(Decision.WELL)
        self._doing = ""

    def _now(self, line: str) -> None:
        if line and line != self._looking:
            self._tell(line)
        if self._looking and not line:
            self._diary.note(Decision.WELL)
        self._looking = line

    def _tell(self, line: str) -> None:
        self._diary.note(Decision.PROBLEM, why=line)
        say_line(line)


def _line(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or 'the disk'} cannot be used ({error.strerror or error}); it is tried again"
    return f"{one_line(error)}; it is tried again"
