"""A served page over a real index of the invented paper, whose corrections are drawn without models."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rag import delete_pages
from rag.config import Config
from rag.indexing import correct
from tests.corrections.conftest import Desk
from tests.fakes import HashingEncoder
from tests.indexing.test_live import opened
from ui import desk as ui_desk
from ui.gate.audit import Audit
from ui.keeping.job import Indexing


def followed(config: Config) -> tuple[str, ...]:
    """The pages drawn again, without models."""
    return correct(config, encoder=HashingEncoder(), load_names=lambda: None)


def indexing(desk: Desk) -> Indexing:
    """What changes the index for the page; it reads no files."""

    def reads_nothing(*given: object, **named: object) -> object:
        raise AssertionError("no file is to be read")

    return Indexing(desk.config, desk.pages, reads_nothing, delete_pages, correct=followed)  # type: ignore[arg-type]


@contextmanager
def at_the_desk(desk: Desk) -> Iterator[ui_desk.Desk]:
    """What every tab is given, over this index."""
    with opened(desk.config) as assistant:
        yield ui_desk.Desk(assistant, desk.config, indexing(desk), Audit())
