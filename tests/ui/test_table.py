"""How wide a table is."""

from __future__ import annotations

from ui.table import table, width


def test_columns_line_up_though_chinese_is_wider() -> None:
    lines = list(table(("who", "n"), [("陈志远", "1"), ("A\nB", "22")]))
    assert lines == ["who     n", "陈志远  1", "A B     22"]


def test_long_cell_is_cut_to_its_column() -> None:
    cell = list(table(("x",), [("督" * 40,)]))[1]
    assert cell == "督" * 17 + "…"
    assert width(cell) <= 36
