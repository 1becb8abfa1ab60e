"""The mentions of passages: found when a page is stored, kept in a few characters each, and found later where an older index lacks them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rag.indexing.codec import from_json
from rag.indexing.engines.port import Connection
from rag.mentions import Names, mentions
from rag.records import Article, Event, Mention, MentionKind, Page, Understood
from rag.time import Clock, told_year
from rag.understanding import as_of

COLUMN = "ALTER TABLE passages ADD COLUMN mentions TEXT"
"""As `pack` writes them; NULL where nobody has looked for them."""

_KINDS = tuple(MentionKind)
_CODES = {kind: code for code, kind in enumerate(_KINDS)}

_ARTICLE = """SELECT g.name, g.record, g.text, a.number, a.record, a.told
FROM articles a JOIN pages g ON g.id = a.page WHERE a.id = ?"""


def found(page: Page, article: Article, told: Understood, texts: Sequence[str]) -> list[tuple[Mention, ...]]:
    """The mentions of each of an article's texts."""
    names, clock = Names.of(told), Clock(as_of(page, article), told.when)
    read = []
    for text in texts:
        read.append(mentions(text, names, clock))
        clock = clock._replace(year=told_year(text, clock))
    return read


def pack(given: Sequence[Mention]) -> str:
    """Mentions without their words: [[code of the kind, start, end, value, unit, note], …], what is empty at the end left
    out, a value that is the words themselves 0."""
    return json.dumps([_row(m) for m in given], ensure_ascii=False, separators=(",", ":"))


def unpack(packed: str | None, text: str) -> tuple[Mention, ...]:
    """What was packed, with the words of the text they stand in."""
    return tuple(_mention(text, *row) for row in json.loads(packed)) if packed else ()


def enter_missing_mentions(db: Connection) -> None:
    """Find those of every stored passage that lacks them: those of an index that an earlier version built."""
    for (article,) in db.execute("SELECT DISTINCT article FROM passages WHERE mentions IS NULL").fetchall():
        name, page, text, number, record, told = db.execute(_ARTICLE, (article,)).fetchone()
        where = {"page": name, "article": number}
        events = db.execute("SELECT number, record FROM events WHERE article = ? ORDER BY number", (article,))
        tells = from_json(Understood, told, events=tuple(from_json(Event, r, **where, number=n) for n, r in events))
        ids, texts = zip(*db.execute("SELECT id, text FROM passages WHERE article = ?", (article,)), strict=True)
        own = from_json(Article, record, page=name, number=number)
        read = found(from_json(Page, page, text=text), own, tells, texts)
        rows = zip(map(pack, read), ids, strict=True)
        db.executemany("UPDATE passages SET mentions = ? WHERE id = ?", rows)


def _row(m: Mention) -> list[object]:
    row: list[object] = [_CODES[m.kind], m.start, m.end, 0 if m.value == m.text else m.value, m.unit, m.note]
    while row[-1] == "":
        row.pop()
    return row


def _mention(
    text: str, code: int, start: int, end: int, value: str | int = "", unit: str = "", note: str = ""
) -> Mention:
    words = text[start:end]
    return Mention(_KINDS[code], words, start, end, words if value == 0 else str(value), unit, note)
