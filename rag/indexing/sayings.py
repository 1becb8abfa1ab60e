"""What a page says whatever its line ends, spaces and widths, as a digest beside each page: by it the page is known again
when it comes in another format, without any stored page being read."""

from __future__ import annotations

from hashlib import blake2b
from unicodedata import normalize

from rag.indexing.engines.port import Connection

TABLES = (
    "CREATE TABLE sayings(page INTEGER PRIMARY KEY REFERENCES pages(id) ON DELETE CASCADE, saying TEXT NOT NULL)",
    "CREATE INDEX sayings_by_saying ON sayings(saying)",
)

LENGTH = 16
"""Bytes of a digest: no two pages that say something else have the same."""


def saying_of(text: str) -> str:
    """A digest of the text whatever its line ends, spaces and widths: 32 hexadecimal digits."""
    said = "".join(normalize("NFKC", text).split())
    return blake2b(said.encode(errors="surrogatepass"), digest_size=LENGTH).hexdigest()


def enter_saying(db: Connection, page: int, text: str) -> None:
    """Write what the page of that id says. Belongs inside the transaction that stores the page."""
    db.execute("INSERT INTO sayings(page, saying) VALUES (?, ?)", (page, saying_of(text)))


def enter_missing_sayings(db: Connection) -> None:
    """Enter what an earlier version stored."""
    sql = "SELECT id, text FROM pages WHERE id NOT IN (SELECT page FROM sayings)"
    db.executemany("INSERT INTO sayings VALUES (?, ?)", ((page, saying_of(text)) for page, text in db.execute(sql)))


def pages_saying(db: Connection, saying: str) -> list[str]:
    """The names of the pages that say this, in their order."""
    sql = "SELECT g.name FROM sayings s JOIN pages g ON g.id = s.page WHERE s.saying = ? ORDER BY g.name"
    return [name for (name,) in db.execute(sql, (saying,))]
