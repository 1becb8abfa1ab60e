"""What a page was recognised from is kept with it, found again by its file, and goes with it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from rag.config import Config
from rag.indexing import delete, open_indexes
from rag.indexing.scanned import TABLES, picture_of, put_scan, scan_of
from rag.reading.pictures import apart as pictures
from rag.reading.pictures import known
from rag.records import OutcomeKind
from rag.scans import Mark, Picture, Scan
from tests.fakes import HashingEncoder
from tests.indexing.conftest import BRIDGE, Build

SIZE = 30


def sheet_of(text: str) -> dict[str, Any]:
    """What the process would tell of a picture on which the text is printed, a line a paragraph, the first letter unsure."""
    rows = [
        {
            "glyphs": [
                [c, SIZE * k, 60 * n, SIZE * (k + 1), 60 * n + SIZE, 0.5 if n == k == 0 else 0.99]
                for k, c in enumerate(line)
            ],
            "size": SIZE,
            "tall": False,
        }
        for n, line in enumerate(text.split())
    ]
    return {"width": 2400, "height": 900, "rows": rows, "jpeg": "anBlZw=="}


class Looks:
    """Stands in for the process: counts the sheets it is asked for."""

    sheets = 0

    def run(self, data: bytes, meter: object = None, *, is_pdf: bool, sheet: int | None = None) -> dict[str, Any]:
        if sheet is None:
            return {"sheets": 1}
        self.sheets += 1
        return sheet_of(data.decode())


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Looks:
    if not known.is_installed():
        pytest.skip("pictures are pages only where what recognises text is installed")
    one = Looks()
    monkeypatch.setattr(pictures, "_ROOM", one)
    return one


def test_it_is_kept_told_and_deleted_with_the_page(looks: Looks, built: Build, config: Config, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_text(BRIDGE, encoding="utf-8")
    (outcome,) = built(tmp_path / "a.jpg").outcomes
    assert (outcome.kind, outcome.why) == (
        OutcomeKind.ADDED,
        "recognised from a picture, 1 of its characters uncertain",
    )
    db = open_indexes(config, HashingEncoder()).store.db
    scan = scan_of(db, "a.jpg")
    assert scan is not None
    assert scan.pictures == (Picture(1, 2400, 900),)
    assert picture_of(db, "a.jpg", 0) == b"jpeg"
    assert picture_of(db, "a.jpg", 1) is None
    (text,) = db.execute("SELECT text FROM pages").fetchone()
    assert len(scan.marks) == len(text)
    assert scan.doubted([(0, len(text))]) == (0,)
    delete(config, ["a.jpg"])
    counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("scans", "pictures")]
    assert counts == [0, 0]


def test_a_file_that_was_recognised_is_not_looked_at_again(looks: Looks, built: Build, tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_text(BRIDGE, encoding="utf-8")
    kinds = [(o.name, o.kind, o.why) for o in built([tmp_path / "a.jpg", tmp_path / "b.jpg"]).outcomes]
    assert kinds[1] == ("b.jpg", OutcomeKind.SKIPPED, "same content as a.jpg")
    assert [o.kind for o in built(tmp_path / "a.jpg").outcomes] == [OutcomeKind.SKIPPED]
    assert looks.sheets == 1


def test_places_and_confidence_come_back_as_they_were() -> None:
    marks = (Mark(0, 0, 65535, 7, 9, 1.0), None, Mark(1, 500, 4, 530, 34, 0.25))
    scan = Scan("f" * 64, (Picture(1, 10, 20, b"one"), Picture(3, 30, 40, b"two")), marks, (2,), "takes too long; wait")
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE pages(id INTEGER PRIMARY KEY, name TEXT)")
    db.execute("INSERT INTO pages VALUES (5, 'a.pdf')")
    for statement in TABLES:
        db.execute(statement)
    put_scan(db, 5, scan)
    assert scan_of(db, "a.pdf", whole=True) == scan
    assert scan_of(db, "b.pdf") is None


def test_rectangles_go_round_lines_across_and_downward() -> None:
    across = [Mark(0, 30 * k, 100, 30 * k + 30, 130, 0.95) for k in range(3)]
    next_line = [Mark(0, 30 * k, 150, 30 * k + 30, 180, 0.8) for k in range(2)]
    downward = [Mark(1, 700, 30 * k, 730, 30 * k + 30, 0.99) for k in range(4)]
    scan = Scan("", (), (*across, *next_line, None, *downward))
    assert scan.boxes([(0, 10)]) == (
        Mark(0, 0, 100, 90, 130, 0.95),
        Mark(0, 0, 150, 60, 180, 0.8),
        Mark(1, 700, 0, 730, 120, 0.99),
    )
    assert scan.doubted([(0, 10)]) == (3, 4)
    assert scan.recognised([(5, 7)])
    assert not scan.recognised([(5, 6)])
