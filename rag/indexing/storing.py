"""Drafts of pages into the store and both indexes, a batch wholly or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from rag.config import Config
from rag.indexing.lexical import WordIndex
from rag.indexing.opening import check
from rag.indexing.recut import Uncut, add_words, as_now, forget, settle
from rag.indexing.retold import join
from rag.indexing.rules import rules
from rag.indexing.schema import migrate
from rag.indexing.store import Store
from rag.indexing.wholes import enter_wholes
from rag.indexing.words import Words
from rag.indexing.writing import names_of, put_page, remove_page
from rag.records import Layout, OutcomeKind, Passage, Understood

if TYPE_CHECKING:
    from rag.ports import Vectors


@dataclass(frozen=True, slots=True)
class Draft:
    """A page read and understood, not yet in the store."""

    layout: Layout
    told: tuple[Understood, ...]
    passages: tuple[Passage, ...]
    kind: OutcomeKind = OutcomeKind.ADDED
    drawn_from: str = ""
    """Digest of the stored page that this is to take the place of; where there is another by then, it is left alone."""


def prepare(store: Store, config: Config) -> None:
    """Make the store's tables if it is new, bring older ones up to date, and check it against the settings."""
    if store.engine.empty() or store.engine.version():
        migrate(store.engine, fingerprint=config.fingerprint(), model=config.model, rules=rules())
    check(store, config)


def put_batch(
    store: Store, lexical: WordIndex, words: Words, batch: Sequence[Draft], vectors: Sequence[Vectors]
) -> None:
    """Put pages in, in place of those of the same names, the last of them where a name comes twice; `vectors` holds an array of shape (passages, dim) for each."""
    words.learn(name for d in batch for t in d.told for name in names_of(t))
    uncut: dict[str, list[Uncut]] = {}
    with store.engine.transaction():
        for draft, rows in zip(batch, vectors, strict=True):
            name = draft.layout.page.name
            if draft.drawn_from and store.digest(name) != draft.drawn_from:
                continue
            lexical.remove(remove_page(store, name))
            ids = put_page(store, draft.layout, draft.told, draft.passages, rows)
            uncut[name] = [(i, p.text, p.heading) for i, p in zip(ids, draft.passages, strict=True)]
            store.set_meta(dim=rows.shape[1])
        add_words(lexical, as_now(store, words), chain.from_iterable(uncut.values()))
        enter_wholes(store.db, uncut)
        store.count_change()


def settle_all(store: Store, lexical: WordIndex, words: Words) -> None:
    """At the end of a build: bring words, tellings of one event and the copy of the vectors up to date."""
    with store.engine.transaction():
        settle(store, lexical, forget(store, lexical, words))
        if join(store.db):
            store.count_change()
    if store.engine.nearest.behind(store):
        store.engine.nearest.renew(store)
