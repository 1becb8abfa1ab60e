"""What goes wrong while a file is read costs that file alone, and is told in a line."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from rag.confined import Limits, Meter, Room
from rag.confined.room import PATIENCE, _taken
from rag.errors import EmptyPageError, PageError

LIMITED = pytest.mark.skipif(sys.platform == "win32", reason="only the clock binds there")


@contextmanager
def room(work: str, seconds: float = 5.0, memory: int = 1 << 28) -> Iterator[Room]:
    made = Room(f"tests.confined.works:{work}", Limits(seconds, memory))
    try:
        yield made
    finally:
        made.close()


def test_bytes_and_values_go_in_and_come_back() -> None:
    with room("told") as made:
        first = made.run(b"x" * 3_000_000, suffix=".pdf", pages=[1, 2])
        assert (first["size"], first["said"]) == (3_000_000, {"suffix": ".pdf", "pages": [1, 2]})
        assert first["process"] != os.getpid()
        assert made.run(b"")["process"] == first["process"], "one process reads file after file"


def test_it_begins_with_what_its_work_needs_not_with_all_of_the_program() -> None:
    with room("loaded") as made:
        loaded = made.run(b"")
    assert "tests.confined.works" in loaded
    assert {"rag.asking", "rag.indexing", "rag.understanding"}.isdisjoint(loaded)


def test_its_own_errors_are_raised_here_as_what_they_are() -> None:
    with room("refuses") as made, pytest.raises(EmptyPageError, match="is empty; remove it"):
        made.run(b"")


@pytest.mark.parametrize(
    ("work", "line"),
    [
        pytest.param("spins", "takes more than 1 seconds to read; ", id="time", marks=LIMITED),
        pytest.param("grows", "takes more than 256 MB of memory to read; ", id="memory", marks=LIMITED),
        pytest.param("nests", "nested too deeply", id="nested"),
        pytest.param("faults", r"could not be read \(KeyError: 'a part'\)", id="a fault"),
        pytest.param("breaks_off", "made its reader break off", id="breaks off", marks=LIMITED),
    ],
)
def test_what_ends_the_process_is_told_in_a_line(work: str, line: str) -> None:
    with room(work, seconds=1.0) as made:
        for _ in range(2):
            with pytest.raises(PageError, match=line) as caught:
                made.run(b"x")
            assert "\n" not in str(caught.value)


@LIMITED
def test_the_next_file_is_read_after_one_that_ended_the_process() -> None:
    with room("told") as made:
        process = made.run(b"")["process"]
        os.kill(process, signal.SIGSTOP)  # it takes the file and does not come to read it
        ending = Timer(0.5, os.kill, (process, signal.SIGKILL))
        ending.start()
        with pytest.raises(PageError, match="break off"):
            made.run(b"first")
        ending.join()
        assert made.run(b"next")["size"] == len(b"next")


@LIMITED
def test_a_process_that_went_to_rest_is_followed_by_another() -> None:
    with room("told") as made:
        made.run(b"")
        assert made._process is not None
        assert made._process.stdin is not None
        made._process.stdin.close()
        made._process.wait(10)
        assert made.run(b"next")["size"] == len(b"next")


def test_what_a_library_prints_is_no_answer() -> None:
    with room("prints") as made:
        assert made.run(b"") == "heard"


@LIMITED
def test_no_file_is_written(tmp_path: Path) -> None:
    with room("writes") as made, pytest.raises(PageError, match="may not write"):
        made.run(b"x", path=str(tmp_path / "written"))


@LIMITED
def test_what_several_runs_take_is_counted_together() -> None:
    taken = Meter()
    with room("works_for") as made:
        for _ in range(2):
            made.run(b"", taken, seconds=0.1)
        assert 0.2 <= taken.seconds < 5.0
        before = taken.seconds
        made.run(b"", seconds=0.1)
    assert taken.seconds == before
    with room("spins", seconds=1.0) as made, pytest.raises(PageError):
        made.run(b"x", taken)
    assert taken.seconds == before + 1.0


@pytest.mark.parametrize("told", [0.0, -9.0, float("nan"), "much", None, [1]])
def test_a_process_that_says_less_than_the_clock_is_not_believed(told: object) -> None:
    assert _taken({"result": 1, "took": told}, 2.0 * PATIENCE, 120.0) == 2.0


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        pytest.param({"took": 3.5}, 3.5, id="as it says"),
        pytest.param({"took": 10**400}, 120.0 * PATIENCE, id="without end"),
        pytest.param({"ended": -9, "overdue": True}, 120.0, id="all that was granted"),
        pytest.param({"ended": -11, "overdue": False}, 2.0, id="broken off: by the clock"),
    ],
)
def test_what_a_run_counts_as(answer: dict[str, object], seconds: float) -> None:
    assert _taken(answer, 2.0, 120.0) == seconds


@LIMITED
def test_time_is_given_by_size() -> None:
    limits = Limits(seconds=10, memory=1, a_megabyte=10)
    assert (limits.seconds_for(0), limits.seconds_for(3 << 20)) == (10, 40)
