"""A question that is allowed by its length may still ask for too much: what it costs is bounded by parts and by work."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import worktime
from rag.asked import Asks
from rag.asking import turn
from rag.asking.assistant import Assistant
from rag.asking.bounds import MOST_PARTS, few
from rag.asking.question.parts import of_each, parts
from rag.asking.question.question import Question
from rag.asking.question.wording import LONGEST
from rag.errors import OverdueError, TooMuchError
from rag.indexing.engines.connecting import Connected
from rag.indexing.engines.sqlite_errors import explained
from rag.records import Period
from rag.worktime import check_time, in_time, piece_by_piece
from tests.asking.handmade import asked


def days(count: int) -> tuple[Period, ...]:
    return tuple(Period(f"2022-{m:02}-{d:02}", f"2022-{m:02}-{d:02}") for m in range(1, 13) for d in range(1, 28))[
        :count
    ]


def never(text: str) -> Question:
    raise AssertionError(f"read: {text}")


def test_as_many_parts_as_a_year_has_months_are_looked_for() -> None:
    assert len(parts(asked(Asks.WHERE, "去了哪里？", periods=days(MOST_PARTS)), never)) == MOST_PARTS


def test_more_parts_are_refused_with_their_number_and_what_to_do() -> None:
    with pytest.raises(TooMuchError, match=rf"{MOST_PARTS + 1} things.*at most {MOST_PARTS}"):
        parts(asked(Asks.WHERE, "去了哪里？", periods=days(MOST_PARTS + 1)), never)


def test_too_many_sides_are_refused_before_any_of_them_is_read() -> None:
    question = "、".join(f"{m}月{d}日" for m in range(1, 13) for d in range(1, 28)) + "分别去了哪里？"
    with pytest.raises(TooMuchError):
        of_each(asked(Asks.WHERE, question), never)


def test_what_is_asked_twice_is_one_part() -> None:
    assert few(["甲", "乙", "甲"] * 100) == ("甲", "乙")


def test_work_over_its_time_is_told_and_time_is_counted_inside_alone() -> None:
    with in_time(0.0):
        _work(0.01)
        with pytest.raises(OverdueError, match="fewer"):
            check_time()
    check_time()


def test_time_given_inside_is_no_more_than_is_left() -> None:
    with in_time(0.0), in_time(100.0):
        _work(0.01)
        with pytest.raises(OverdueError):
            check_time()
    with in_time(100.0):
        with in_time(0.0):
            pass
        check_time()


def test_the_pieces_of_a_file_have_their_time_together() -> None:
    def pieces() -> Iterator[int]:
        for piece in range(100):
            _work(0.02)
            yield piece

    assert list(piece_by_piece(iter("ab"), 100.0)) == ["a", "b"]
    told = []

    def take_all() -> None:
        for piece in piece_by_piece(pieces(), 0.1):
            _work(0.1)  # what whoever takes them does is not counted
            told.append(piece)

    with pytest.raises(OverdueError):
        take_all()
    assert told == list(range(len(told)))
    assert 1 < len(told) <= 5


def test_a_statement_without_end_is_stopped_and_told(tmp_path: Path) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    db = Connected(tmp_path / "index.db").db
    with in_time(0.05), pytest.raises(OverdueError, match="it took too long; ask about fewer"), explained(tmp_path):
        db.execute(endless).fetchone()
    assert db.execute("SELECT 1").fetchone() == (1,)
    db.close()


@pytest.mark.model
@pytest.mark.parametrize("look", ["deeds", "tally", "network", "places", "people", "pages", "told_at", "searched"])
def test_a_list_over_its_time_is_refused_in_one_line(assistant: Assistant, look: str) -> None:
    with in_time(0.0), pytest.raises(OverdueError, match="fewer"):
        getattr(assistant, look)()
    assert getattr(assistant, look)() is not None


def _work(seconds: float) -> None:
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        sum(range(100))


@pytest.mark.model
@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("2022年5月6日、", id="a date again and again"),
        pytest.param("5月6日谁去了青石镇，", id="a clause again and again"),
        pytest.param("陈志远和林月华、", id="names again and again"),
        pytest.param("who inspected what on 6 May and ", id="in English"),
    ],
)
def test_the_longest_question_is_searched_a_bounded_number_of_times(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, piece: str
) -> None:
    searched: list[object] = []
    find = turn._find
    monkeypatch.setattr(turn, "_find", lambda view, query: searched.append(query) or find(view, query))
    assistant.ask((piece * LONGEST)[: LONGEST - 10] + "分别谁去了哪里")
    assert 0 < len(searched) <= MOST_PARTS


@pytest.mark.model
def test_a_refused_question_of_the_history_is_no_turn(assistant: Assistant) -> None:
    many = "、".join(f"2022年{m}月{d}日" for m in range(1, 13) for d in range(1, 12))[: LONGEST - 10] + "去了哪里"
    with pytest.raises(TooMuchError):
        assistant.ask(many)
    assert assistant.ask("他去了哪里？", history=["谁督查了安全生产？", many]).carried


@pytest.mark.model
def test_a_question_over_its_time_is_refused_in_one_line(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worktime.time, "thread_time", iter(range(0, 10_000, 50)).__next__)
    with pytest.raises(OverdueError):
        assistant.ask("谁督查了从来没有问过的事？")  # an answer at hand costs no time
