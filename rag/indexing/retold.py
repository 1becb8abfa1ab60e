"""Tellings of one event under one deed, brought up to date after a build or a deletion by comparing only what may be one.

A telling that is not `joined` yet stands for itself. Those that share a mark with it, and what these were joined with,
are grouped anew with it; all others stay as they are.
"""

from __future__ import annotations

from rag.codec import from_json
from rag.indexing.engines.port import Connection
from rag.records import Event
from rag.understanding import tellings

_IN_PLAY = """
WITH marked AS (
    SELECT telling FROM marks WHERE mark IN (
        SELECT m.mark FROM tellings t JOIN marks m ON m.telling = t.id WHERE NOT t.joined))
SELECT t.id, t.deed, g.name, a.number, e.number, e.record
FROM tellings t JOIN events e ON e.article = t.article AND e.number = t.number
JOIN articles a ON a.id = t.article JOIN pages g ON g.id = a.page
WHERE t.deed IN (SELECT deed FROM tellings WHERE id IN (SELECT telling FROM marked)) ORDER BY t.id
"""


def join(db: Connection) -> bool:
    """Group what is not joined yet; whether there was any. Belongs inside a transaction."""
    if not db.execute("SELECT EXISTS(SELECT 1 FROM tellings WHERE NOT joined)").fetchone()[0]:
        return False
    ids, deeds, events = [], [], []
    for telling, deed, page, article, number, record in db.execute(_IN_PLAY).fetchall():
        ids.append(telling)
        deeds.append(deed)
        events.append(from_json(Event, record, page=page, article=article, number=number))
    groups = ((ids[group[0]], k) for group in tellings(events) for k in group)
    moved = ((deed, ids[k]) for deed, k in groups if deeds[k] != deed)
    db.executemany("UPDATE tellings SET deed = ? WHERE id = ?", moved)
    db.execute("UPDATE tellings SET joined = TRUE WHERE NOT joined")
    return True


def part(db: Connection, page: str) -> None:
    """Let each telling stand for itself whose deed a page tells too: the page is about to go."""
    db.execute(
        """UPDATE tellings SET deed = id, joined = FALSE WHERE deed IN (
            SELECT t.deed FROM tellings t JOIN articles a ON a.id = t.article JOIN pages g ON g.id = a.page
            WHERE g.name = ?)""",
        (page,),
    )
