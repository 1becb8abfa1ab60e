"""What the index holds already, by its words and by the file that it was recognised from: that need not be read again."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from unicodedata import normalize

from rag.indexing.scanned import scanned_files
from rag.indexing.store import Store
from rag.reading import Source, file_digest
from rag.records import Outcome, OutcomeKind, Page


class Known:
    """Starts from what is stored; pages that come are to be added."""

    def __init__(self, store: Store) -> None:
        self._texts = store.digests()
        self._pages = {digest: name for name, digest in self._texts.items()}
        self._files = scanned_files(store.db)
        self._store = store
        self._words: dict[str, Page] | None = None
        self._words_of: dict[str, str] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._texts

    def same_file(self, source: Source) -> Outcome | None:
        """The outcome for a file that is known to the byte; only of those that were recognised, which takes long."""
        if not self._files or source.path.suffix.lower() not in self._suffixes():
            return None
        page = self._files.get(file_digest(source.path))
        return _same(source.name, page) if page else None

    def same_text(self, page: Page) -> Outcome | None:
        """The outcome for a page whose text is known to the letter, or whose words are: in another format, which breaks lines
        otherwise. One that tells a day of issue that the known one lacks, or another, is a page of its own."""
        if self._texts.get(page.name) == page.digest:
            return _same(page.name, page.name)
        if other := self._pages.get(page.digest):
            return _same(page.name, other)
        known = self._by_words().get(_words(page.text))
        if known is None or known.name == page.name or page.issued not in (None, known.issued):
            return None
        return _same(page.name, known.name)

    def add(self, page: Page) -> None:
        """From now on the page is known, in place of the one of its name."""
        self._pages.pop(self._texts.get(page.name, ""), None)
        self._texts[page.name], self._pages[page.digest] = page.digest, page.name
        self._by_words().pop(self._words_of.get(page.name, ""), None)
        self._enter(page)
        self._files = {file: name for file, name in self._files.items() if name != page.name}
        if page.scan:
            self._files[page.scan.file] = page.name

    def _by_words(self) -> dict[str, Page]:
        """The pages without their text; the stored ones are gone through for the first page that is new."""
        if self._words is None:
            self._words = {}
            for page in self._store.pages():
                self._enter(page)
        return self._words

    def _enter(self, page: Page) -> None:
        words = self._words_of[page.name] = _words(page.text)
        if self._words is not None:
            self._words[words] = replace(page, text="", scan=None)

    def _suffixes(self) -> set[str]:
        return {"." + name.rpartition(".")[2].lower() for name in self._files.values()}


def _words(text: str) -> str:
    """A digest of the text whatever its line ends, spaces and widths."""
    return hashlib.sha256("".join(normalize("NFKC", text).split()).encode(errors="surrogatepass")).hexdigest()


def _same(name: str, as_page: str) -> Outcome:
    return Outcome(name, OutcomeKind.SKIPPED, "" if name == as_page else f"same content as {as_page}")
