"""The sheets of a PDF are drawn as they are printed, small, and one that does harm costs itself alone."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from rag.confined import Limits, Room
from rag.errors import PageError
from rag.reading import drawing, sheet_drawn, sheet_sizes
from rag.reading.drawing import apart, sheets
from rag.reading.drawing.sheets import GREYS, LONGEST, drawn
from tests.reading.files import make_nested, make_pdf, swollen

LINES = [(60.0, 700.0 - 30 * k, 20.0, "青石镇召开防汛会议") for k in range(3)]
"""Three lines that begin 60 points from the left, 100 from the top of a sheet of 600 x 800 points."""

RED = b"1 0 0 rg 300 400 300 400 re f\n"
"""Fills the upper right quarter of the sheet."""


def kept(folder: Path, data: bytes) -> Path:
    path = folder / "page.pdf"
    path.write_bytes(data)
    return path


def image(path: Path, number: int = 0) -> Any:
    from PIL import Image

    found = sheet_drawn(path, path.name, number)
    opened = Image.open(BytesIO(found.image))
    assert found.media == f"image/{(opened.format or '').lower()}"
    return opened


def box(data: bytes, wide: float, high: float) -> bytes:
    """The PDF with sheets of that size."""
    return data.replace(b"[0 0 600 800]", f"[0 0 {wide:g} {high:g}]".encode())


def coloured() -> bytes:
    """With a red quarter instead of words, in as many bytes."""
    before, begins, rest = make_pdf(LINES).partition(b"stream\n")
    shown, ends, after = rest.partition(b"endstream")
    return before + begins + RED.ljust(len(shown)) + ends + after


def test_a_sheet_is_drawn_where_its_words_are_printed(tmp_path: Path) -> None:
    path = kept(tmp_path, make_pdf(LINES))
    assert sheet_sizes(path, path.name) == ((1080, 1440),)
    found = image(path)
    assert (found.size, found.format) == ((1080, 1440), "PNG")
    grey = found.convert("L")
    assert len(grey.getcolors()) <= GREYS
    assert grey.getpixel((0, 0)) == 255
    ink = grey.point(lambda v: 255 * (v < 128)).getbbox()
    assert ink is not None
    left, top, right, bottom = (side / 1.8 for side in ink)
    assert 55 < left < 70
    assert 75 < top < 105
    assert 200 < right < 260
    assert 155 < bottom < 170


def test_a_sheet_in_colour_stays_so(tmp_path: Path) -> None:
    path = kept(tmp_path, coloured())
    red, green, _ = image(path).convert("RGB").getpixel((900, 600))
    assert (red > 240, green < 30) == (True, True)


def test_print_is_small(tmp_path: Path) -> None:
    full = [(40.0, 770.0 - 14 * k, 10.0, "青石镇召开防汛会议" * 5) for k in range(52)]
    assert len(sheet_drawn(kept(tmp_path, make_pdf(full)), "page.pdf", 0).image) < 150_000


def test_each_sheet_has_its_number(tmp_path: Path) -> None:
    path = kept(tmp_path, make_pdf(LINES, sheets=3, turn=90))
    assert sheet_sizes(path, path.name) == ((1440, 1080),) * 3
    assert image(path, 2).size == (1440, 1080)
    with pytest.raises(PageError, match=r"page\.pdf has no sheet 4; open it anew"):
        sheet_drawn(path, path.name, 3)


@pytest.mark.parametrize(
    ("size", "shown"),
    [((20_000, 100), (LONGEST, 12)), ((20_000, 20_000), (LONGEST, LONGEST)), ((3, 14_400), (1, LONGEST))],
)
def test_a_huge_sheet_is_drawn_smaller(tmp_path: Path, size: tuple[int, int], shown: tuple[int, int]) -> None:
    path = kept(tmp_path, box(make_pdf(LINES), *size))
    assert sheet_sizes(path, path.name) == (shown,)
    assert image(path).size == shown


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(make_pdf(LINES, encrypted=True), "is encrypted; save it without a password", id="encrypted"),
        pytest.param(make_pdf(LINES)[:-3], "breaks off before its end; fetch or save it again", id="torn"),
        pytest.param(
            make_pdf(LINES)[:-60], "is damaged or is not a PDF; open it and save it again", id="torn further up"
        ),
        pytest.param(make_pdf(LINES, sheets=3000), "has more than 64 pages; split it into pages", id="3,000 sheets"),
        pytest.param(swollen(make_pdf(LINES), 300 << 20), "unpacks to more than 256 MB", id="swollen"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "is damaged or is not a PDF", id="a picture"),
        pytest.param(b"  ", "is empty", id="empty"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_a_line(tmp_path: Path, data: bytes, told: str) -> None:
    path = kept(tmp_path, data)
    for does in (lambda: sheet_sizes(path, path.name), lambda: sheet_drawn(path, path.name, 0)):
        with pytest.raises(PageError) as refused:
            does()
        assert str(refused.value).startswith(f"page.pdf {told}")


def test_a_file_that_is_gone_is_told_likewise(tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"page\.pdf cannot be read \(No such file"):
        sheet_sizes(tmp_path / "page.pdf", "page.pdf")


def test_a_sheet_that_takes_too_long_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room("rag.reading.drawing.sheets:drawn", Limits(seconds=1, memory=1 << 30))
    monkeypatch.setattr(apart, "_ROOM", room)
    path = kept(tmp_path, make_nested(9, 12))
    with pytest.raises(PageError, match=r"page\.pdf takes more than 1 seconds to read"):
        sheet_drawn(path, path.name, 0)
    assert sheet_sizes(kept(tmp_path, make_pdf(LINES)), "page.pdf") == ((1080, 1440),)
    room.close()


def test_what_draws_is_no_rule_of_an_index() -> None:
    from rag.indexing import rules

    files = {Path(file).name for file in map(str, Path(drawing.__file__).parent.glob("*.py"))}
    assert {name for name, _ in rules._shaping() if name.startswith("drawing/")} == set()
    assert files >= {"apart.py", "sheets.py"}


def test_a_photograph_is_smaller_as_jpeg(monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    seen = Image.effect_noise((300, 200), 60)
    for picture in (seen, Image.merge("RGB", (seen, seen.rotate(180), seen))):
        monkeypatch.setattr(sheets, "_picture", lambda page, picture=picture: picture)
        told = drawn(make_pdf(LINES), 0)
        assert told["media"] == "image/jpeg"
        assert Image.open(BytesIO(b64decode(told["image"]))).size == (300, 200)


def test_a_number_below_none_is_refused() -> None:
    with pytest.raises(PageError, match="has no sheet 0"):
        drawn(make_pdf(LINES), -1)
