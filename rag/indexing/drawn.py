"""A page of the index drawn once more, after something became known of it that its own file does not tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.indexing.characters import as_printed
from rag.indexing.passages import passages
from rag.indexing.scanned import scan_of
from rag.indexing.store import Store
from rag.indexing.storing import Draft
from rag.records import Layout, OutcomeKind, Page, Understood

Understander = Callable[[Page], tuple[Layout, tuple[Understood, ...]]]


def drawn_again(store: Store, page: Page, understander: Understander) -> Draft:
    """The page, as the store holds it but for what became known, to be put in place of what is stored."""
    whole = replace(page, scan=scan_of(store.db, page.name, whole=True))
    layout, told = understander(whole)
    told = _without_copies(layout, told)
    return Draft(as_printed(layout, whole), told, passages(layout, told), OutcomeKind.REPLACED, page.digest)


def _without_copies(layout: Layout, told: Sequence[Understood]) -> tuple[Understood, ...]:
    """What the articles tell; of one that another file has only when it was."""
    pairs = zip(layout.articles, told, strict=True)
    return tuple(Understood(tells.when, city=tells.city) if article.is_copy else tells for article, tells in pairs)
