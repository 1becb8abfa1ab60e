"""Write pages into the store and take them out again; each call belongs inside a transaction of the database."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rag.codec import to_json
from rag.indexing.engines.port import Connection
from rag.indexing.entries import enter
from rag.indexing.mentioned import pack
from rag.indexing.retold import part
from rag.indexing.sayings import enter_saying
from rag.indexing.scanned import put_scan
from rag.indexing.seals import seal
from rag.indexing.skim import enter_skim
from rag.indexing.store import Store
from rag.indexing.wholes import remove_wholes
from rag.records import Article, Layout, Passage, Understood

if TYPE_CHECKING:
    from rag.ports import Vectors


def put_page(
    store: Store, layout: Layout, told: Sequence[Understood], found: Sequence[Passage], vectors: Vectors
) -> list[int]:
    """Write a page and everything drawn from it but what it is searched by; the ids given to its passages."""
    db, page = store.db, layout.page
    record = json.loads(to_json(page, without=("text", "scan"))) | {
        "furniture": [[s.start, s.end] for s in layout.furniture]
    }
    values = (page.name, page.digest, page.text, json.dumps(record, ensure_ascii=False))
    sql = "INSERT INTO pages(name, digest, text, record) VALUES (?, ?, ?, ?) RETURNING id"
    page_id = int(db.execute(sql, values).fetchone()[0])
    enter_saying(db, page_id, page.text)
    if page.scan:
        put_scan(db, page_id, page.scan)
    articles = {}
    for article, tells in zip(layout.articles, told, strict=True):
        key = articles[article.number] = _put_article(db, page_id, article, tells)
        for event in tells.events:
            enter(db, key, event, page.newspaper)
    ids = [_put_passage(db, articles[p.article], p) for p in found]
    skims: dict[int, list[tuple[int, str, bytes]]] = defaultdict(list)
    for i, passage, vector in zip(ids, found, vectors, strict=True):
        skims[articles[passage.article]].append((i, passage.text, vector.tobytes()))
    for key, held in skims.items():
        enter_skim(db, key, held)
    store.engine.nearest.enter(ids, vectors)
    seal(db, page_id, list(articles.values()))
    return ids


def remove_page(store: Store, name: str) -> list[int]:
    """Delete a page and everything drawn from it but its words and the copy of its vectors; the ids its passages had."""
    ids = store.ids_of(name)
    part(store.db, name)
    remove_wholes(store.db, name)
    store.db.execute("DELETE FROM pages WHERE name = ?", (name,))
    return ids


def names_of(told: Understood) -> set[str]:
    """The names that an article gives: of people and of places."""
    return {*(p.name for p in told.people), *told.places} - {""}


def _put_article(db: Connection, page: int, article: Article, told: Understood) -> int:
    row = (page, article.number, told.when.value, to_json(article, without=("page", "number")))
    sql = "INSERT INTO articles(page, number, date, record, told) VALUES (?, ?, ?, ?, ?) RETURNING id"
    key = int(db.execute(sql, (*row, to_json(told, without=("events",)))).fetchone()[0])
    own = ("page", "article", "number")
    events = ((key, e.number, e.when.value, e.activity.value, to_json(e, without=own)) for e in told.events)
    db.executemany("INSERT INTO events(article, number, date, activity, record) VALUES (?, ?, ?, ?, ?)", events)
    people = ((key, place, p.name, p.role) for place, p in enumerate(told.people))
    db.executemany("INSERT INTO people(article, place, name, role) VALUES (?, ?, ?, ?)", people)
    _put_names(db, key, told)
    return key


def _put_passage(db: Connection, article: int, passage: Passage) -> int:
    own = ("id", "page", "article", "number", "text", "heading", "mentions")
    row = (
        article,
        passage.number,
        passage.text,
        passage.heading,
        to_json(passage, without=own),
        pack(passage.mentions),
    )
    sql = (
        "INSERT INTO passages(article, number, text, heading, record, mentions) VALUES (?, ?, ?, ?, ?, ?) RETURNING id"
    )
    return int(db.execute(sql, row).fetchone()[0])


def _put_names(db: Connection, article: int, told: Understood) -> None:
    names = sorted(names_of(told))
    db.executemany("INSERT INTO named(article, name) VALUES (?, ?)", ((article, n) for n in names))
    db.executemany("INSERT INTO names(name) VALUES (?) ON CONFLICT DO NOTHING", ((n,) for n in names))
