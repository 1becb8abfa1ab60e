"""Where names are printed: every sentence and headline that holds one of them to the letter, however many names there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rag.indexing.store import AT_ONCE, Store
from rag.listings import Printed

SHORTEST = 2
"""Characters of a name: one alone stands in every other sentence."""

_IN_ORDER = """SELECT p.id, p.text FROM passages p JOIN articles a ON a.id = p.article JOIN pages g ON g.id = a.page
ORDER BY g.name, a.number, p.number"""
_NEWSPAPERS = "SELECT name, coalesce(json_extract(record, '$.newspaper'), '') FROM pages"


def printed(store: Store, names: Iterable[str]) -> Iterator[Printed]:
    """Each passage with each of the names in it, page by page; names that are too short are in none."""
    begins: defaultdict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        if len(name) >= SHORTEST:
            begins[name[:SHORTEST]].append(name)
    papers = dict(store.listed.execute(_NEWSPAPERS))
    found = [(i, name) for i, text in store.db.execute(_IN_ORDER) for name in _held(text, begins)]
    for at in range(0, len(found), AT_ONCE):
        some = found[at : at + AT_ONCE]
        passages = store.passages(list(dict.fromkeys(i for i, _ in some)))
        yield from (Printed(name, passages[i], papers.get(passages[i].page, "")) for i, name in some)


def _held(text: str, begins: Mapping[str, Sequence[str]]) -> list[str]:
    """The names in a text, in the order in which they first stand there. The text is gone through once, for all of them."""
    held: dict[str, None] = {}
    for at in range(len(text) - 1):
        for name in begins.get(text[at : at + SHORTEST], ()):
            if text.startswith(name, at):
                held[name] = None
    return list(held)
