"""A picture's file, or a PDF, opened: its sheets as arrays of grey, one at a time and within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.errors import NoPageError, PageError

Grey = NDArray[np.uint8]
"""Shape (height, width): 0 is black, 255 white."""

KINDS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")
"""Formats that are decoded, as Pillow calls them."""

MOST_POINTS = 120_000_000
"""Of a picture that is decoded. A newspaper page has 35 million at 300 dpi, four times that at 600."""

ENOUGH = 40_000_000
"""Points above which a picture is halved before it is looked at."""

MOST_SHEETS = 64
"""Of one file."""

LEAST = 48
"""Points. What is smaller is an ornament."""

DOTS = 200 / 72
"""Points of the picture to a point of a PDF's sheet: 200 to the inch."""

LONGEST = 7000
"""Points along a side of a PDF's sheet; one that is larger is drawn smaller."""

DARK = 96
"""Grey of the middle point of a picture that is white on black."""


class Sheets:
    """The sheets of one file. PageError, as a fact without the file's name, for one that cannot be read."""

    def __init__(self, data: bytes, is_pdf: bool) -> None:
        self._file: Any = _pdf(data) if is_pdf else _picture(data)
        self._is_pdf = is_pdf

    def __len__(self) -> int:
        return len(self._file) if self._is_pdf else getattr(self._file, "n_frames", 1)

    def grey(self, number: int) -> Grey:
        """A sheet by its number from 0, dark on light."""
        with _explained():
            found = _drawn(self._file[number]) if self._is_pdf else _decoded(self._file, number)
        return np.asarray(255 - found, np.uint8) if np.median(found[::8, ::8]) < DARK else found


@contextmanager
def _explained() -> Iterator[None]:
    """What a library says of a damaged file, as an error of ours."""
    try:
        yield
    except MemoryError as error:
        raise PageError("needs more memory than is granted", "save it with fewer points, 300 to the inch") from error
    except (OSError, SyntaxError, ValueError, EOFError, RuntimeError) as error:
        cut = "truncated" in str(error)
        fact = "breaks off before its end" if cut else "is damaged, or is no picture of the kind its name says"
        raise PageError(fact, "fetch or save it again") from error


def _picture(data: bytes) -> Any:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # bounded below, in words of our own
    with _explained():
        image = Image.open(BytesIO(data), formats=KINDS)
        frames = getattr(image, "n_frames", 1)
    if frames > 1 and image.format != "TIFF":
        raise PageError(f"is an animation of {frames} pictures", "save the one that shows the page")
    if frames > MOST_SHEETS:
        raise PageError(f"has more than {MOST_SHEETS} pages", "split it into pages")
    return image


def _pdf(data: bytes) -> Any:
    import pypdfium2

    with _explained():
        return pypdfium2.PdfDocument(data)


def _decoded(image: Any, number: int) -> Grey:
    from PIL import ImageOps

    image.seek(number)
    wide, high = image.size
    if wide * high > MOST_POINTS:
        most = f"{MOST_POINTS // 1_000_000} million"
        raise PageError(f"is a picture of {wide:,} x {high:,} points, more than {most}", "save it at 300 to the inch")
    if min(wide, high) < LEAST:
        raise NoPageError(f"is a picture of {wide} x {high} points", "give the page in a size that can be read")
    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith(("I", "F")):
        return _scaled(np.asarray(upright, np.float32))
    if upright.has_transparency_data:
        upright = _on_white(upright.convert("RGBA"))
    upright = upright.convert("L")
    while upright.width * upright.height > ENOUGH:
        upright = upright.reduce(2)
    return np.asarray(upright)


def _on_white(image: Any) -> Any:
    from PIL import Image

    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    return white


def _scaled(deep: NDArray[np.float32]) -> Grey:
    """More than eight bits a point, as eight."""
    while deep.size > ENOUGH:
        deep = deep[::2, ::2]
    low, high = float(deep.min()), float(deep.max())
    return np.asarray((deep - low) * (255 / max(high - low, 1.0)), np.uint8)


def _drawn(page: Any) -> Grey:
    scale = min(DOTS, LONGEST / max(*page.get_size(), 1.0))
    drawn = page.render(scale=scale, grayscale=True).to_numpy()
    return np.ascontiguousarray(drawn[..., 0] if drawn.ndim == 3 else drawn)
