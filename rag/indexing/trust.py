"""Whether what is read of an index is what was stored: an article when it is read, and all that lists are drawn from before any is.

A list is true only if all rows are, those too that are not in it: an altered name is missing under the right one. So all of
them are looked at once, and later those alone whose seal is another one, because they came or were drawn anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

from rag.indexing.damage import DamagedError
from rag.indexing.engines.port import Connection, Engine
from rag.indexing.seals import AT_ONCE, broken_articles, broken_pages, of_deeds

_PLACE = "SELECT a.number, g.name FROM articles a JOIN pages g ON g.id = a.page WHERE a.id = ?"
_SEALED = {
    "article": "SELECT a.id, s.listed FROM articles a LEFT JOIN article_seals s ON s.article = a.id",
    "page": "SELECT g.id, s.seal FROM pages g LEFT JOIN page_seals s ON s.page = g.id",
}


class Trust:
    """What of one index was looked at already, by any thread. `generation` is always that of the state that is read."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn = Lock()
        self._told: tuple[int, set[int]] = (-1, set())
        self._upto = -1
        self._listed: dict[str, dict[int, bytes]] = {kind: {} for kind in _SEALED}

    def articles(self, articles: Iterable[int], generation: int) -> None:
        """DamagedError if one of these articles, given by id, does not tell what was stored of it.

        Each is looked at once for every state of the index.
        """
        at, known = self._told
        if at != generation:
            at, known = self._told = generation, set()
        new = dict.fromkeys(article for article in articles if article not in known)
        for broken in broken_articles(self._engine.connection(), new):
            raise self._damaged("article", broken)
        known.update(new)

    def page(self, page: int) -> None:
        """DamagedError if the page of that id is not what was stored."""
        for broken in broken_pages(self._engine.connection(), [page]):
            raise self._damaged("page", broken)

    def lists(self, generation: int, deeds: str) -> None:
        """DamagedError if any row that lists and counts are drawn from is not what was stored; `deeds` is the seal of which
        tellings are of one event, in hexadecimal digits."""
        if generation == self._upto:
            return
        with self._turn:
            if generation != self._upto:
                self._look(self._engine.connection(), deeds)
                self._upto = generation

    def _look(self, db: Connection, deeds: str) -> None:
        for kind, sql in _SEALED.items():
            sealed, known = dict(db.execute(sql).fetchall()), self._listed[kind]
            new = [i for i, seal in sealed.items() if seal is None or known.get(i) != seal]
            for some in (new[at : at + AT_ONCE] for at in range(0, len(new), AT_ONCE)):
                for broken in broken_articles(db, some, ("listed",)) if kind == "article" else broken_pages(db, some):
                    raise self._damaged(kind, broken)
                known.update((i, sealed[i]) for i in some)
            self._listed[kind] = sealed
        if of_deeds(db).hex() != deeds:
            raise DamagedError(self._engine.where, "what tells of one event")

    def _damaged(self, kind: str, broken: int) -> DamagedError:
        db = self._engine.connection()
        if kind == "page":
            (name,) = db.execute("SELECT name FROM pages WHERE id = ?", (broken,)).fetchone()
            return DamagedError(self._engine.where, f"the page {name}")
        number, page = db.execute(_PLACE, (broken,)).fetchone() or ("?", "?")
        return DamagedError(self._engine.where, f"article {number} of the page {page}")
