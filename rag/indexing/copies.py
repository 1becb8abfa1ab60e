"""What is kept twice in an index, to be found by, held against what it was made from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from rag.indexing import lexical, wholes
from rag.indexing.damage import MEND, Fault
from rag.indexing.lexical import held
from rag.indexing.postings import BLOCK, Held, rows_of
from rag.indexing.recut import cut_all
from rag.indexing.rules import outdated
from rag.indexing.store import Store
from rag.indexing.wholes import all_wholes
from rag.indexing.words import Words

UNIT = 1e-3
"""How far from 1 the length of a vector may be."""

_TABLES = {
    "SELECT name FROM named EXCEPT SELECT name FROM names": "names that articles give are missing in the list of names",
    "SELECT name FROM names EXCEPT SELECT name FROM named": "the list of names has some that no article gives",
    "SELECT article, number FROM events EXCEPT SELECT article, number FROM tellings": "events are missing in their table",
    "SELECT deed FROM tellings EXCEPT SELECT id FROM tellings": "events are told to be the same as one that is not there",
    "SELECT id FROM passages EXCEPT SELECT passage FROM cuts": "passages are missing in the index of words",
    "SELECT passage FROM cuts EXCEPT SELECT id FROM passages": "the index of words has passages that are not there",
    "SELECT article FROM passages EXCEPT SELECT article FROM skims": "articles have no vectors",
}
"""What gives rows where something is wrong, and what that is."""


def faults(store: Store) -> Iterator[Fault]:
    """All that is wrong with the copies; the pages and what was drawn from them are taken to be right.

    How words are cut is of the rules that built the index, and of all its names: only then can it be told anew.
    """
    for sql, fact in _TABLES.items():
        if store.db.execute(f"{sql} LIMIT 1").fetchone():
            yield Fault(fact, MEND)
    yield from _skims(store)
    if not (outdated(store) or store.db.execute("SELECT 1 FROM names WHERE NOT settled LIMIT 1").fetchone()):
        words = Words(store.names())
        yield from _postings(store, lexical.POSTINGS, (held(*row) for row in cut_all(store.db, words)), "words")
    yield from _postings(store, wholes.POSTINGS, all_wholes(store.db), "pairs of characters")
    if not store.engine.nearest.whole(store):
        yield Fault("the copy of the vectors is missing, damaged or behind", "it is made again at the next question")


def _skims(store: Store) -> Iterator[Fault]:
    """Articles whose sentences for skimming are not their passages, or whose vectors are none."""
    import numpy as np

    dim = int(store.meta("dim") or 0)
    told = groupby(store.db.execute("SELECT article, id, text FROM passages ORDER BY article, number"), lambda r: r[0])
    skims = store.db.execute("SELECT article, passages, texts, vectors FROM skims ORDER BY article")
    for (article, passages), skim in zip(told, skims, strict=False):
        ids, texts = zip(*((i, text) for _, i, text in passages), strict=True)
        if skim[0] != article or (tuple(json.loads(skim[1])), tuple(json.loads(skim[2]))) != (ids, texts):
            yield Fault(f"the sentences to skim of article {article} are not its passages", MEND)
            return
        lengths = np.linalg.norm(np.frombuffer(skim[3], np.float32).reshape(len(ids), dim), axis=1)
        if not np.all(np.abs(lengths - 1) < UNIT):
            yield Fault(f"a vector of article {article} is none", MEND)


def _postings(store: Store, table: str, texts: Iterable[Held], what: str) -> Iterator[Fault]:
    """A table of postings that is not what the texts, in the order of their ids, give."""
    blocks = {block for (block,) in store.db.execute(f"SELECT DISTINCT block FROM {table}")}
    for block, some in groupby(texts, lambda held: held[0] // BLOCK):
        blocks.discard(block)
        stored = store.db.execute(f"SELECT term, held FROM {table} WHERE block = ?", (block,))
        given = ((term, held) for term, _, held in rows_of(list(some)))
        if _in_order(given) != _in_order(stored):
            yield Fault(f"the index of {what} is not what the passages give", MEND)
            return
    if blocks:
        yield Fault(f"the index of {what} holds what no passage gives", MEND)


def _in_order(rows: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """The postings of each term by their places: a text that came again stands last in its row."""
    import numpy as np

    return {term: np.sort(np.frombuffer(held, "<u4")).tobytes() for term, held in rows}
