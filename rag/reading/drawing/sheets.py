"""What is done in the process apart: a PDF opened, how large its sheets are, one of them drawn."""

from __future__ import annotations

import base64
import math
from io import BytesIO
from typing import Any

from rag.errors import PageError
from rag.reading.openpdf import opened_pdf

DOTS = 1.8
"""Points of the picture to a point of the sheet: print of ten points, which a newspaper's body has, is 18 points high."""

LONGEST = 2400
"""Points along a picture's longer side; a sheet that is larger is drawn smaller, as a picture of a scan is kept."""

GREYS = 16
"""Steps of grey that are kept of a sheet without colours: the rims of letters need no more."""

QUALITY = 45
"""Of a JPEG, as a scan's."""


def drawn(data: bytes, sheet: int | None = None) -> dict[str, Any]:
    """Width and height of the picture of each sheet, in points; or one of the sheets by its number from 0, as an image.

    PageError for a file that cannot be opened, or has no such sheet.
    """
    with opened_pdf(data) as document:
        if sheet is None:
            return {"sizes": [_size(document.get_page_size(number)) for number in range(len(document))]}
        if not 0 <= sheet < len(document):
            raise PageError(f"has no sheet {sheet + 1}", "open it anew")
        media, image = _packed(_picture(document[sheet]))
        return {"media": media, "image": base64.b64encode(image).decode("ascii")}


def _scale(size: tuple[float, float]) -> float:
    return min(DOTS, LONGEST / max(*size, 1.0))


def _size(size: tuple[float, float]) -> list[int]:
    """Width and height of what `render` makes of a sheet of that size, in points."""
    return [max(1, min(LONGEST, math.ceil(side * _scale(size)))) for side in size]


def _picture(page: Any) -> Any:
    """The sheet as Pillow's image, of mode L where it has no colours."""
    from PIL import ImageChops

    image = page.render(scale=_scale(page.get_size())).to_pil().convert("RGB")
    red, *others = image.split()
    is_grey = all(ImageChops.difference(red, other).getbbox() is None for other in others)
    return red if is_grey else image


def _packed(image: Any) -> tuple[str, bytes]:
    """The image as PNG or JPEG, whichever is smaller, and which it is. Print is smaller as PNG, photographs are as JPEG."""
    png, jpeg = BytesIO(), BytesIO()
    few, bits = (_few_greys(image), {"bits": 4}) if image.mode == "L" else (image, {})
    few.save(png, "PNG", **bits)
    image.save(jpeg, "JPEG", quality=QUALITY, optimize=True)
    smaller = min(png, jpeg, key=lambda held: len(held.getvalue()))
    return "image/png" if smaller is png else "image/jpeg", smaller.getvalue()


def _few_greys(image: Any) -> Any:
    """The same in GREYS steps from black to white, which a PNG keeps two points to the byte."""
    from PIL import Image

    step = 255 // (GREYS - 1)
    few = Image.frombytes("P", image.size, image.point(lambda grey: (grey + step // 2) // step).tobytes())
    few.putpalette([grey * step for grey in range(GREYS) for _ in "rgb"])
    return few
