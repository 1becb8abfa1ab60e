"""The one place that changes the index for the page: reads what arrived, reads the folder again, deletes pages.

One thing at a time, in a thread of its own, while questions go on being answered from the index as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock, Thread

from rag import Config, IndexUnusableError, ModelError, NothingReadError, OutcomeKind, RagError, Report, SettingError
from ui.keeping.folder import arrived, discard, keep, landed, own_file, set_aside, sweep
from ui.keeping.pace import Pace
from ui.keeping.state import BusyError, Fate, Gone, Job
from ui.problems import one_line, report
from ui.progress import Progress

NOT_ABOUT_THE_FILES = (IndexUnusableError, ModelError, SettingError)
"""What may pass or be put right; the files stay and can be read later."""

Build = Callable[[Config, Sequence[Path], Progress], Report]
Delete = Callable[[Config, Sequence[str]], tuple[str, ...]]


class Indexing:
    """Changes the index of `config` by files of `folder`. Any number of threads may call."""

    def __init__(
        self, config: Config, folder: Path, build: Build, delete: Delete, own: Callable[[], bool] = lambda: True
    ) -> None:
        """`own` tells whether the folder is this index's; in another's no file is moved unless somebody says so."""
        self.config, self.folder, self.own = config, folder, own
        self._build, self._delete = build, delete
        self._changing, self._guard = Lock(), Lock()
        self._job, self._pace = Job(), Pace()
        self._given: dict[Path, str] = {}
        self._again = self._renew = False
        self._thread: Thread | None = None
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
            self._delete(self.config, list(names))
            return tuple(map(self._without_file if files else self._with_file, names))
        finally:
            self._changing.release()

    def _without_file(self, name: str) -> Gone:
        try:
            return Gone(name, set_aside(self.folder, name))
        except OSError:
            return Gone(name, own_file(self.folder, name), stuck=True)

    def _with_file(self, name: str) -> Gone:
        return Gone(name, own_file(self.folder, name), left=True)

    def wait(self, seconds: float | None = None) -> None:
        """Until the run that is going on has ended."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        try:
            if self._renew:
                self._read_pages_again()
            while paths := self._next():
                if paths == [self.folder]:
                    self._read_folder()
                else:
                    self._read_arrived(paths)
        except Exception as error:
            report(error)
            with self._guard:
                self._again = self._renew = False
                self._job = replace(self._job, running=False, problem=one_line(error))

    def _next(self) -> list[Path]:
        """What is to be read now. Nothing ends the run, in one step with finding that there is nothing."""
        with self._guard:
            if batch := _of_different_names(arrived(self.folder)):
                return batch
            if self._again:
                self._again = False
                return [self.folder]
            self._job = replace(self._job, running=False)
            return []

    def _read_arrived(self, batch: Sequence[Path]) -> None:
        try:
            fates = {o.name: (o.kind, o.why) for o in self._read(batch).outcomes}
        except NOT_ABOUT_THE_FILES:
            raise
        except NothingReadError as error:  # an index that was empty and still is
            fates = {o.name: (o.kind, o.why) for o in error.outcomes}
        except RagError as error:
            fates = {path.name: (OutcomeKind.FAILED, str(error)) for path in batch}
        for path in batch:
            self._settle(path, *fates[path.name])

    def _settle(self, path: Path, kind: OutcomeKind, why: str) -> None:
        """Keep the file, or do away with it where it is no page or one that is there under another name."""
        if not kind.is_page or (kind is OutcomeKind.SKIPPED and why):
            discard(path)
        elif keep(self.folder, path) and kind is OutcomeKind.ADDED:
            kind = OutcomeKind.REPLACED  # not of a page, but of a file: that is to be told as well
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
        with self._guard:
            self._job = replace(self._job, unchanged=len(outcomes) - len(new))

    def _read(self, paths: Sequence[Path]) -> Report:
        with self._changing:
            with self._guard:
                self._pace = Pace()
            return self._build(self.config, paths, self._progress)

    def _progress(self, stage: str, done: int, total: int) -> None:
        with self._guard:
            self._pace.tell(stage, done, total)
            self._job = replace(self._job, stage=stage, done=done, total=total)

    def _tell(self, fate: Fate) -> None:
        with self._guard:
            self._job = replace(self._job, fates=(*self._job.fates, fate))


def _of_different_names(paths: Sequence[Path]) -> list[Path]:
    """Those that can be read together: of one name the first, since the next is to take its place."""
    first: dict[str, Path] = {}
    for path in paths:
        first.setdefault(path.name, path)
    return list(first.values())
