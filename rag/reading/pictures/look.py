"""What is done in the process apart: a file opened, one sheet of it recognised. The models stay loaded."""

from __future__ import annotations

import base64
import os
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.reading.pictures.eye import Eye

MOST_THREADS = 4


def look(data: bytes, is_pdf: bool, sheet: int | None = None) -> dict[str, Any]:
    """How many sheets a file has, or one of them by its number from 0, as values that JSON knows.

    PageError for what cannot be read, NoPageError for what is too small to be a page.
    """
    from rag.reading.pictures.opened import Sheets
    from rag.reading.pictures.sheet import recognised

    opened = Sheets(data, is_pdf)
    if sheet is None:
        return {"sheets": len(opened)}
    found = recognised(_eye(), opened.grey(sheet))
    rows = [{"glyphs": row.glyphs, "size": row.size, "tall": row.tall} for row in found.rows]
    jpeg = base64.b64encode(found.jpeg).decode("ascii")
    return {"width": found.width, "height": found.height, "rows": rows, "jpeg": jpeg}


@cache
def _eye() -> Eye:
    from rag.reading.pictures.eye import Eye

    return Eye(min(MOST_THREADS, os.cpu_count() or 1))
