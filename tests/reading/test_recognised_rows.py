"""From recognised rows to lines of print: widths of marks, sizes of type."""

from __future__ import annotations

import pytest

from rag.reading.pictures.glyphs import Glyph, Row, Sheet
from rag.reading.pictures.lines import lines_of
from rag.reading.pictures.widths import widened

SIZE = 30.0


def row(text: str, size: float = SIZE, top: float = 0.0) -> Row:
    """The text on one line."""
    glyphs = (Glyph(char, size * k, top, size * (k + 1), top + size, 1.0) for k, char in enumerate(text))
    return Row(tuple(glyphs), size)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("到县里,看大坝(新)的", "到县里，看大坝（新）的"),
        ("好!”他说:“行?”", "好！”他说：“行？”"),
        ("12,345人(约)", "12,345人（约）"),
        ("8:30", "8:30"),
        ("(A, B)", "(A, B)"),
    ],
)
def test_marks_beside_chinese_are_wide(given: str, read: str) -> None:
    assert "".join(glyph.char for glyph in widened(row(given)).glyphs) == read


def test_sizes_that_waver_are_one_and_a_short_row_has_that_of_its_neighbours() -> None:
    sizes = {0: 30.0, 1: 31.5, 2: 28.6, 3: 21.0, 4: 57.0, 5: 60.0}
    texts = {0: "一" * 20, 1: "二" * 20, 2: "三" * 20, 3: "四。", 4: "五" * 8, 5: "六" * 8}
    rows = [row(texts[k], size=size, top=100.0 * k) for k, size in sizes.items()]
    lines, glyphs = lines_of(Sheet(1500, 1000, b"", tuple(rows)))
    found = {line.text[0]: line.size for line in lines}
    assert found["一"] == found["二"] == found["三"] == found["四"] == 10.0
    assert found["五"] == found["六"] > 15
    assert len(glyphs) == sum(map(len, texts.values()))
    assert all("".join(glyphs[m].char for m in line.marks) == line.text for line in lines)
