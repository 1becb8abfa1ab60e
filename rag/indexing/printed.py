"""Where names are printed: every sentence and headline that holds one of them to the letter, however many names there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rag.corrections import concerning
from rag.indexing.corrected import rulings_of
from rag.indexing.store import AT_ONCE, Store
from rag.listings import Printed
from rag.spans import quote

SHORTEST = 2
"""Characters of a name: one alone stands in every other sentence."""

_IN_ORDER = """SELECT p.id, p.text FROM passages p JOIN articles a ON a.id = p.article JOIN pages g ON g.id = a.page
ORDER BY g.name, a.number, p.number"""
_PAGES = """SELECT name, coalesce(json_extract(record, '$.newspaper'), ''), coalesce(json_extract(record, '$.rulings'), '')
FROM pages"""


def printed(store: Store, names: Iterable[str]) -> Iterator[Printed]:
    """Each passage with each of the names in it, page by page; names that are too short are in none."""
    begins: defaultdict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        if len(name) >= SHORTEST:
            begins[name[:SHORTEST]].append(name)
    pages = {page: told for page, *told in store.listed.execute(_PAGES)}
    found = [(i, name) for i, text in store.db.execute(_IN_ORDER) for name in _held(text, begins)]
    for at in range(0, len(found), AT_ONCE):
        some = found[at : at + AT_ONCE]
        passages = store.passages(list(dict.fromkeys(i for i, _ in some)))
        for i, name in some:
            paper, rulings = pages.get(passages[i].page, ("", ""))
            one = Printed(name, passages[i], paper)
            yield _with_corrections(store, one) if rulings else one


def _with_corrections(store: Store, one: Printed) -> Printed:
    """What was corrected of the passage, which then has the words of its page."""
    passage, page = one.passage, store.page(one.passage.page)
    corrected = concerning(rulings_of(store.db, passage.page, passage.article), passage.spans, passage.text)
    if page is None or not corrected:
        return one
    return replace(one, passage=replace(passage, text=quote(page.text, passage.spans)), corrected=corrected)


def _held(text: str, begins: Mapping[str, Sequence[str]]) -> list[str]:
    """The names in a text, in the order in which they first stand there. The text is gone through once, for all of them."""
    held: dict[str, None] = {}
    for at in range(len(text) - 1):
        for name in begins.get(text[at : at + SHORTEST], ()):
            if text.startswith(name, at):
                held[name] = None
    return list(held)
