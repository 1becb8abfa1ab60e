"""What the index knows, in the tables of its engine: the truth, from which everything else can be made again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rag.codec import from_json
from rag.indexing.engines.port import Connection, Engine
from rag.indexing.mentioned import unpack
from rag.indexing.seals import of_deeds
from rag.indexing.trust import Trust
from rag.records import Article, Event, Layout, Page, Passage, Reading, Understood

if TYPE_CHECKING:
    from rag.ports import Vectors

AT_ONCE = 500
"""Ids in one statement: SQLite allows 999 bound values in the builds that allow fewest."""
ARTICLES = 500
"""Articles whose vectors are read together: about ten megabytes."""
PASSAGES = """
SELECT a.id, p.id, g.name, a.number, p.number, p.text, p.heading, p.record, p.mentions
FROM passages p JOIN articles a ON a.id = p.article JOIN pages g ON g.id = a.page
"""
READINGS = "SELECT g.id, a.id, a.number, a.record, a.told FROM articles a JOIN pages g ON g.id = a.page"


class Store:
    """Reads records; `rag.indexing.writing` writes them."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._trust = Trust(engine)

    @property
    def db(self) -> Connection:
        """The calling thread's connection."""
        return self.engine.connection()

    @property
    def listed(self) -> Connection:
        """The same for whatever lists and counts: DamagedError if any row that these are drawn from is not what was stored."""
        self._trust.lists(self.generation(), self.meta("deeds") or "")
        return self.db

    # what holds for the whole index

    def meta(self, key: str) -> str | None:
        """A fact about the index: fingerprint, model, schema, generation."""
        row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def set_meta(self, **facts: object) -> None:
        """Write facts about the index."""
        rows = ((k, str(v)) for k, v in facts.items())
        sql = "INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"
        self.db.executemany(sql, rows)

    def generation(self) -> int:
        """How often the index has changed; copies made from it remember the generation they show."""
        return int(self.meta("generation") or 0)

    def count_change(self) -> None:
        """Seal which tellings are of one event, and count a change; belongs at the end of every transaction that makes one."""
        self.set_meta(generation=self.generation() + 1, deeds=of_deeds(self.db).hex())

    def copied(self) -> int:
        """The generation that the copy of the vectors shows; 0 where there is none."""
        return int(self.meta("vectors_generation") or 0)

    def count(self, table: str) -> int:
        """Rows of pages, articles, events or passages."""
        return int(self.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def names(self) -> list[str]:
        """Names of people and places in the pages, which are kept whole when text is cut into words."""
        return [row[0] for row in self.db.execute("SELECT name FROM names ORDER BY name")]

    # pages, articles, events

    def digests(self) -> dict[str, str]:
        """Page name -> digest of its content."""
        return dict(self.db.execute("SELECT name, digest FROM pages ORDER BY name"))

    def digest(self, name: str) -> str | None:
        """The digest of the page of that name; None where there is none."""
        row = self.db.execute("SELECT digest FROM pages WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def named(self, digests: Sequence[str]) -> dict[str, str]:
        """The name of the page with each of these digests; one that no page has is missing from the result."""
        found: dict[str, str] = {}
        for at in range(0, len(digests), AT_ONCE):
            some = tuple(digests[at : at + AT_ONCE])
            sql = f"SELECT digest, name FROM pages WHERE digest IN ({','.join('?' * len(some))}) ORDER BY name"
            found.update(self.db.execute(sql, some).fetchall())
        return found

    def files(self, names: Sequence[str]) -> dict[str, str]:
        """The digest of the file that each of these pages was read of, empty where it is not known; a name that no page has is
        missing from the result."""
        found: dict[str, str] = {}
        for at in range(0, len(names), AT_ONCE):
            some = tuple(names[at : at + AT_ONCE])
            marks = ",".join("?" * len(some))
            sql = f"SELECT name, coalesce(json_extract(record, '$.file'), '') FROM pages WHERE name IN ({marks})"
            found.update(self.db.execute(sql, some).fetchall())
        return found

    def undated(self) -> dict[str, bool]:
        """Names of the pages that no issue date is known of, and whether other pages hint at the time of each."""
        sql = """SELECT name, coalesce(json_array_length(record, '$.hints'), 0) > 0 FROM pages
            WHERE json_extract(record, '$.issued') IS NULL ORDER BY name"""
        return {name: bool(hinted) for name, hinted in self.db.execute(sql)}

    def page(self, name: str) -> Page | None:
        """The page of that name."""
        row = self.db.execute("SELECT id FROM pages WHERE name = ?", (name,)).fetchone()
        return self._page_by_id(row[0]) if row else None

    def pages(self) -> Iterator[Page]:
        """All pages by name."""
        for (page,) in self.db.execute("SELECT id FROM pages ORDER BY name").fetchall():
            yield self._page_by_id(page)

    def layout(self, name: str) -> Layout | None:
        """The page of that name taken apart, as it was read."""
        page = self.page(name)
        if page is None:
            return None
        (record,) = self.db.execute("SELECT record FROM pages WHERE name = ?", (name,)).fetchone()
        articles = tuple(r.article for r in self.articles(name))
        return from_json(
            Layout, json.dumps({"furniture": json.loads(record)["furniture"]}), page=page, articles=articles
        )

    def readings(self) -> Iterator[Reading]:
        """All articles with their pages and what they tell, by page and number."""
        return self._readings()

    def reading(self, page: str, article: int) -> Reading | None:
        """One article with its page and what it tells."""
        return next(self._readings("WHERE g.name = ? AND a.number = ?", (page, article)), None)

    def articles(self, page: str) -> tuple[Reading, ...]:
        """All articles of a page, by number."""
        return tuple(self._readings("WHERE g.name = ?", (page,)))

    # passages and their vectors

    def passages(self, ids: Sequence[int]) -> dict[int, Passage]:
        """Passages by id; an id that is no longer there is missing from the result."""
        found: dict[int, Passage] = {}
        for at in range(0, len(ids), AT_ONCE):
            some = ids[at : at + AT_ONCE]
            where = f"WHERE p.id IN ({','.join('?' * len(some))})"
            found.update((p.id, p) for p in self.passages_where(where, tuple(some)))
        return found

    def passages_of(self, page: str, article: int | None = None) -> tuple[Passage, ...]:
        """Passages of a page, or of one of its articles, in reading order."""
        if article is None:
            return tuple(self.passages_where("WHERE g.name = ? ORDER BY a.number, p.number", (page,)))
        where = "WHERE g.name = ? AND a.number = ? ORDER BY p.number"
        return tuple(self.passages_where(where, (page, article)))

    def ids_of(self, page: str) -> list[int]:
        """The ids of a page's passages."""
        sql = """SELECT p.id FROM passages p JOIN articles a ON a.id = p.article JOIN pages g ON g.id = a.page
            WHERE g.name = ? ORDER BY p.id"""
        return [i for (i,) in self.db.execute(sql, (page,))]

    def passage_ids(self) -> list[int]:
        """The ids of all passages."""
        return [row[0] for row in self.db.execute("SELECT id FROM passages")]

    def vectors(self, behind: int = 0) -> Iterator[tuple[list[int], Vectors]]:
        """The vectors of all articles that have a passage with an id above `behind`, in blocks of (ids, array of shape (n, dim))."""
        import numpy as np

        new = "SELECT article FROM passages WHERE id > ?"
        rows = self.db.execute(
            f"SELECT passages, vectors FROM skims WHERE article IN ({new}) ORDER BY article", (behind,)
        )
        while block := rows.fetchmany(ARTICLES):
            ids = [i for own, _ in block for i in json.loads(own)]
            yield ids, np.frombuffer(b"".join(held for _, held in block), np.float32).reshape(len(ids), -1)

    # rows to records

    def passages_where(self, where: str, values: tuple[object, ...] = ()) -> Iterator[Passage]:
        """Passages that an SQL condition holds for: p is the passage, a its article, g its page."""
        rows = self.db.execute(PASSAGES + where, values).fetchall()
        self.trust(row[0] for row in rows)
        for _, i, page, article, number, text, heading, record, packed in rows:
            given = {"id": i, "page": page, "article": article, "number": number, "text": text, "heading": heading}
            yield from_json(Passage, record, **given, mentions=unpack(packed, text))

    def _readings(self, where: str = "", values: tuple[object, ...] = ()) -> Iterator[Reading]:
        pages: dict[int, Page] = {}
        rows = self.db.execute(f"{READINGS} {where} ORDER BY g.name, a.number", values).fetchall()
        self.trust(row[1] for row in rows)
        for page_id, article_id, number, record, told in rows:
            if page_id not in pages:
                pages = {page_id: self._page_by_id(page_id)}  # rows come page by page: one text at a time is enough
            page = pages[page_id]
            article = from_json(Article, record, page=page.name, number=number)
            yield Reading(page, article, self._understood(article, article_id, told))

    def trust(self, articles: Iterable[int]) -> None:
        """DamagedError if one of these articles, given by id, does not tell what was stored of it."""
        self._trust.articles(articles, self.generation())

    def _page_by_id(self, page: int) -> Page:
        self._trust.page(page)
        record, text = self.db.execute("SELECT record, text FROM pages WHERE id = ?", (page,)).fetchone()
        return from_json(Page, record, text=text)

    def _understood(self, article: Article, article_id: int, told: str) -> Understood:
        rows = self.db.execute("SELECT number, record FROM events WHERE article = ? ORDER BY number", (article_id,))
        where = {"page": article.page, "article": article.number}
        events = tuple(from_json(Event, record, **where, number=number) for number, record in rows)
        return from_json(Understood, told, events=events)
