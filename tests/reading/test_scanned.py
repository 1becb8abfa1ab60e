"""Scans and photographs are read as the page that they show, whatever became of it on the way."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from rag.confined import Limits, Room
from rag.errors import NoPageError, PageError
from rag.reading import Source, read_page, segment
from rag.reading.pictures import apart, known
from rag.reading.pictures.glyphs import Sheet
from rag.reading.scanned import _together
from rag.records import Page
from tests.reading.drawn import draw_downward, draw_page

LEFT = (
    (
        "秦望舒检查水库大坝",
        "本报讯（记者 闻溪）8月9日，县长秦望舒到青螺水库检查大坝加固工程，要求抢在雨前完工。工程已经完成了六成。",
    ),
    ("敬老院添了新床", "青螺镇敬老院上周添了三十张新床。镇长白芷说，这些床是社会捐赠的，老人们都说好。"),
)
RIGHT = (
    (
        "果农开园迎客",
        "坡头村的果农上周六开园迎客。村支书陆英说，今年的桃子比去年甜，路也比去年好走，来的人多了一倍多。",
    ),
)
STORIES = (*LEFT, *RIGHT)

needs_library = pytest.mark.skipif(
    not known.is_installed(), reason="needs what recognises text: pip install 'wenzheng[ocr]'"
)


@pytest.fixture(scope="module")
def drawn() -> Image.Image:
    return draw_page([LEFT, RIGHT])


def read(folder: Path, picture: Image.Image, name: str = "a.png", **how: object) -> Page:
    picture.save(folder / name, **how)
    return read_page(Source(folder / name, name))


def told(page: Page) -> list[tuple[str, str]]:
    """Headline and prose of each article, white space aside."""
    found = segment(page).articles
    return [
        (_bare("".join(a.titles)), _bare("".join(page.text[s.start : s.end] for p in a.paragraphs for s in p)))
        for a in found
    ]


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


WHOLE = [(title, _bare(prose)) for title, prose in STORIES]


@needs_library
def test_columns_are_read_one_after_another_and_each_character_has_its_place(
    drawn: Image.Image, tmp_path: Path
) -> None:
    page = read(tmp_path, drawn)
    assert told(page) == WHOLE
    scan = page.scan
    assert scan is not None
    assert len(scan.marks) == len(page.text)
    at = page.text.index("白芷")
    (box,) = scan.boxes([(at, at + 2)])
    ink = drawn.crop((box.left - 4, box.top - 4, box.right + 4, box.bottom + 4)).point(lambda p: p < 128 and 255)
    assert ink.getbbox() is not None
    assert 45 < box.right - box.left < 80
    assert scan.doubted([(at, at + 2)]) == ()


@needs_library
@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_sheet_is_turned_upright(drawn: Image.Image, tmp_path: Path, turns: int) -> None:
    page = read(tmp_path, drawn.rotate(90 * turns, expand=True))
    assert told(page) == WHOLE
    assert page.scan is not None
    assert (page.scan.pictures[0].width, page.scan.pictures[0].height) == drawn.size


@needs_library
def test_a_photograph_askew_in_the_shade_and_packed_small(drawn: Image.Image, tmp_path: Path) -> None:
    shade = Image.linear_gradient("L").resize(drawn.size).point(lambda p: 90 + p * 165 // 255)
    darker = Image.composite(drawn, Image.new("L", drawn.size, 30), shade)
    askew = darker.resize((drawn.width * 3 // 4, drawn.height * 3 // 4)).rotate(3, expand=True, fillcolor=120)
    assert told(read(tmp_path, askew, "a.jpg", quality=50)) == WHOLE


@needs_library
def test_lines_that_read_downward_are_read_from_the_right(tmp_path: Path) -> None:
    page = read(tmp_path, draw_downward(STORIES[:2]))
    assert told(page) == WHOLE[:2]


@needs_library
@pytest.mark.parametrize(
    ("mode", "name"),
    [("1", "a.tif"), ("CMYK", "a.jpg"), ("RGBA", "a.png"), ("P", "a.png"), ("I;16", "a.png"), ("RGB", "a.webp")],
)
def test_every_way_to_keep_a_picture(drawn: Image.Image, tmp_path: Path, mode: str, name: str) -> None:
    part = drawn.crop((0, 0, drawn.width, 500))
    kept = part.convert("I").point(lambda p: p * 200).convert(mode) if mode == "I;16" else part.convert(mode)
    if mode == "RGBA":
        kept.putalpha(part.point(lambda p: 255 - p))  # black on nothing, as pictures out of layout programs are
    assert "秦望舒检查水库大坝" in _bare(read(tmp_path, kept, name).text)


@needs_library
def test_sheets_of_one_file_are_read_in_their_order(tmp_path: Path) -> None:
    one, other = draw_page([LEFT]), draw_page([RIGHT])
    page = read(tmp_path, one, "a.tif", save_all=True, append_images=[other], compression="tiff_lzw")
    assert [title for title, _ in told(page)] == [title for title, _ in WHOLE]
    one.save(tmp_path / "a.pdf", save_all=True, append_images=[other], resolution=200)
    printed = read_page(Source(tmp_path / "a.pdf", "a.pdf"))
    assert [title for title, _ in told(printed)] == [title for title, _ in WHOLE]
    assert printed.scan is not None
    assert {mark.sheet for mark in printed.scan.marks if mark} == {0, 1}


@needs_library
def test_a_picture_without_text_is_no_page(tmp_path: Path) -> None:
    picture = Image.new("L", (600, 400), 200)
    ImageDraw.Draw(picture).ellipse((100, 100, 400, 300), 60)
    with pytest.raises(NoPageError, match=r"a\.png is a picture without text; if it shows a page, scan it"):
        read(tmp_path, picture)


@needs_library
def test_what_cannot_be_read_is_named_and_the_next_page_is_read(drawn: Image.Image, tmp_path: Path) -> None:
    held = io.BytesIO()
    drawn.save(held, "JPEG")
    cases = {
        "cut.jpg": (held.getvalue()[: len(held.getvalue()) // 2], "breaks off before its end"),
        "none.png": (b"no picture at all", "is damaged, or is no picture"),
        "moving.png": (_moving(drawn), "is an animation of 2 pictures"),
        "tiny.png": (_png(Image.new("L", (20, 20))), "is a picture of 20 x 20 points"),
        "huge.png": (
            _png(Image.new("1", (12_000, 12_000))),
            "is a picture of 12,000 x 12,000 points, more than 120 million",
        ),
    }
    for name, (data, line) in cases.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(PageError, match=re.escape(f"{name} {line}")):
            read_page(Source(tmp_path / name, name))
    assert told(read(tmp_path, drawn)) == WHOLE


@pytest.mark.parametrize("number", [1, 2], ids=["ends", "takes long"])
def test_a_sheet_that_ends_the_process_or_takes_long_costs_itself_alone(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room("tests.reading.looks:look", Limits(seconds=1.0, memory=1 << 28))
    monkeypatch.setattr(apart, "_ROOM", room)
    told: list[tuple[int, int]] = []
    found = apart.recognise(b"", False, [0, number, 3], lambda done, total: told.append((done, total)))
    room.close()
    error = found[number]
    assert isinstance(error, PageError)
    assert error.fact.startswith("made its reader break off" if number == 1 else "takes more than 1 seconds")
    assert isinstance(found[0], Sheet)
    assert isinstance(found[3], Sheet)
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_a_file_whose_sheets_take_long_together_keeps_those_that_were_read(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room("tests.reading.looks:look", Limits(seconds=1.0, memory=1 << 28))
    monkeypatch.setattr(apart, "_ROOM", room)
    monkeypatch.setattr(apart, "LIMITS", room.limits)
    monkeypatch.setattr(apart, "A_SHEET", 0.0)
    found = apart.recognise(b"", False, [0, 2, 3, 4])
    room.close()
    assert isinstance(found[0], Sheet)
    assert {n: str(found[n]) for n in (2, 3, 4)} == {
        2: "takes more than 1 seconds to read; print it to a new PDF, or save its text alone",
        3: "has sheets that take more than 1 seconds together; split it into pages",
        4: "has sheets that take more than 1 seconds together; split it into pages",
    }
    told = _together(b"", {}, found)[1]
    assert told.lost == (3, 4, 5)
    assert told.why == f"{found[2]}; {found[3]}"


def test_a_whole_issue_has_time_and_not_for_hours() -> None:
    broadsheet, slower = 11, 2
    assert 64 * broadsheet * slower < apart.seconds_for(64) < 3_600 / 2
    assert apart.seconds_for(1) > apart.LIMITS.seconds


def test_without_the_library_the_line_says_what_to_install(
    drawn: Image.Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.reading.scanned.is_installed", lambda: False)
    drawn.save(tmp_path / "a.pdf")
    with pytest.raises(PageError, match=r"a\.pdf has no text layer, only images; .*pip install 'wenzheng\[ocr\]'"):
        read_page(Source(tmp_path / "a.pdf", "a.pdf"))


def _png(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()


def _moving(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    other = picture.rotate(90)
    picture.save(held, "PNG", save_all=True, append_images=[other], duration=100)
    return held.getvalue()
