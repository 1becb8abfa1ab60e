"""Fifty readers at once get what one alone gets, and nobody is left without a word; ten minutes of it in the long profile.

In CI an assistant with prepared answers is asked, so that what is tried is the way to it; in the long profile the real one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Assistant, Config, build_index
from tests.asking.pages import PAGES
from tests.fakes import write_pages
from tests.load.users import crowd
from tests.ui.conftest import served
from tests.ui.fakes import BOOK_QUESTION, PORT_QUESTION, TIMELINE_QUESTION, UNKNOWN_QUESTION, FakeAssistant

LONG = bool(os.environ.get("WENZHENG_LONG"))
SECONDS = 600.0 if LONG else 5.0
USERS = 50
PREPARED = (PORT_QUESTION, BOOK_QUESTION, TIMELINE_QUESTION, UNKNOWN_QUESTION)
QUESTIONS = ("谁督查了安全生产？", "陈志远5月做了什么？", "青石镇召开了什么会议？", "Who inspected work safety?")


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The address of a page, and questions to ask it."""
    if not LONG:
        with served(FakeAssistant()) as address:
            yield address, PREPARED
        return
    config = Config(index=tmp_path / "index")
    build_index(config, [write_pages(tmp_path / "pages", PAGES)])
    with Assistant.open(config) as assistant, served(assistant, config=config) as address:
        yield address, QUESTIONS


def test_fifty_readers_get_what_one_gets(asked: tuple[str, tuple[str, ...]]) -> None:
    told = crowd(*asked, USERS, SECONDS)
    print(told)  # noqa: T201
    assert (told["differed"], told["failed"]) == ([], [])
    assert int(str(told["answers"])) >= USERS
