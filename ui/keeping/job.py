"""The one place that changes the index for the page: reads what arrived, reads the folder again, deletes pages.

One thing at a time, in a thread of its own, while questions go on being answered from the index as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock, Thread

from rag import (
    Config,
    IndexUnusableError,
    ModelError,
    NothingReadError,
    Outcome,
    OutcomeKind,
    RagError,
    Report,
    SettingError,
    correct_pages,
)
from ui.correcting.following import Following
from ui.following.listing import mark_at
from ui.following.notes import Became, Note, Notes
from ui.keeping.folder import arrived, discard, keep, landed, own_file, set_aside, sweep
from ui.keeping.pace import Pace
from ui.keeping.state import BusyError, Fate, Gone, Job
from ui.problems import one_line, report

NOT_ABOUT_THE_FILES = (IndexUnusableError, ModelError, SettingError)
"""What may pass or be put right; the files stay and can be read later."""

Build = Callable[..., Report]
"""Takes the settings, paths and somebody to tell of progress, and by name the folder `within` which some paths lie."""
Delete = Callable[[Config, Sequence[str]], tuple[str, ...]]
Correct = Callable[[Config], tuple[str, ...]]
Work = Callable[[], None]


class Indexing:
    """Changes the index of `config` by files of `folder`. Any number of threads may call."""

    def __init__(
        self,
        config: Config,
        folder: Path,
        build: Build,
        delete: Delete,
        own: Callable[[], bool] = lambda: True,
        correct: Correct = correct_pages,
    ) -> None:
        """`own` tells whether the folder is this index's; in another's no file is moved unless somebody says so."""
        self.config, self.folder, self.own = config, folder, own
        self._build, self._delete, self._correct = build, delete, correct
        self._changing, self._guard = Lock(), Lock()
        self._correcting = Following(self._follow)
        self._job, self._pace = Job(), Pace()
        self._given: dict[Path, str] = {}
        self._again = self._renew = False
        self._following: Work | None = None
        self._thread: Thread | None = None
        self.notes = Notes(config.index, folder)
        sweep(folder)

    def forget(self) -> None:
        """A new drop begins: what became of the last one is told no more, unless it is still going on."""
        with self._guard:
            if not self._job.running:
                self._job = Job()

    def land(self, part: Path, given: str) -> str:
        """A dropped file came whole; the name it was given. The next run reads it."""
        whole = landed(part, given)
        self._given[whole] = given
        return whole.name

    def refuse(self, given: str, name: str, why: str) -> None:
        """A dropped file is not taken at all."""
        self._tell(Fate(given, name, OutcomeKind.FAILED, why))

    def begin(self, again: bool = False, renew: bool = False) -> None:
        """Read what arrived, and with `again` the whole folder; joins what is running, if something is.

        With `renew` the pages of an index that another version built are read again, and nothing else, before the rest.
        """
        with self._guard:
            self._again, self._renew = self._again or again, self._renew or renew
            self._run_on()

    def follow(self, work: Work) -> None:
        """Have this done after what arrived, and wait until it is; it changes the index by `read` and `remove`."""
        with self._guard:
            self._following = work
            self._run_on()
        self.wait()

    def read(self, paths: Sequence[Path]) -> Report:
        """Read some files of the folder; for whoever follows it."""
        return self._read(paths, within=self.folder)

    def remove(self, names: Sequence[str]) -> None:
        """Take pages out of the index and leave all files alone; for whoever follows the folder."""
        with self._changing:
            self._delete(self.config, names)

    def _run_on(self) -> None:
        if self._job.running:
            return
        self._job = replace(self._job, running=True, stage="", done=0, total=0, unchanged=0, problem="")
        self._pace = Pace()
        self._thread = Thread(target=self._run, name="indexing", daemon=True)
        self._thread.start()

    def job(self) -> Job:
        """How things stand now."""
        waiting = tuple(self._given.get(path, path.name) for path in arrived(self.folder))
        with self._guard:
            told = replace(self._job, waiting=waiting)
            return replace(told, share=self._pace.share(), left=self._pace.left()) if told.running else told

    def delete(self, *names: str, files: bool = True) -> tuple[Gone, ...]:
        """Take pages out of the index, and with `files` their files out of the folder. BusyError while files are read.

        RagError where no page has one of the names.
        """
        if not self._changing.acquire(blocking=False):
            raise BusyError("pages are being read at the moment", "delete when that is done")
        try:
            with self.notes.taking_out(names):
                self._delete(self.config, list(names))
            gone = tuple(map(self._without_file if files else self._with_file, names))
            self.notes.forget(page.name for page in gone if not (page.stuck or page.left))
            return gone
        finally:
            self._changing.release()

    def _without_file(self, name: str) -> Gone:
        try:
            return Gone(name, set_aside(self.folder, name))
        except OSError:
            return Gone(name, own_file(self.folder, name), stuck=True)

    def _with_file(self, name: str) -> Gone:
        return Gone(name, own_file(self.folder, name), left=True)

    def correct(self, seconds: float = 0.0) -> bool:
        """Let the index follow the corrections as soon as nothing else is done to it, here or by another process; whether it
        does within so many seconds."""
        return self._correcting.ask(seconds)

    def _follow(self) -> None:
        with self._changing:
            self._correct(self.config)

    def wait(self, seconds: float | None = None) -> None:
        """Until the run that is going on has ended."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        try:
            if self._renew:
                self._read_pages_again()
            while work := self._next():
                work()
        except Exception as error:
            report(error)
            with self._guard:
                self._again = self._renew = False
                self._following = None
                self._job = replace(self._job, running=False, problem=one_line(error))

    def _next(self) -> Work | None:
        """What is to be done now. Nothing ends the run, in one step with finding that there is nothing."""
        with self._guard:
            if batch := _of_different_names(arrived(self.folder)):
                return partial(self._read_arrived, batch)
            if self._again:
                self._again = False
                return self._read_folder
            work, self._following = self._following, None
            self._job = replace(self._job, running=work is not None)
            return work

    def _read_arrived(self, batch: Sequence[Path]) -> None:
        """What is brought is noted before it is read, so that nobody who follows the folder takes it out again."""
        names = {path.name for path in batch}
        first = names - self.notes.read().brought
        self.notes.brought(names)
        try:
            outcomes = self._read(batch).outcomes
        except NOT_ABOUT_THE_FILES:
            raise
        except NothingReadError as error:  # an index that was empty and still is
            outcomes = error.outcomes
        except RagError as error:
            outcomes = tuple(Outcome(name, OutcomeKind.FAILED, str(error)) for name in names)
        self.notes.brought(
            o.same_as for o in outcomes if o.same_as
        )  # their content was brought, whatever they are called
        self.notes.not_brought(o.name for o in outcomes if o.name in first and not _stays(o.kind, o.why))
        fates = {o.name: (o.kind, o.why) for o in outcomes}
        unkept: list[SettingError] = []
        for path in batch:
            try:
                self._settle(path, *fates[path.name])
            except SettingError as error:  # the file waits, and holds up no other
                unkept.append(error)
        if unkept:
            raise unkept[0]

    def _settle(self, path: Path, kind: OutcomeKind, why: str) -> None:
        """Keep the file, or do away with it where it is no page or one that is there under another name."""
        if not _stays(kind, why):
            discard(path)
        else:
            if keep(self.folder, path) and kind is OutcomeKind.ADDED:
                kind = OutcomeKind.REPLACED  # not of a page, but of a file: that is to be told as well
            if mark := mark_at(self.folder / path.name):
                self.notes.put({path.name: Note(mark, Became.PAGE, path.name)})
        self._tell(Fate(self._given.pop(path, path.name), path.name, kind, why))

    def _read_pages_again(self) -> None:
        self._renew = False
        unread = [o for o in self._read([]).outcomes if not o.kind.is_page]
        for outcome in unread:
            self._tell(Fate(outcome.name, outcome.name, outcome.kind, outcome.why))

    def _read_folder(self) -> None:
        outcomes = self._read([self.folder]).outcomes
        new = [o for o in outcomes if o.kind is not OutcomeKind.SKIPPED or o.why]
        for outcome in new:
            self._tell(Fate(outcome.name, outcome.name, outcome.kind, outcome.why))
        self.notes.forget(outcome.name for outcome in new)  # what somebody had deleted is there again
        with self._guard:
            self._job = replace(self._job, unchanged=len(outcomes) - len(new))

    def _read(self, paths: Sequence[Path], **how: Path) -> Report:
        with self._changing:
            with self._guard:
                self._pace = Pace()
            return self._build(self.config, paths, self._progress, **how)

    def _progress(self, stage: str, done: int, total: int) -> None:
        with self._guard:
            self._pace.tell(stage, done, total)
            self._job = replace(self._job, stage=stage, done=done, total=total)

    def _tell(self, fate: Fate) -> None:
        with self._guard:
            self._job = replace(self._job, fates=(*self._job.fates, fate))


def _stays(kind: OutcomeKind, why: str) -> bool:
    """Whether a file that arrived became a page of its own name."""
    return kind.is_page and not (kind is OutcomeKind.SKIPPED and why)


def _of_different_names(paths: Sequence[Path]) -> list[Path]:
    """Those that can be read together: of one name the first, since the next is to take its place."""
    first: dict[str, Path] = {}
    for path in paths:
        first.setdefault(path.name, path)
    return list(first.values())
