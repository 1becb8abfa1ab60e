"""What pages were recognised from, as the index keeps it: deleted with the page.

Of each character its place takes ten bytes before they are packed (five numbers of two), about three after; a sheet's picture
some hundreds of kilobytes.
"""

from __future__ import annotations

import json
import zlib

import numpy as np

from rag.indexing.engines.port import Connection
from rag.scans import Mark, Picture, Scan

TABLES = (
    """CREATE TABLE scans(
        page INTEGER PRIMARY KEY REFERENCES pages(id) ON DELETE CASCADE, file TEXT NOT NULL, lost TEXT NOT NULL,
        marks BLOB NOT NULL)""",
    """CREATE TABLE pictures(
        page INTEGER NOT NULL REFERENCES scans(page) ON DELETE CASCADE, place INTEGER NOT NULL, number INTEGER NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, jpeg BLOB NOT NULL, PRIMARY KEY(page, place))""",
)

NOWHERE = 65535
"""The sheet of a character that no picture shows."""

FINE = 100
"""Steps of confidence that are kept."""

_COLUMNS = 6


def put_scan(db: Connection, page: int, scan: Scan) -> None:
    """Write what the page of that id was recognised from."""
    lost = json.dumps([scan.lost, scan.why], ensure_ascii=False)
    db.execute("INSERT INTO scans(page, file, lost, marks) VALUES (?, ?, ?, ?)", (page, scan.file, lost, _packed(scan)))
    rows = ((page, k, p.number, p.width, p.height, p.jpeg) for k, p in enumerate(scan.pictures))
    db.executemany("INSERT INTO pictures(page, place, number, width, height, jpeg) VALUES (?, ?, ?, ?, ?, ?)", rows)


def scan_of(db: Connection, page: str, *, whole: bool = False) -> Scan | None:
    """What the page of that name was recognised from; pictures without their JPEG unless the `whole` is wanted."""
    sql = "SELECT s.page, s.file, s.lost, s.marks FROM scans s JOIN pages g ON g.id = s.page WHERE g.name = ?"
    row = db.execute(sql, (page,)).fetchone()
    if row is None:
        return None
    key, file, told, packed = row
    lost, why = json.loads(told)
    jpeg = "jpeg" if whole else "substr(jpeg, 1, 0)"
    sql = f"SELECT number, width, height, {jpeg} FROM pictures WHERE page = ? ORDER BY place"
    pictures = tuple(Picture(*values) for values in db.execute(sql, (key,)))
    return Scan(file, pictures, _unpacked(packed), tuple(lost), why)


def picture_of(db: Connection, page: str, place: int) -> bytes | None:
    """The JPEG of one of a page's sheets, counted from 0."""
    sql = """SELECT p.jpeg FROM pictures p JOIN pages g ON g.id = p.page WHERE g.name = ? AND p.place = ?"""
    row = db.execute(sql, (page, place)).fetchone()
    return bytes(row[0]) if row else None


def scanned_files(db: Connection) -> dict[str, str]:
    """Digest of a file of which everything was recognised -> its page."""
    sql = "SELECT s.file, g.name FROM scans s JOIN pages g ON g.id = s.page WHERE json_array_length(s.lost, '$[0]') = 0"
    return dict(db.execute(sql))


def _packed(scan: Scan) -> bytes:
    nowhere = (NOWHERE, 0, 0, 0, 0, 0)
    rows = [nowhere if mark is None else (*mark[:5], round(mark.sure * FINE)) for mark in scan.marks]
    columns = np.array(rows, "<u2").reshape(-1, _COLUMNS).T
    steps = np.diff(columns, axis=1, prepend=np.zeros((_COLUMNS, 1), "<u2"))
    return zlib.compress(np.ascontiguousarray(steps).tobytes(), 9)


def _mark(row: list[int]) -> Mark:
    sheet, left, top, right, bottom, sure = row
    return Mark(sheet, left, top, right, bottom, sure / FINE)


def _unpacked(packed: bytes) -> tuple[Mark | None, ...]:
    steps = np.frombuffer(zlib.decompress(packed), "<u2").reshape(_COLUMNS, -1)
    rows = np.cumsum(steps, axis=1, dtype="<u2").T.tolist()
    return tuple(None if row[0] == NOWHERE else _mark(row) for row in rows)
