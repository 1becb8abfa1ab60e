"""Keep the words of all passages cut with the same names, as pages bring names and take them away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import chain

from rag.indexing.engines.port import Connection
from rag.indexing.lexical import WordIndex
from rag.indexing.store import AT_ONCE, Store
from rag.indexing.wholes import articles_with
from rag.indexing.words import Words
from rag.text import fold

LEAD = 2
"""Characters by which names are looked up while a text is walked through; no name is shorter."""

_BORROWED = "SELECT id FROM articles WHERE json_extract(record, '$.elsewhere.tie') = 'begins'"
"""Articles that stand under the headline of another, in whose words a name may be too."""

Uncut = tuple[int, str, str]
"""A passage: its id, its text and what it stands under."""
Cut = tuple[int, list[str], list[str]]
"""The same in words."""


def add_words(lexical: WordIndex, words: Words, found: Iterable[Uncut]) -> None:
    """Cut passages into the lexical index; one that is there is cut anew."""
    lexical.add(_cut(words, found))


def as_now(store: Store, words: Words) -> Words:
    """Words with the names of the index as it is now, which others may have written to since these were made.

    Belongs inside the transaction that puts pages in: whoever is killed after it settles nothing any more.
    """
    names = store.names()
    return Words(names) if words.differing(names) else words


def settle(store: Store, lexical: WordIndex, words: Words) -> None:
    """Cut again what was cut before its names were known, by this writer or by another that came or went meanwhile.

    Belongs inside a transaction, at the end of a build.
    """
    new = {row[0] for row in store.db.execute("SELECT name FROM names WHERE NOT settled")}
    names = store.names()
    if others := words.differing(names):
        words = Words(names)
    _recut(store, lexical, words, new | others)
    store.db.execute("UPDATE names SET settled = TRUE WHERE NOT settled")


def forget(store: Store, lexical: WordIndex, words: Words) -> Words:
    """Drop the names that no page gives any more, and cut what still holds them without; how words are cut now."""
    gone = "name NOT IN (SELECT name FROM named)"
    dropped = [row[0] for row in store.db.execute(f"SELECT name FROM names WHERE {gone}")]
    if not dropped:
        return words
    store.db.execute(f"DELETE FROM names WHERE {gone}")
    left = Words(store.names())
    _recut(store, lexical, left, dropped)
    return left


def cut_missing(db: Connection) -> None:
    """Cut every stored passage that is not in the lexical index: those of an index that an earlier version built."""
    words = Words(name for (name,) in db.execute("SELECT name FROM names"))
    add_words(WordIndex(lambda: db), words, _uncut(db, "WHERE id NOT IN (SELECT passage FROM cuts)"))


def cut_all(db: Connection, words: Words) -> Iterator[Cut]:
    """Every passage as it is cut now, by id."""
    return _cut(words, _uncut(db))


def _cut(words: Words, found: Iterable[Uncut]) -> Iterator[Cut]:
    heading: Callable[[str], list[str]] = cache(words.cut)
    return ((i, words.cut(text), heading(under)) for i, text, under in found)


def _recut(store: Store, lexical: WordIndex, words: Words, names: Collection[str]) -> None:
    leads = _by_lead(names)
    borrowed = {article for (article,) in store.db.execute(_BORROWED)}
    articles = sorted(articles_with(store.db, chain.from_iterable(leads.values())) | borrowed)
    for at in range(0, len(articles), AT_ONCE):
        some = f"WHERE article IN ({','.join(map(str, articles[at : at + AT_ONCE]))})"
        add_words(lexical, words, [p for p in _uncut(store.db, some) if _holds(p[1], leads) or _holds(p[2], leads)])


def _uncut(db: Connection, where: str = "") -> Iterator[Uncut]:
    """Passages by id."""
    return iter(db.execute(f"SELECT id, text, heading FROM passages {where} ORDER BY id"))


def _by_lead(names: Iterable[str]) -> dict[str, list[str]]:
    leads: dict[str, list[str]] = defaultdict(list)
    for name in map(fold, names):
        if len(name) >= LEAD:
            leads[name[:LEAD]].append(name)
    return dict(leads)


def _holds(text: str, leads: dict[str, list[str]]) -> bool:
    folded = fold(text)
    starts = (i for i in range(len(folded) - LEAD + 1) if folded[i : i + LEAD] in leads)
    return any(folded.startswith(name, i) for i in starts for name in leads[folded[i : i + LEAD]])
