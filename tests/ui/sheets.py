"""An assistant one of whose pages was read of a PDF, and that PDF."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from rag import Kept, Reading
from tests.reading.files import make_pdf
from tests.ui.fakes import PORT, FakeAssistant

NAME = "海州/港口 第2版.PDF"
FULL = [
    (40.0, 740.0, 26.0, "海州港扩建工程开工"),
    *((40.0, 690.0 - 17 * k, 10.0, "青石镇召开防汛会议，" * 5) for k in range(38)),
]
PDF = make_pdf(FULL, sheets=3)
OTHERS = ("foreign/page.txt", "out.pdf", "gone.pdf", "torn.pdf", "locked.pdf")


class Newsroom(FakeAssistant):
    """Reads the page of the port out of a PDF."""

    def pages(self) -> tuple[Kept, ...]:
        return tuple(Kept(name, articles=1, first=0) for name in (NAME, *OTHERS))

    def files(self, names: object) -> dict[str, str]:
        assert isinstance(names, list)
        return {page.name: hashlib.sha256(PDF).hexdigest() for page in self.pages() if page.name in names}

    def reading(self, page: str, article: int) -> Reading:
        if article:
            return super().reading(page, 10**6)
        return replace(PORT, page=replace(PORT.page, name=page, file=hashlib.sha256(PDF).hexdigest()))
