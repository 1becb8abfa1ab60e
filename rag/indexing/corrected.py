"""Pages whose corrections have changed since they were drawn, drawn again by what draws all pages."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rag.codec import from_json
from rag.corrections import Corrections
from rag.indexing.drawn import Understander, drawn_again
from rag.indexing.engines.port import Connection
from rag.indexing.passages import passage_text
from rag.indexing.store import Store
from rag.indexing.storing import Draft
from rag.ports import Encoder
from rag.ruled import Ruled

if TYPE_CHECKING:
    from rag.ports import Vectors

_PAGES = "SELECT name, digest, coalesce(json_extract(record, '$.rulings'), '') FROM pages ORDER BY name"
_SKIMS = """SELECT k.passages, k.vectors FROM skims k JOIN articles a ON a.id = k.article JOIN pages g ON g.id = a.page
WHERE g.name = ?"""

_RULED = """SELECT json_extract(a.told, '$.ruled') FROM articles a JOIN pages g ON g.id = a.page
WHERE g.name = ? AND a.number = ?"""

_RULED_ON = """SELECT json_extract(a.told, '$.ruled') FROM articles a JOIN pages g ON g.id = a.page WHERE g.name = ?"""

KEPT = 8192
"""Vectors kept at hand: those of the pages whose passages may be encoded ahead."""


def behind(store: Store, corrections: Corrections) -> list[str]:
    """The names of the pages that were drawn with other corrections than these.

    None where there is no ledger: an index that was copied without it goes on showing what it shows. So does a page with
    rulings that the ledger, which is damaged, does not tell any more: what somebody ruled is not dropped for that.
    """
    if not corrections.known:
        return []
    rows = store.db.execute(_PAGES).fetchall()
    names = [name for name, digest, drawn in rows if drawn != corrections.stamp(name, digest)]
    return [n for n in names if not (corrections.unread and _entries(store, n) - corrections.known)]


def _entries(store: Store, page: str) -> set[str]:
    """The ids of the rulings that stand in what a page tells."""
    told = [ruled for (ruled,) in store.db.execute(_RULED_ON, (page,)).fetchall() if ruled]
    return {one["entry"] for ruled in told for one in json.loads(ruled)}


def overtaken(
    store: Store, corrections: Corrections, understander: Understander, remembered: Remembered | None = None
) -> Iterator[Draft]:
    """Those pages, each to be put in place of what is stored of it; `remembered` learns what vectors it has."""
    for name in behind(store, corrections):
        page = store.page(name)
        if page is not None:
            if remembered is not None:
                remembered.learn(store, name)
            yield drawn_again(store, page, understander)


def rulings_of(db: Connection, page: str, article: int) -> tuple[Ruled, ...]:
    """What was ruled on an article; nothing of one that is not there."""
    row = db.execute(_RULED, (page, article)).fetchone()
    told = json.loads(row[0]) if row and row[0] else []
    return tuple(from_json(Ruled, json.dumps(one)) for one in told)


class Remembered:
    """An encoder that knows the vectors of passages that stand in the index: most of a corrected page stays as it was."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: OrderedDict[str, Vectors] = OrderedDict()

    @property
    def name(self) -> str:
        """The encoder's."""
        return self._encoder.name

    @property
    def dim(self) -> int:
        """The encoder's."""
        return self._encoder.dim

    def learn(self, store: Store, page: str) -> None:
        """Take up the vectors of a page's passages."""
        import numpy as np

        texts = {p.id: passage_text(p) for p in store.passages_of(page)}
        for held, vectors in store.db.execute(_SKIMS, (page,)).fetchall():
            ids = json.loads(held)
            rows = np.frombuffer(vectors, np.float32).reshape(len(ids), -1)
            self._known.update((texts[i], row) for i, row in zip(ids, rows, strict=True) if i in texts)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """See `rag.ports.Encoder`."""
        return self._encoder.queries(texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """See `rag.ports.Encoder`; what is known is not encoded again."""
        import numpy as np

        known = {text: row for text in texts if (row := self._known.get(text)) is not None}
        new = [text for text in texts if text not in known]
        made = dict(zip(new, self._encoder.passages(new), strict=True)) if new else {}
        return np.stack([known[t] if t in known else made[t] for t in texts]) if texts else self._encoder.passages([])
