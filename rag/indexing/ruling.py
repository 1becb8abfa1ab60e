"""Rulings made on what an index shows: kept in its ledger, listed with what became of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from rag.config import Config
from rag.corrections import Entry, Proposal, active, in_words, ledger_of, proposed, write_words
from rag.corrections.placing import Placing
from rag.errors import RagError
from rag.indexing.opening import open_store
from rag.indexing.store import Store
from rag.records import Reading, Spans
from rag.ruled import Ruling


class Fate(StrEnum):
    """What became of a ruling: it holds; it holds on a later version of its page; its page is there and its words are not;
    its page is not there; it was undone; a later one stands in its place; or it is an undoing."""

    HOLDS = "holds"
    MOVED = "moved"
    OPEN = "open"
    GONE = "page_gone"
    UNDONE = "undone"
    REPLACED = "replaced"
    UNDOES = "undoes"


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the ledger, with what it changed in words, and what became of it.

    `page` is the name that its page has now, and `spans` are its words where they stand there, empty where they do not.
    """

    entry: Entry
    was: str
    now: str
    fate: Fate
    page: str = ""
    spans: Spans = ()


def rule(config: Config, page: str, article: int, *proposals: Proposal) -> list[Entry]:
    """Keep what somebody wants corrected on an article of the index, all of it or nothing. The index follows when it is
    brought in line.

    RagError where the article is not there, is not as they saw it, or what they want cannot be; ConflictError where somebody
    else was first.
    """
    store = open_store(config)
    with store.engine.explained(), store.engine.done(), store.engine.snapshot():
        reading = _reading(store, page, article)
        others = [store.reading(page, proposal.other) if proposal.other else None for proposal in proposals]
    ledger = ledger_of(config)
    return ledger.add_all([proposed(ledger, reading, p, other) for p, other in zip(proposals, others, strict=True)])


def undo(config: Config, entry: str, who: str = "") -> Entry:
    """Take a ruling back. RagError where there is none of that id that holds."""
    return ledger_of(config).undo(entry, who)


def rulings(config: Config, only: Collection[str] | None = None) -> list[Listed]:
    """Every line of the ledger, or those of these ids, the earliest first; also without an index."""
    entries = ledger_of(config).entries()
    holding = {e.id for e in active(entries)}
    undone = {i for e in entries if e.ruling is Ruling.UNDO for i in e.over}
    wanted = [e for e in entries if only is None or e.id in only]
    placed = _placed(config, [e for e in wanted if e.id in holding])
    found = []
    for e in wanted:
        if e.ruling is Ruling.UNDO:
            fate = Fate.UNDOES
        elif e.id not in holding:
            fate = Fate.UNDONE if e.id in undone else Fate.REPLACED
        else:
            fate = Fate.GONE
        listed = Listed(e, *in_words(e), fate, e.page)
        found.append(replace(listed, **placed[e.id]) if e.id in placed else listed)
    return found


def rulings_made(config: Config) -> int:
    """How many lines the ledger has, those that undo others among them; it costs no more than a look at the file's size."""
    return len(ledger_of(config).entries())


def rulings_damage(config: Config) -> str:
    """What is wrong with the files of the ledger, in one line; empty if nothing is."""
    return ledger_of(config).damage()


def export_words(config: Config, folder: Path) -> dict[str, int]:
    """Add what the rulings that hold say of names to the word lists of a folder; rows each list gained."""
    return write_words(ledger_of(config).active(), folder)


def _reading(store: Store, page: str, article: int) -> Reading:
    found = store.reading(page, article)
    if found is None:
        raise RagError(
            f"article {article} of the page {page} is not in the index", "it may have been replaced: open it again"
        )
    return found


def _placed(config: Config, entries: Sequence[Entry]) -> Mapping[str, dict[str, Any]]:
    """Of each ruling whose page is there, by its id, what of `Listed` depends on the page."""
    try:
        store = open_store(config)
    except RagError:  # no index yet, or not any more: the ledger is kept apart from it
        return {}
    placed: dict[str, dict[str, Any]] = {}
    with store.engine.explained(), store.engine.done(), store.engine.snapshot():
        names = store.named(tuple({e.digest for e in entries}))
        by_page: defaultdict[str, list[Entry]] = defaultdict(list)
        for e in entries:
            by_page[names.get(e.digest, e.page)].append(e)
        for name, own in by_page.items():
            if (page := store.page(name)) is None:
                continue
            placing = Placing(page)
            for e in own:
                found = [placing.place(anchor, e.digest) for anchor in e.anchors]
                stand = tuple(span for spans in found for span in spans or ())
                there = all(spans is not None for spans in found)
                fate = (Fate.HOLDS if e.digest == page.digest else Fate.MOVED) if there else Fate.OPEN
                placed[e.id] = {"fate": fate, "page": name, "spans": stand if there else ()}
    return placed
