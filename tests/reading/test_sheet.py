"""Sheets as they are printed: columns, tables, vertical lines, spread headlines, sheets on their side."""

from __future__ import annotations

import math
from typing import Any

import pytest

from rag.reading.pdf import read_pdf
from rag.reading.sheet import Letter
from rag.reading.sheet.letters import each_its_own
from rag.reading.sheet.lines import find_lines
from tests.reading.files import make_pdf

TITLE = "秦望舒检查水库大坝"
LEAD = "本报讯（记者 闻溪）8月9日，县长秦望舒到青螺水库检查大坝加固工程。"
REST = "她说，汛期不等人，工程要抢在雨前完工。"
SIZE = 12.0

Shown = tuple[float, float, float, str]


def _column(left: float, top: float, text: str, width: int, size: float = SIZE) -> list[Shown]:
    """A paragraph in lines of `width` characters, the first set in by two."""
    lines = [text[: width - 2], *(text[k : k + width] for k in range(width - 2, len(text), width))]
    return [(left + 2 * size * (not k), top - 1.5 * size * k, size, line) for k, line in enumerate(lines)]


def _down(left: float, top: float, text: str, size: float = SIZE) -> list[Shown]:
    """A vertical line, letter by letter."""
    return [(left, top - 1.1 * size * k, size, char) for k, char in enumerate(text)]


def _read(lines: list[Shown], **how: object) -> list[str]:
    return read_pdf(make_pdf(lines, **how)).split("\n\n")  # type: ignore[arg-type]


def test_a_gap_in_a_line_is_a_space_and_no_new_column() -> None:
    lines = [(50.0, 700.0, SIZE, "青螺日报"), (103.0, 700.0, SIZE, "2025年8月10日"), *_column(50.0, 660.0, LEAD, 14)]
    assert _read(lines) == ["青螺日报 2025年8月10日", LEAD]


def test_pieces_of_a_line_printed_one_after_the_others_are_one_line() -> None:
    lines = [(50.0, 700.0, SIZE, "县长"), (98.0, 700.0, SIZE, "到青螺水库"), (74.0, 700.0, SIZE, "秦望")]
    assert _read(lines) == ["县长秦望到青螺水库"]


def test_a_space_between_two_letters_one_above_the_other_is_no_line() -> None:
    above, space, below = (
        Letter("上", 0, 14, 12, 26, 12),
        Letter(" ", 12, 14, 16, 14, 12),
        Letter("下", 0, 0, 12, 12, 12),
    )
    assert "".join(line.text for line in find_lines([above, space, below])) == "上下"


def test_a_letter_whose_place_is_no_number_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = pytest.importorskip("pypdfium2.raw")
    usual = raw.FPDFText_GetMatrix

    def out_of_bounds(sheet: object, at: int, matrix: Any) -> object:
        told = usual(sheet, at, matrix)
        matrix.a = math.nan if at == 2 else matrix.a
        return told

    monkeypatch.setattr(raw, "FPDFText_GetMatrix", out_of_bounds)
    assert _read([(50.0, 700.0, SIZE, "青螺大水库")]) == ["青螺 水库"]


def test_letters_of_a_spread_headline_are_one_line() -> None:
    spread = [(50.0 + 72.0 * k, 700.0, 24.0, char) for k, char in enumerate("停水通知")]
    assert _read([*spread, *_column(50.0, 660.0, LEAD, 20)]) == ["停水通知", LEAD]


def test_a_column_under_a_picture_comes_before_one_that_begins_higher() -> None:
    lines = [(50.0, 740.0, 24.0, TITLE), *_column(50.0, 500.0, LEAD, 14), *_column(320.0, 700.0, REST, 14)]
    assert _read(lines) == [TITLE, LEAD, REST]


def test_columns_are_read_one_after_another_though_the_file_has_them_line_by_line() -> None:
    left, right = _column(50.0, 700.0, LEAD, 12), _column(320.0, 700.0, REST + LEAD, 12)
    across = [line for pair in zip(left, right, strict=False) for line in pair] + right[len(left) :]
    assert _read([(50.0, 740.0, 24.0, TITLE), *across]) == [TITLE, LEAD, REST + LEAD]


def test_headlines_that_a_file_has_last_are_put_over_what_they_stand_above() -> None:
    bodies = [*_column(50.0, 700.0, LEAD, 20), *_column(50.0, 560.0, REST, 20)]
    titles = [(50.0, 740.0, 24.0, TITLE), (50.0, 600.0, 24.0, "抢在雨前")]
    assert _read([*bodies, *titles]) == [TITLE, LEAD, "抢在雨前", REST]


def test_vertical_lines_are_read_from_right_to_left() -> None:
    body = [_down(500.0 - 20 * k, 700.0, LEAD[7:][k * 10 : k * 10 + 10]) for k in range(3)]
    lines = [*_down(540.0, 700.0, TITLE, 24.0), *(shown for line in body for shown in line)]
    assert _read(lines) == [TITLE, LEAD[7:]]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_sheet_that_lies_on_its_side_is_read_as_it_is_looked_at(turn: int) -> None:
    lines = [(50.0, 500.0, 24.0, TITLE), *_column(50.0, 450.0, LEAD, 20)]
    assert _read(lines, turn=turn) == [TITLE, LEAD]


def test_rows_of_a_table_are_read_cell_by_cell() -> None:
    rows = [("姓名", "职务", "分工"), ("秦望舒", "县长", "财政"), ("杜若", "副县长", "水利"), ("江离", "局长", "教育")]
    lines = [(50.0 + 120 * k, 700.0 - 24 * n, SIZE, cell) for n, row in enumerate(rows) for k, cell in enumerate(row)]
    assert _read(lines) == ["\t".join(row) for row in rows]


def test_dots_of_emphasis_are_left_out() -> None:
    dots = [(50.0 + SIZE * k + 3, 694.0, 5.0, "·") for k in range(2, 5)]
    assert _read([(50.0, 700.0, SIZE, "县长秦望舒到青螺水库"), *dots]) == ["县长秦望舒到青螺水库"]


def test_readings_printed_over_characters_are_left_out() -> None:
    assert _read([(50.0, 700.0, SIZE, "荀彧是县志里的人物"), (62.0, 712.0, 6.0, "yù")]) == ["荀彧是县志里的人物"]


def test_a_large_first_letter_belongs_to_its_line() -> None:
    lines = [(82.0, 700.0, SIZE, LEAD[1:16]), (82.0, 682.0, SIZE, LEAD[16:30]), (50.0, 664.0, SIZE, LEAD[30:])]
    assert _read([(50.0, 684.0, 28.0, LEAD[0]), *lines]) == [LEAD]


def test_two_letters_of_a_headline_set_far_apart_are_one() -> None:
    lines = [(100.0, 740.0, 24.0, "公"), (190.0, 740.0, 24.0, "告"), *_column(50.0, 700.0, LEAD, 20)]
    assert _read(lines) == ["公告", LEAD]


def test_a_paragraph_that_a_columns_end_breaks_is_one() -> None:
    whole = LEAD + REST
    lines = _column(50.0, 700.0, whole, 14)
    next_column = [(320.0, 700.0 - 18.0 * k, size, text) for k, (_, _, size, text) in enumerate(lines[2:])]
    others = _column(320.0, 640.0, REST, 14)
    assert _read([*lines[:2], *next_column, *others]) == [whole, REST]


def test_headlines_one_above_the_other_that_are_no_two_lines_of_one_stay_two() -> None:
    titles = [
        (50.0, 740.0, 24.0, TITLE),
        (50.0, 696.0, 24.0, "敬老院添了三十张床"),
        (50.0, 652.0, 24.0, "公园路修好了"),
    ]
    assert _read([*titles, *_column(50.0, 600.0, LEAD, 20)]) == [*(text for *_, text in titles), LEAD]


def test_what_lies_beside_the_sheet_is_not_read() -> None:
    assert _read([(50.0, 500.0, SIZE, TITLE), (50.0, -60.0, SIZE, "印刷标记")]) == [TITLE]


def test_a_line_that_breaks_off_in_a_sentence_closes_no_paragraph() -> None:
    lines = [(50.0, 700.0, SIZE, LEAD[:18]), (50.0, 682.0, SIZE, LEAD[18:])]
    assert _read(lines) == [LEAD]


def test_a_headline_at_a_columns_end_does_not_go_on_in_the_next_ones() -> None:
    first = [*_column(50.0, 700.0, LEAD, 14), (50.0, 600.0, 24.0, "敬老院添床"), (50.0, 570.0, 24.0, "三十张老人")]
    second = [(320.0, 700.0, 24.0, TITLE[:5]), (320.0, 670.0, 24.0, TITLE[5:]), *_column(320.0, 640.0, REST, 14)]
    assert _read([*first, *second]) == [LEAD, "敬老院添床三十张老人", TITLE, REST]


def test_letters_of_one_glyph_stand_side_by_side_in_it() -> None:
    dash = [Letter("—", 10.0, 0.0, 34.0, 12.0, 12.0)] * 2
    assert [(one.left, one.right) for one in each_its_own(dash)] == [(10.0, 22.0), (22.0, 34.0)]


def test_a_letter_printed_over_itself_is_one() -> None:
    assert len(list(each_its_own([Letter("县", 10.0, 0.0, 22.0, 12.0, 12.0)] * 2))) == 1
