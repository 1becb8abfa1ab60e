"""From recognised rows to lines of print: widths of marks, sizes of type."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rag.reading.pictures.glyphs import Glyph, Row, Sheet
from rag.reading.pictures.lines import lines_of
from rag.reading.pictures.widths import NARROW, WIDE, as_set
from rag.reading.sheet import written

SIZE = 30.0


def row(text: str, size: float = SIZE, top: float = 0.0) -> Row:
    """The text on one line."""
    glyphs = (Glyph(char, size * k, top, size * (k + 1), top + size, 1.0) for k, char in enumerate(text))
    return Row(tuple(glyphs), size)


def spaced(text: str, room: float) -> Row:
    """The text on one line, its marks with so much of a character's room."""
    glyphs, at = [], 0.0
    for char in text:
        end = at + SIZE * (room if char in NARROW + WIDE + "—" else 1)
        glyphs.append(Glyph(char, at, 0.0, end, SIZE, 1.0))
        at = end
    return Row(tuple(glyphs), SIZE)


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
    (found,) = as_set([row(given)])
    assert "".join(glyph.char for glyph in found.glyphs) == read


@pytest.mark.parametrize(("room", "read"), [(0.3, ",;()"), (0.5, "，；（）"), (1.0, "，；（）")])
def test_marks_have_the_width_in_which_the_sheet_sets_them_whichever_was_recognised(room: float, read: str) -> None:
    found = as_set([spaced("县里，大坝;新的", room), spaced("看了（三处)水库", room), spaced("今年,雨多", room)])
    said = "".join(glyph.char for row in found for glyph in row.glyphs)
    assert "".join(char for char in said if char in NARROW + WIDE) == read + read[0]


@pytest.mark.parametrize(("long", "read"), [(1.0, "协商—路桥"), (2.0, "协商——路桥")])
def test_a_dash_of_two_characters_is_two(long: float, read: str) -> None:
    (found,) = as_set([spaced("协商—路桥", long)])
    assert "".join(glyph.char for glyph in found.glyphs) == read
    assert all(one.right <= other.left + 1e-6 for one, other in pairwise(found.glyphs))


def test_too_few_marks_tell_nothing_of_the_sheet() -> None:
    (found,) = as_set([spaced("县里,大坝", 0.3)])
    assert "".join(glyph.char for glyph in found.glyphs) == "县里，大坝"


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


def test_the_short_last_line_of_a_paragraph_has_the_size_of_the_line_it_ends() -> None:
    rows = [at("一" * 20, 100, 100), at("二" * 20, 100, 145), at("三。", 100, 190, 37.0), at("四" * 8, 100, 400, 37.5)]
    lines, _ = lines_of(Sheet(1500, 1000, b"", tuple(rows)))
    assert {line.text[0]: round(line.size, 1) for line in lines} == {"一": 10.0, "二": 10.0, "三": 10.0, "四": 12.5}


def at(text: str, left: float, top: float, size: float = SIZE) -> Row:
    """The text on a line that begins there."""
    glyphs = (Glyph(c, left + size * k, top, left + size * (k + 1), top + size, 1.0) for k, c in enumerate(text))
    return Row(tuple(glyphs), size)


def column(left: float, top: float, text: str, wide: int) -> list[Row]:
    """A paragraph in lines of so many characters, the first set in by two."""
    lines = [text[: wide - 2], *(text[k : k + wide] for k in range(wide - 2, len(text), wide))]
    return [at(line, left + 2 * SIZE * (not k), top + 1.5 * SIZE * k) for k, line in enumerate(lines)]


def downward(right: float, top: float, text: str) -> Row:
    """The text on a line that reads downward."""
    step = 1.1 * SIZE
    glyphs = (Glyph(c, right - SIZE, top + step * k, right, top + step * k + SIZE, 1.0) for k, c in enumerate(text))
    return Row(tuple(glyphs), SIZE, tall=True)


def paragraphs(rows: list[Row]) -> list[str]:
    """What is read of a sheet on which these rows were recognised, from below to above."""
    lines, _ = lines_of(Sheet(2400, 3200, b"", tuple(reversed(rows))))
    return written([lines]).text.split("\n\n")


TITLE = "秦望舒检查水库大坝"
LEAD = "本报讯（记者 闻溪）八月九日，县长秦望舒到青螺水库检查大坝加固工程，要求抢在雨前完工。".replace(" ", "")
REST = "她说，汛期不等人，工程要抢在雨前完工，沙袋要备足八千只。"


def test_a_table_on_a_picture_is_read_row_by_row() -> None:
    cells = [
        ("姓名", "职务", "分工"),
        ("秦望舒", "县长", "财政"),
        ("杜若溪", "副县长", "水利"),
        ("江离", "局长", "教育"),
    ]
    rows = [at(cell, 120 + 320 * k, 200 + 60 * n) for n, line in enumerate(cells) for k, cell in enumerate(line)]
    assert paragraphs(rows) == ["\t".join(line) for line in cells]


def test_a_column_beneath_a_picture_comes_before_one_that_begins_higher() -> None:
    rows = [at(TITLE, 120, 150, 2 * SIZE), *column(120, 900, LEAD, 14), *column(700, 300, REST, 14)]
    assert paragraphs(rows) == [TITLE, LEAD, REST]


def test_lines_that_read_downward_are_taken_from_the_right() -> None:
    rows = [downward(1200 - 50 * k, 200, LEAD[k * 12 : k * 12 + 12]) for k in range(-(-len(LEAD) // 12))]
    assert paragraphs(rows) == [LEAD]
