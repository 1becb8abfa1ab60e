"""The pages of an index that the rules of another version built, to be read again by those of this one.

Nothing of the two is mixed: the new index grows beside the old one, which is asked until the new one is complete.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from rag.config import Config
from rag.errors import PageError
from rag.indexing.engines.port import Engine
from rag.indexing.ratings import copy_ratings
from rag.indexing.rules import outdated
from rag.indexing.scanned import scan_of
from rag.indexing.store import Store
from rag.indexing.storing import prepare
from rag.reading import Source, Told, read_page
from rag.records import Outcome, OutcomeKind, Page

log = logging.getLogger(__name__)

AGAIN = "read again by the rules of this version"


class Files:
    """Files to be read into the index that is there, or into one that is empty."""

    def sources(self, given: Sequence[Source]) -> list[Source]:
        """All of them, in their order."""
        return list(given)

    def read(self, source: Source, told: Told | None = None) -> Page:
        """The page in the file; `told` hears of its sheets. PageError where there is none."""
        return read_page(source, told)

    def told(self, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
        """What became of the files, as whoever had the index sees it."""
        return tuple(outcomes)

    def hand_on(self, engine: Engine) -> None:
        """Give the index that was filled what was not drawn from the pages."""


def by_other_rules(engine: Engine) -> bool:
    """Whether an index is kept there whose pages are to be read again."""
    return engine.there() and bool(engine.version()) and outdated(Store(engine))


class Earlier(Files):
    """Files to be read into an empty index, and the pages of the one that other rules built and whose place it takes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names = frozenset(store.digests())

    @classmethod
    def of(cls, engine: Engine, config: Config) -> Earlier | None:
        """None where there is no index, or one of these rules. IndexUnusableError for one of other settings."""
        store = Store(engine)
        if engine.there() and engine.version():
            prepare(store, config)
            if outdated(store):
                log.warning(
                    "other rules built the index in %s: its pages are read again, and it is asked until they are",
                    engine.where,
                )
                return cls(store)
        engine.close()
        return None

    def sources(self, given: Sequence[Source]) -> list[Source]:
        """Every page of the index by its file, if it is known and there, then the other files that were given."""
        files = {source.name: source for source in given}
        known = [files.get(name) or Source(self._path(name), name) for name in sorted(self._names)]
        return [*known, *(source for source in given if source.name not in self._names)]

    def read(self, source: Source, told: Told | None = None) -> Page:
        """The page in the file, or, where it cannot be read from there any more, as the index holds it."""
        try:
            return read_page(source, told)
        except PageError:
            page = self._store.page(source.name)
            if page is None:
                raise
            return replace(page, hints=(), elsewhere=(), scan=scan_of(self._store.db, page.name, whole=True))

    def hand_on(self, engine: Engine) -> None:
        """The folder that was read last, and which answers were liked."""
        store = Store(engine)
        with engine.done():
            if not store.meta("folder") and (folder := self._store.meta("folder")):
                store.set_meta(folder=folder, home=self._store.meta("home") or "")
            copy_ratings(self._store.db, store.db)
        self._store.engine.close()

    def told(self, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
        """A page that the old index had is none that was added."""
        return tuple(self._seen(outcome) for outcome in outcomes)

    def _path(self, name: str) -> Path:
        folder = self._store.meta("folder")
        return Path(folder) / name if folder else Path(self._store.engine.home) / "no file" / name

    def _seen(self, outcome: Outcome) -> Outcome:
        if outcome.kind is not OutcomeKind.ADDED or outcome.name not in self._names:
            return outcome
        why = "; ".join(filter(None, (AGAIN, outcome.why)))
        return Outcome(outcome.name, OutcomeKind.REPLACED, why)
