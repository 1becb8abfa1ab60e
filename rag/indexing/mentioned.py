"""The mentions of passages: found when a page is stored, kept in a few characters each, and found later where an older index lacks them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rag.codec import from_json
from rag.corrections.events import BASIS
from rag.indexing.engines.port import Connection
from rag.mentions import Names, loose, mentions, tells_hour
from rag.records import Article, Event, Mention, MentionKind, Page, Understood
from rag.ruled import Thing
from rag.time import Clock, dateline_day, told_year
from rag.understanding import as_of

COLUMN = "ALTER TABLE passages ADD COLUMN mentions TEXT"
"""As `pack` writes them; NULL where nobody has looked for them."""

_KINDS = tuple(MentionKind)
_CODES = {kind: code for code, kind in enumerate(_KINDS)}

_ARTICLE = """SELECT g.name, g.record, g.text, a.number, a.record, a.told
FROM articles a JOIN pages g ON g.id = a.page WHERE a.id = ?"""


def found(page: Page, article: Article, told: Understood, texts: Sequence[str]) -> list[tuple[Mention, ...]]:
    """The mentions of each of an article's texts; a day that somebody corrected is told as corrected."""
    names, now, given = Names.of(told), as_of(page, article), _given(told)
    clock = Clock(now, told.when, written=dateline_day(texts, now))
    read = []
    for text in texts:
        read.append(tuple(_corrected(m, given) for m in mentions(text, names, clock)))
        clock = clock._replace(year=told_year(text, clock))
    return read


def _given(told: Understood) -> dict[str, str]:
    """What the article prints of days that were corrected, and what each stands for."""
    days = [e.when for e in told.events if e.ruling and e.ruling.changes]
    days += [told.when] if any(r.thing is Thing.DATE and r.changed for r in told.ruled) else []
    return {when.printed: when.value for when in days if when.printed and when.value}


def _corrected(mention: Mention, given: Mapping[str, str]) -> Mention:
    if mention.kind is not MentionKind.TIME or not given or loose(mention) or tells_hour(mention):
        return mention
    same = (v for printed, v in given.items() if printed in mention.text or mention.text in printed)
    day = next(same, None)
    return replace(mention, value=day, note=BASIS) if day else mention


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
