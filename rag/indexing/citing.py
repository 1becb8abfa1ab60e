"""Passages held against the page they cite: what an answer says is then what its citation shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.corrections import as_corrected
from rag.indexing.corrected import rulings_of
from rag.indexing.damage import DamagedError
from rag.indexing.rules import outdated
from rag.indexing.store import Store
from rag.records import Page, Passage
from rag.script import as_read
from rag.spans import quote


def faithful(store: Store, page: Page, passages: Sequence[Passage]) -> None:
    """DamagedError if a passage does not say what its page says where it points.

    Where other rules built the index, characters may have been read otherwise: its seals must do then.
    """
    for passage in unfaithful(store, page, passages):
        if outdated(store):
            return
        raise DamagedError(store.engine.where, f"passage {passage.number} of article {passage.article} of {page.name}")


def unfaithful(store: Store, page: Page, passages: Sequence[Passage]) -> Iterator[Passage]:
    """Those passages of a page that are not, as they are read, the words of its text that they point at, but for names that
    were corrected."""
    odd = [p for p in passages if quote(page.text, p.spans) != p.text]
    read = as_read(page.text) if odd else page.text
    still = [p for p in odd if quote(read, p.spans) != p.text]
    ruled = {article: rulings_of(store.db, page.name, article) for article in {p.article for p in still}}
    return (p for p in still if as_corrected(quote(read, p.spans), p.spans, ruled[p.article]) != p.text)
