"""Whoever has imported this has loaded what writing pages needs, down to the tables that the first page makes one read."""

from rag.reading import segment
from rag.records import Page
from tests.engines import writer
from tests.engines.pages import page

__all__ = ["writer"]

segment(Page("ready.txt", page(0), ""))
