"""Whether an index is whole: every page as it was read, everything drawn from it as it was stored, and found by all ways.

Nothing is changed. Each thing that is wrong is told in one line, without the pages' words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from rag.config import Config
from rag.corrections import ledger_of
from rag.errors import RagError
from rag.indexing import copies
from rag.indexing.citing import unfaithful
from rag.indexing.damage import MEND, NOT_AS_STORED, Fault
from rag.indexing.opening import open_store
from rag.indexing.rules import outdated
from rag.indexing.sayings import saying_of
from rag.indexing.seals import KINDS, broken_articles, broken_pages, of_deeds
from rag.indexing.store import Store

MOST = 20
"""Faults of one kind that are told: whoever reads them has seen enough."""


@dataclass(frozen=True, slots=True)
class Health:
    """How an index is: what is wrong with it, and how much it holds."""

    faults: tuple[Fault, ...]
    pages: int = 0
    passages: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def check_index(config: Config) -> Health:
    """Read all of the index and hold it against itself. IndexUnusableError where there is none, or of other settings."""
    store = open_store(config)
    with store.engine.done():
        try:
            with store.engine.explained(), store.engine.snapshot():
                faults = (*_faults(store), *_ledger(config))
                return Health(faults, store.count("pages"), store.count("passages"))
        except RagError as error:
            return Health((Fault(error.fact, error.remedy or MEND),))
        except (ValueError, TypeError, KeyError) as error:  # of whoever reads what the seals should have told before
            return Health((Fault(f"it holds what cannot be read ({type(error).__name__})", MEND),))


def _faults(store: Store) -> Iterator[Fault]:
    """What is wrong. Whoever looks later relies on what was looked at before, so the first that find something end it."""
    for look in (_structure, _stored, _quoted, copies.faults):
        found = list(islice(look(store), MOST))
        yield from found
        if found:
            return


def _ledger(config: Config) -> Iterator[Fault]:
    """What is wrong with the corrections, which lie beside the index."""
    if damage := ledger_of(config).damage():
        fact, _, remedy = damage.partition("; ")
        yield Fault(fact, remedy)


def _structure(store: Store) -> Iterator[Fault]:
    """What the engine itself finds."""
    yield from (Fault(told, MEND) for told in store.engine.faults(MOST))


def _stored(store: Store) -> Iterator[Fault]:
    """Pages and articles that are not what their seals say."""
    pages = dict(store.db.execute("SELECT id, name FROM pages ORDER BY name"))
    for page in broken_pages(store.db, pages):
        yield Fault(f"the page {pages[page]} {NOT_AS_STORED}", MEND)
    sql = "SELECT name, text, digest, saying FROM pages LEFT JOIN sayings ON page = id ORDER BY name"
    for page, text, digest, saying in store.db.execute(sql):
        if (sha256(text.encode(errors="surrogatepass")).hexdigest(), saying_of(text)) != (digest, saying):
            yield Fault(f"the page {page} does not have its digest", MEND)
    sql = "SELECT a.id, g.name, a.number FROM articles a JOIN pages g ON g.id = a.page ORDER BY g.name, a.number"
    articles = {article: where for article, *where in store.db.execute(sql)}
    for article in broken_articles(store.db, articles, tuple(KINDS)):
        page, number = articles[article]
        yield Fault(f"article {number} of the page {page} {NOT_AS_STORED}", MEND)
    if of_deeds(store.db).hex() != store.meta("deeds"):
        yield Fault(f"what tells of one event {NOT_AS_STORED}", MEND)


def _quoted(store: Store) -> Iterator[Fault]:
    """Passages whose words are not those of the page that they cite, as the rules read it that built the index."""
    for page in () if outdated(store) else store.pages():
        for passage in unfaithful(store, page, store.passages_of(page.name)):
            where = f"passage {passage.number} of article {passage.article} of the page {page.name}"
            yield Fault(f"{where} does not say what it cites", MEND)
