"""The rulings of a ledger worked into a page while it is drawn: how it is cut, then what its articles tell."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import blake2b

from rag.corrections import events, names
from rag.corrections.articles import Cut
from rag.corrections.entries import Entry
from rag.corrections.ledger import Ledger, active
from rag.corrections.misprints import read_instead
from rag.corrections.placing import Placing
from rag.errors import RagError
from rag.records import Article, Layout, Page, Spans, Understood
from rag.ruled import Ruled, Thing
from rag.spans import overlap

log = logging.getLogger(__name__)

CUT = (Thing.ARTICLE, Thing.HEADLINE)
"""What is ruled on before anything is understood."""

LENGTH = 8
"""Bytes of the digest by which it is known with which rulings a page was drawn."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A ruling, and where on the page its words stand now."""

    entry: Entry
    spans: tuple[Spans, ...]


class Corrections:
    """The rulings that hold, by page. `known` are the ids of all lines of the ledger, with those that do not, and `unread` says
    that there are lines beyond them that cannot be read."""

    def __init__(self, entries: Sequence[Entry], known: Iterable[str] = (), unread: bool = False) -> None:
        self.known, self.unread = frozenset(known), unread
        self._of_digest: defaultdict[str, list[Entry]] = defaultdict(list)
        self._of_name: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._of_digest[entry.digest].append(entry)
            self._of_name[entry.page].append(entry)

    def concerning(self, name: str, digest: str) -> list[Entry]:
        """The rulings made on this very page, whatever it is called now, and those on what its name stood for earlier."""
        own = self._of_digest.get(digest, [])
        earlier = [e for e in self._of_name.get(name, ()) if e.digest != digest]
        return [*earlier, *own]

    def stamp(self, name: str, digest: str) -> str:
        """A digest of these rulings: a page drawn with others has another. Empty where there are none."""
        ids = [e.id for e in self.concerning(name, digest)]
        return blake2b(" ".join(ids).encode(), digest_size=LENGTH).hexdigest() if ids else ""

    def on(self, page: Page) -> OnPage:
        """Those of a page, its words as printed, that have a place there."""
        placing, found = Placing(page), []
        for entry in self.concerning(page.name, page.digest):
            spans = tuple(s for anchor in entry.anchors if (s := placing.place(anchor, entry.digest)) is not None)
            if spans and len(spans) == len(entry.anchors):
                found.append(Placed(entry, spans))
        return OnPage(found, self.stamp(page.name, page.digest))


class OnPage:
    """The rulings on one page, worked in twice: into how it is cut, and into what its articles tell."""

    def __init__(self, placed: Sequence[Placed], stamp: str) -> None:
        self._placed, self._stamp = placed, stamp
        self._on_cut: defaultdict[int, list[Ruled]] = defaultdict(list)

    def laid(self, layout: Layout) -> Layout:
        """The page cut as was ruled."""
        page = replace(layout.page, rulings=self._stamp)
        cut = Cut(layout)
        for placed in self._placed:
            if placed.entry.thing in CUT and (article := cut.rule(placed.entry, placed.spans)) is not None:
                self._on_cut[article.number].append(_ruled(placed))
        if not self._on_cut and len(cut.articles) == len(layout.articles):
            return replace(layout, page=page)
        others = {other.article: other for other in page.elsewhere}
        articles = tuple(replace(a, elsewhere=others.get(a.number)) for a in cut.articles)
        return Layout(page, articles, tuple(sorted(cut.furniture)))

    def told(self, layout: Layout, told: Sequence[Understood]) -> tuple[Understood, ...]:
        """What the articles tell, as was ruled, in the order in which it was."""
        found = [replace(u, ruled=tuple(self._on_cut[a.number])) for a, u in zip(layout.articles, told, strict=True)]
        for placed in self._placed:
            if placed.entry.thing in CUT or (at := _article(layout.articles, placed.spans)) is None:
                continue
            found[at] = _worked_in(found[at], placed, layout.articles[at])
        return tuple(found)


def _worked_in(told: Understood, placed: Placed, article: Article) -> Understood:
    entry = placed.entry
    if entry.thing is Thing.EVENT:
        kept = events.numbered(events.replaced(told.events, entry, placed.spans), article.page, article.number)
        told = names.with_names_of(replace(told, events=kept), entry.found, entry.made)
    elif entry.thing is Thing.DATE:
        told = events.redated(told, entry)
    else:
        told = names.renamed(told, entry)
    return replace(told, ruled=(*told.ruled, _ruled(placed)))


def _article(articles: Sequence[Article], spans: Sequence[Spans]) -> int | None:
    """The place of the article that holds most of the words."""
    words = [s for group in spans for s in group]
    shares = [(overlap(words, (*a.spans, *a.duplicates)), -place) for place, a in enumerate(articles)]
    most, place = max(shares, default=(0, 0))
    return -place if most else None


def _ruled(placed: Placed) -> Ruled:
    entry = placed.entry
    was, now = in_words(entry)
    places = tuple((s.start, s.end) for group in placed.spans for s in group)
    return Ruled(entry.id, entry.thing, entry.ruling, was, now, places, read_instead(entry))


def in_words(entry: Entry) -> tuple[str, str]:
    """What a ruling changed, and into what, each on a line."""
    if entry.thing is Thing.EVENT:
        return "；".join(map(events.in_words, entry.found)), "；".join(map(events.in_words, entry.made))
    return names.in_words(entry, entry.was), names.in_words(entry, entry.now) if entry.now else ""


class Rulings:
    """The corrections of a ledger as they are at the moment: a build may take hours, in which people rule on.

    Where a file of the ledger is damaged that is told, and mended as far as it can be.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: tuple[int, Corrections] = (0, Corrections(()))
        if damage := ledger.damage():
            log.warning("%s", damage)
            with suppress(RagError):  # of a disk that cannot be written it goes on being read
                ledger.mend()

    def now(self) -> Corrections:
        """Those that hold now."""
        entries = self._ledger.entries()
        if len(entries) != self._known[0]:
            unread = bool(self._ledger.unread())
            self._known = len(entries), Corrections(active(entries), (e.id for e in entries), unread)
        return self._known[1]
