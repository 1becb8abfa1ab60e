"""What the index holds already, by its words and by the file that it was recognised from: that need not be read again.

Stored pages are looked up one by one, by indexes of the store: so a page that comes costs the same whatever there is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rag.indexing.sayings import pages_saying, saying_of
from rag.indexing.scanned import scanned_files
from rag.indexing.store import Store
from rag.reading import Source, file_digest
from rag.records import Outcome, OutcomeKind, Page


class Known:
    """What is stored, and what came since: pages that come are to be added, whether they are stored yet or not."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._come: dict[str, _Come] = {}
        self._under: defaultdict[str, list[str]] = defaultdict(list)
        self._files = scanned_files(store.db)
        self._file_of = {name: file for file, name in self._files.items()}
        self._suffixes = {_suffix(name) for name in self._file_of}

    def __contains__(self, name: str) -> bool:
        return self._digest(name) is not None

    def same_file(self, source: Source) -> Outcome | None:
        """The outcome for a file that is known to the byte; only of those that were recognised, which takes long."""
        if not self._files or _suffix(source.path.name) not in self._suffixes:
            return None
        page = self._files.get(file_digest(source.path))
        return _same(source.name, page) if page else None

    def same_text(self, page: Page) -> Outcome | None:
        """The outcome for a page whose text is known to the letter, or whose words are: in another format, which breaks lines
        otherwise. One that tells a day of issue that the known one lacks, or another, is a page of its own."""
        if self._digest(page.name) == page.digest:
            return _same(page.name, page.name)
        if other := next(self._of_digest(page.digest), None):
            return _same(page.name, other)
        alike = list(self._saying(saying_of(page.text)))
        if page.name in alike:
            return None
        same = (name for name in alike if page.issued in (None, self._issued(name)))
        return next((_same(page.name, name) for name in same), None)

    def add(self, page: Page) -> None:
        """From now on the page is known, in place of the one of its name."""
        come = self._come[page.name] = _Come(page.digest, saying_of(page.text), page.issued)
        for key in (come.digest, come.saying):
            self._under[key].append(page.name)
        self._files.pop(self._file_of.pop(page.name, ""), None)
        if page.scan:
            self._files[page.scan.file] = page.name
            self._file_of[page.name] = page.scan.file
            self._suffixes.add(_suffix(page.name))

    def _digest(self, name: str) -> str | None:
        if come := self._come.get(name):
            return come.digest
        return self._store.digest(name)

    def _issued(self, name: str) -> str | None:
        if come := self._come.get(name):
            return come.issued
        page = self._store.page(name)
        return page.issued if page else None

    def _of_digest(self, digest: str) -> Iterator[str]:
        """The pages of this text."""
        rows = self._store.db.execute("SELECT name FROM pages WHERE digest = ? ORDER BY name", (digest,)).fetchall()
        yield from (name for (name,) in rows if name not in self._come)
        yield from (name for name in self._under.get(digest, ()) if self._come[name].digest == digest)

    def _saying(self, saying: str) -> Iterator[str]:
        """The pages that say this."""
        yield from (name for name in pages_saying(self._store.db, saying) if name not in self._come)
        yield from (name for name in self._under.get(saying, ()) if self._come[name].saying == saying)


@dataclass(frozen=True, slots=True)
class _Come:
    """What a page that came is known by."""

    digest: str
    saying: str
    issued: str | None


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _same(name: str, as_page: str) -> Outcome:
    return Outcome(name, OutcomeKind.SKIPPED, "" if name == as_page else f"same content as {as_page}", as_page)
