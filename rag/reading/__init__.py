"""File -> Page -> Layout: finding pages, reading their text, and telling their articles apart."""

from rag.reading.drawing.apart import Drawn, sheet_drawn, sheet_sizes
from rag.reading.elsewhere import find_elsewhere, headlines_of
from rag.reading.files import Source, find_sources
from rag.reading.kinds import unread
from rag.reading.layout import segment
from rag.reading.legible import remark, require_readable
from rag.reading.page import LARGEST, file_digest, read_page
from rag.reading.pictures.apart import Told
from rag.reading.readers import SUFFIXES

__all__ = [
    "LARGEST",
    "SUFFIXES",
    "Drawn",
    "Source",
    "Told",
    "file_digest",
    "find_elsewhere",
    "find_sources",
    "headlines_of",
    "read_page",
    "remark",
    "require_readable",
    "segment",
    "sheet_drawn",
    "sheet_sizes",
    "unread",
]
