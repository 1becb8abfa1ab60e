"""Fifty readers at once get what one alone gets, and nobody is left without a word.

In CI an assistant with prepared answers is asked, so that what is tried is the way to it; in the long profile ten minutes of
the real one, while a folder is read. `python -m tests.load.long` does the same over any index.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Config, build_index
from tests.asking.pages import PAGES
from tests.fakes import write_pages
from tests.indexing.conftest import SCHOOL
from tests.load.long import under_indexing, wrong
from tests.load.users import crowd, reader
from tests.ui.conftest import served
from tests.ui.fakes import BOOK_QUESTION, PORT_QUESTION, TIMELINE_QUESTION, UNKNOWN_QUESTION, FakeAssistant

SECONDS = 5.0
WHOLE = 600.0
USERS = 50
PREPARED = (PORT_QUESTION, BOOK_QUESTION, TIMELINE_QUESTION, UNKNOWN_QUESTION)
QUESTIONS = ("谁督查了安全生产？", "陈志远5月做了什么？", "青石镇召开了什么会议？", "Who inspected work safety?")


@pytest.fixture
def prepared() -> Iterator[str]:
    """The address of a page whose answers are prepared."""
    with served(FakeAssistant()) as address:
        yield address


def test_fifty_readers_get_what_one_gets(prepared: str) -> None:
    told = crowd(prepared, PREPARED, USERS, SECONDS)
    print(told)  # noqa: T201
    assert (told["differed"], told["failed"]) == ([], [])
    assert told["answers"] >= USERS


def test_an_answer_that_differs_is_noticed(prepared: str) -> None:
    alone = dict.fromkeys(PREPARED, "another answer")
    assert set(crowd(prepared, PREPARED, 1, 0.5, alone)["differed"]) == set(PREPARED)


def test_readers_stop_when_it_is_time_and_not_at_the_end_of_their_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.load.users.ask", lambda address, question: time.sleep(0.1) or question)
    questions = [str(n) for n in range(100)]
    began = time.monotonic()
    seen = reader("", {question: question for question in questions}, questions, began + 0.5)
    assert time.monotonic() - began < 2
    assert 1 <= len(seen.seconds) <= 6


@pytest.mark.skipif(not os.environ.get("WENZHENG_LONG"), reason="takes ten minutes: WENZHENG_LONG=1")
def test_fifty_readers_while_a_folder_is_read(tmp_path: Path) -> None:
    config = Config(index=tmp_path / "index")
    build_index(config, [write_pages(tmp_path / "pages", PAGES)])
    more = write_pages(tmp_path / "more", {f"{n:03}.txt": SCHOOL.replace("望湖", f"望湖第{n}") for n in range(200)})
    told = under_indexing(config.index, QUESTIONS, more, USERS, WHOLE)
    print(told)  # noqa: T201
    assert wrong(told) == []
    assert told["answers"] >= USERS


FINE = {
    "differed": [],
    "failed": [],
    "questions": {"asked": 4, "left out": 2},
    "memory": {"warm": {"now": 600, "peak": 700}, "end": {"now": 900, "peak": 900}},
    "indexing": {"code": 0},
}


@pytest.mark.parametrize(
    ("seen", "lines"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({"memory": {"warm": {}, "end": {}}}, [], id="a system that does not tell"),
        pytest.param({"differed": ["谁？"]}, ["1 answers differed"], id="an answer"),
        pytest.param({"failed": ["谁？: 500"]}, ["1 requests failed"], id="a request"),
        pytest.param({"indexing": {"code": 1}}, ["the folder was not read"], id="the indexing"),
        pytest.param({"questions": {"asked": 4, "left out": 3}}, ["3 of 4 questions were left out"], id="too little"),
        pytest.param(
            {"memory": {"warm": {"now": 600}, "end": {"now": 901}}},
            ["the server held 600 MB in full use, and 901 MB at the end"],
            id="memory",
        ),
    ],
)
def test_what_must_not_be_is_said(seen: dict[str, object], lines: list[str]) -> None:
    assert wrong(FINE | seen) == lines
