"""Where lines of print are seen on a sheet, and what is read of the picture of one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from rag.errors import ModelError, PageError
from rag.reading.pictures import known
from rag.reading.pictures.finder import MOST_LINES, Finder, lines_in
from rag.reading.pictures.models import READER, model
from rag.reading.pictures.opened import Grey
from rag.reading.pictures.reader import Reader, _pressed
from rag.reading.pictures.rounded import rounded
from rag.runtime import open_model
from tests.reading.drawn import font

if not known.is_installed():
    pytest.skip("needs what recognises text: pip install 'wenzheng[ocr]'", allow_module_level=True)

LINES = (
    "县长秦望舒到青螺水库检查大坝加固工程，要求抢在雨前完工。",
    "本报讯（记者 闻溪）2011年11月22日，坡头村的果农开园迎客",
    "“备足八千只沙袋”——副县长杜若溪说；工程已经完成了60.5%",
    "敬老院",
    "妈妈说说看：人人有份",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(2)


@pytest.fixture(scope="module")
def lines() -> list[Grey]:
    return [drawn(line, size) for line in LINES for size in (22, 34, 60)]


def drawn(line: str, size: int) -> Grey:
    """A line of print in this size, with paper around it."""
    picture = Image.new("L", (size * (len(line) + 1), size * 3 // 2), 240)
    ImageDraw.Draw(picture).text((size // 2, size // 8), line, 30, font(size))
    return np.asarray(picture)


def likely(high: int, wide: int, *bars: tuple[int, int, int, int]) -> NDArray[np.float32]:
    """A map on which these bars (left, top, right, bottom) are lines for certain."""
    found = np.zeros((high, wide), np.float32)
    for left, top, right, bottom in bars:
        found[top:bottom, left:right] = 1.0
    return found


def test_a_line_is_drawn_out_around_its_core() -> None:
    (quad,) = lines_in(likely(100, 300, (50, 40, 250, 50)))
    left, top, right, bottom = (*quad.min(axis=0), *quad.max(axis=0))
    further = 1.6 * 200 * 10 / (200 + 10) / 2
    assert (left, right) == pytest.approx((50 - further, 250 + further), abs=1.5)
    assert (top, bottom) == pytest.approx((40 - further, 50 + further), abs=1.5)


def test_corners_begin_at_the_upper_left_whichever_way_a_line_lies() -> None:
    import cv2

    across = likely(400, 400, (100, 190, 300, 204))
    for degrees in (-8, 0, 8, 82, 90, 98):
        turn = cv2.getRotationMatrix2D((200, 200), -degrees, 1.0)
        (quad,) = lines_in(np.asarray(cv2.warpAffine(across, turn, (400, 400)), np.float32))
        upper_left, upper_right, lower_right, lower_left = quad
        assert upper_left[0] + lower_left[0] < upper_right[0] + lower_right[0]
        assert upper_left[1] + upper_right[1] < lower_left[1] + lower_right[1]
        assert max(np.ptp(quad, axis=0)) > 200


def test_what_is_thin_or_hardly_likely_is_no_line() -> None:
    found = likely(200, 300, (50, 20, 250, 21), (50, 60, 250, 70), (50, 120, 250, 130))
    found[60:70] *= 0.35
    (quad,) = lines_in(found)
    assert quad[:, 1].min() > 100


def test_a_broadsheet_has_more_than_a_thousand_lines() -> None:
    bars = [(20 + 60 * k, 10 + 20 * n, 60 + 60 * k, 18 + 20 * n) for n in range(60) for k in range(30)]
    assert len(lines_in(likely(1300, 1900, *bars))) == 1800


def test_a_sheet_with_too_many_lines_is_named() -> None:
    finder = Finder.__new__(Finder)
    bars = [(2 + 16 * k, 2 + 12 * n, 14 + 16 * k, 7 + 12 * n) for n in range(63) for k in range(69)]
    finder._model = Tells(likely(768, 1120, *bars))
    with pytest.raises(PageError, match=rf"has {MOST_LINES:,} lines of print or more; split it"):
        finder.find(np.zeros((768, 1120), np.uint8))


class Tells:
    """Stands in for the model: tells the same map of whatever it is shown."""

    def __init__(self, found: NDArray[np.float32]) -> None:
        self.found = found

    def get_inputs(self) -> list[Any]:
        return [type("Input", (), {"name": "x"})]

    def run(self, _: None, shown: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]:
        assert shown["x"].shape == (1, 3, *self.found.shape)
        return [self.found[None, None]]


def test_what_goes_on_is_one_character_and_what_begins_anew_is_another(reader: Reader) -> None:
    county, head = reader._chars.index("县"), reader._chars.index("长")
    told = [0, county, county, 0, county, head, len(reader._chars) - 1, head]
    scores = np.zeros((len(told), len(reader._chars)), np.float32)
    scores[range(len(told)), told] = 12.0
    said = reader._said(scores)
    assert said.chars == "县县长 长"
    assert said.middles == (1.5 / 8, 4.5 / 8, 5.5 / 8, 5.5 / 8, 7.5 / 8)
    assert said.sure == pytest.approx([np.exp(12) / (np.exp(12) + len(reader._chars) - 1)] * 5, rel=1e-3)


def test_lines_are_read_in_the_order_they_are_given(reader: Reader, lines: list[Grey]) -> None:
    found = [said.chars.replace(" ", "") for said in reader.said(lines)]
    han = [[char for char in line if char > "一" or char.isalnum()] for line in found]
    assert han == [[char for char in line if char > "一" or char.isalnum()] for line in LINES for _ in range(3)]
    assert reader.said([]) == []


def test_in_bytes_it_reads_what_it_reads_with_all_its_digits(reader: Reader, lines: list[Grey]) -> None:
    import onnx

    whole = Reader.__new__(Reader)
    given = onnx.load(model(READER))
    given.graph.input[0].type.tensor_type.shape.dim[2].dim_param = "height"
    whole.__dict__ |= reader.__dict__ | {"_model": open_model(given.SerializeToString())}
    for line in lines:
        shown = np.broadcast_to(_pressed(line).astype(np.float32) / 127.5 - 1, (1, 3, *_pressed(line).shape))
        (scores,) = reader._model.run(None, {reader._input: shown})
        (shares,) = whole._model.run(None, {reader._input: shown})
        grown = np.exp(scores - scores.max(axis=-1, keepdims=True))
        apart = np.abs(grown / grown.sum(axis=-1, keepdims=True) - shares).max(axis=-1)
        assert np.median(apart) < 0.02
        assert (apart < 0.3).mean() > 0.97
    made = onnx.load_from_string(rounded(model(READER)))
    assert _floats(made) < 0.12 * _floats(given), "its heavy maps are in bytes"


def _floats(of: Any) -> int:
    """Numbers that a model keeps with all their digits."""
    return sum(int(np.prod(held.dims)) for held in of.graph.initializer if held.data_type == 1)


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelError, match=r"rapidocr does not hold none\.onnx; install .*pip install 'wenzheng\[ocr\]'"):
        model("none.onnx")


def test_it_is_rounded_alike_each_time() -> None:
    assert rounded(model(READER)) == rounded(model(READER))
