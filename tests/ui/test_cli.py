"""The command: what it prints, what it refuses, what it tells the shell."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rag import Activity, Config, Outcome, OutcomeKind, Report, Scope
from rag.evaluating import ablation
from tests.ui.fakes import ANSWERS, BOOK_QUESTION, LEANING_QUESTION, PORT_QUESTION, UNKNOWN_QUESTION, FakeAssistant
from ui.cli import main
from ui.commands.ask import answer_text
from ui.commands.index import line, summed
from ui.commands.serve import _empty
from ui.parser import ACTIVITIES, LEGS


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeAssistant:
    """Every command opens this assistant instead of an index."""
    assistant = FakeAssistant()

    @contextmanager
    def opening(config: Config) -> Iterator[FakeAssistant]:
        yield assistant

    for command in ("ask", "show"):
        monkeypatch.setattr(f"ui.commands.{command}.Assistant", Namespace(open=opening))
    return assistant


def test_answer_for_people_names_title_paper_day_page_and_quote(
    fake: FakeAssistant, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", BOOK_QUESTION]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "藏书一万二千册[1]。",
        "",
        "[1] 青苗镇的老茶厂关停了十二年 · garden.txt",
        "    藏书一万二千册,大半是各家捐来的。",
    ]


def test_quote_over_a_line_break_is_told_on_one_line() -> None:
    assert "\n    他先后来到北屿码头、东江粮库,详细了解消防设施维护和值班值守情况。\n" in answer_text(
        ANSWERS[PORT_QUESTION]
    )


def test_what_an_earlier_question_supplied_is_told_first(
    fake: FakeAssistant, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", LEANING_QUESTION, "--history", PORT_QUESTION]) == 0
    assert capsys.readouterr().out.startswith("承接上一问：陈志远\n2023年5月6日，")


def test_refusal_tells_what_came_nearest(fake: FakeAssistant, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", UNKNOWN_QUESTION]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["没有报道。", "", "Nearest, not an answer:"]
    assert lines[4] == "  - 陈志远督查港口安全生产 · 《海州日报》 · 2023-05-07 · reports 2023-05-06 · haizhou/port.txt"


def test_answer_as_json(fake: FakeAssistant, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", BOOK_QUESTION, "--history", PORT_QUESTION, "--json"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert (line["verdict"], line["citations"][0]["page"]) == ("answered", "garden.txt")
    assert fake.asked == [(BOOK_QUESTION, (PORT_QUESTION,))]


def test_a_part_of_the_pages_is_asked(fake: FakeAssistant, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ["--paper", "海州日报", "--since", "2023-05", "--until", "2023-05", "--page", "a.txt", "--page", "b.txt"]
    assert main(["ask", PORT_QUESTION, *chosen]) == 0
    assert capsys.readouterr().out.startswith("查找范围：《海州日报》 · 2023年5月 · 所选 2 个版面\n2023年5月6日，")
    assert main(["ask", PORT_QUESTION, *chosen, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["scope"]["pages"] == ["a.txt", "b.txt"]
    assert fake.scopes == [Scope("海州日报", "2023-05", "2023-05", ("a.txt", "b.txt"))] * 2


def test_a_paper_that_is_not_there_is_told_in_one_line(fake: FakeAssistant, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", PORT_QUESTION, "--paper", "沧浪报"]) == 1
    told = "wenzheng: no newspaper in the index is called 沧浪报; give the name as a page prints it\n"
    assert capsys.readouterr().err == told


def test_batch_answers_in_order_and_a_bad_question_loses_nothing(
    fake: FakeAssistant, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    given = [
        {"id": "b", "question": BOOK_QUESTION, "type": "ignored"},
        {"id": "a", "question": "？"},
        {"id": 3, "question": PORT_QUESTION, "history": [BOOK_QUESTION]},
    ]
    questions.write_text("\n\n".join(json.dumps(g) for g in given), encoding="utf-8")
    assert main(["ask", "--batch", str(questions), "--out", str(out)]) == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(line["id"], line["verdict"]) for line in lines] == [
        ("b", "answered"),
        ("a", "abstained"),
        ("3", "answered"),
    ]
    assert fake.asked[-1] == (PORT_QUESTION, (BOOK_QUESTION,))
    assert capsys.readouterr().err == "wenzheng: question a: the question is empty; write one sentence\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "q.jsonl"]


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        pytest.param("{", "line 1 of", id="no JSON"),
        pytest.param('{"question": "a"}\n{"id": "x"}', "line 2 of", id="no question"),
        pytest.param('{"question": 3}', "line 1 of", id="a number"),
        pytest.param('{"question": "a", "history": [1]}', "line 1 of", id="history of numbers"),
        pytest.param("[]", "line 1 of", id="a list"),
    ],
)
def test_line_that_is_no_question_is_named(
    fake: FakeAssistant, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, fact: str
) -> None:
    (tmp_path / "q").write_text(content, encoding="utf-8")
    assert main(["ask", "--batch", str(tmp_path / "q"), "--out", str(tmp_path / "a")]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"wenzheng: {fact}")
    assert told.count("\n") == 1
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no command"),
        pytest.param(["fly"], id="unknown command"),
        pytest.param(["ask"], id="no question"),
        pytest.param(["ask", "a", "--batch", "b"], id="a question and a file of them"),
        pytest.param(["ask", "--batch", "b"], id="batch without out"),
        pytest.param(["ask", "--batch", "b", "--out", "c", "--paper", "d"], id="a file asked of one paper"),
        pytest.param(["ask", "a", "--since", "May"], id="a day that is none"),
        pytest.param(["ask", "a", "--out", "b"], id="out without batch"),
        pytest.param(["ask", "--batch", "b", "--out", "c", "--json"], id="json of a batch"),
        pytest.param(["show", "cats"], id="unknown things"),
        pytest.param(["show", "events", "--type", "swim"], id="unknown type"),
        pytest.param(["show", "events", "--since", "yesterday"], id="no date"),
        pytest.param(["serve", "--port", "0"], id="port too small"),
        pytest.param(["serve", "--port", "65536"], id="port too large"),
        pytest.param(["serve", "--port", "八"], id="port no number"),
        pytest.param(["delete"], id="no page"),
        pytest.param(["bench", "encode", "--passages", "0"], id="no passages"),
    ],
)
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: wenzheng" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["ask", "谁"], id="ask without an index"),
        pytest.param(["show", "events"], id="show without an index"),
        pytest.param(["delete", "a.txt"], id="delete without an index"),
        pytest.param(["evaluate", "no-such-gold"], id="evaluate without an index"),
        pytest.param(["index", "no-such-folder"], id="folder that does not exist"),
        pytest.param(["serve", "--host", "no.such.host.invalid"], id="host that is none"),
    ],
)
def test_mistake_is_one_line_and_1(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--index", str(tmp_path / "none")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("wenzheng: ")
    assert told.err.count("\n") == 1
    assert "; " in told.err


def test_port_in_use_is_told_with_another_to_take(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["serve", "--port", str(port), "--index", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"wenzheng: cannot serve at 127.0.0.1:{port} (Address already in use); ")
    assert f"--port {port + 1 if port < 65535 else port - 1}" in told


def test_events_as_json_lines_through_a_filter(fake: FakeAssistant, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "events", "--who", "市长陈志远", "--jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["page"], line["action_type"], line["places"]) for line in lines] == [
        ("haizhou/port.txt", "inspect", ["北屿码头", "东江粮库"])
    ]


@pytest.mark.parametrize(
    ("what", "row"),
    [
        ("articles", "haizhou/port.txt 海州日报 2023-05-06 陈志远督查港口安全生产"),
        ("events", "2023-05-06 done 市委副书记、市长陈志远 督查 inspect"),
        ("people", "陈志远 1 1 市长 2023-05-06"),
    ],
)
def test_tables(fake: FakeAssistant, capsys: pytest.CaptureFixture[str], what: str, row: str) -> None:
    assert main(["show", what]) == 0
    assert any(" ".join(line.split()).startswith(row) for line in capsys.readouterr().out.splitlines())


def test_report_names_every_file_and_counts_them() -> None:
    outcomes = (
        Outcome("a.txt", OutcomeKind.ADDED),
        Outcome("b.txt", OutcomeKind.SKIPPED, "same content as a.txt"),
        Outcome("c.txt", OutcomeKind.FAILED, "c.txt is empty; put text into it"),
        Outcome("d.txt", OutcomeKind.REPLACED),
        Outcome("e.jpg", OutcomeKind.OTHER, "e.jpg is a picture"),
    )
    assert [*map(line, outcomes), *summed(Report(outcomes, 3, 7, 5, 60, 1.26))] == [
        "added: a.txt",
        "skipped: b.txt (same content as a.txt)",
        "failed: c.txt (c.txt is empty; put text into it)",
        "replaced: d.txt",
        "other: e.jpg (e.jpg is a picture)",
        "1 added, 1 replaced, 1 skipped, 1 failed, 0 empty, 1 other",
        "the index holds 3 pages, 7 articles, 5 events, 60 passages (1.3 s)",
    ]


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.commands.delete.delete_pages", stopped)
    assert main(["delete", "a"]) == 130
    assert capsys.readouterr().err == "\nwenzheng: stopped\n"


@pytest.mark.parametrize(("debug", "traceback"), [("", False), ("1", True)])
def test_unexpected_error_shows_where_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], debug: str, traceback: bool
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setenv("WENZHENG_DEBUG", debug)
    monkeypatch.setattr("ui.commands.delete.delete_pages", broken)
    assert main(["delete", "a"]) == 1
    told = capsys.readouterr().err
    assert ("Traceback" in told) is traceback
    assert told.splitlines()[-1].startswith("wenzheng: unexpected ZeroDivisionError: division by zero;")


def test_reader_that_goes_away_is_no_error() -> None:
    script = "import sys; from ui.cli import entry; sys.argv = ['wenzheng', 'show', 'events']\n" + (
        "import ui.commands.show as show\n"
        "from contextlib import nullcontext; from types import SimpleNamespace as N\n"
        "from rag import Deed, Deeds\n"
        "from tests.ui.fakes import PORT\n"
        "deeds = Deeds(1, (Deed(PORT.understood.events[0]),) * 9000)\n"
        "many = N(deeds=lambda *given: deeds)\n"
        "show.Assistant = N(open=lambda config: nullcontext(many))\n"
        "entry()\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -c "$0" | head -n 1', script],
        cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.startswith("date")
    assert done.stderr == ""


def test_end_of_a_command_does_not_look_through_all_that_was_loaded() -> None:
    script = (
        "import atexit, gc, sys; from ui.cli import entry; sys.argv = ['wenzheng', 'show', 'events', '--index', 'nowhere']\n"
        "atexit.register(lambda: print(len(gc.get_objects())))\n"
        "entry()\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert int(done.stdout) < 1000


def test_types_on_the_command_line_are_those_of_the_library() -> None:
    assert list(Activity) == list(ACTIVITIES)


def test_the_help_knows_every_way_of_finding() -> None:
    assert list(LEGS) == list(ablation.LEGS)


@pytest.mark.parametrize(
    ("files", "empty"),
    [(None, True), ([], True), ([".gitkeep"], True), (["wenzheng.sqlite"], False)],
    ids=["no folder", "nothing in it", "only a dot file", "an index"],
)
def test_index_is_built_only_where_none_ever_was(tmp_path: Path, files: list[str] | None, empty: bool) -> None:
    folder = tmp_path / "index"
    if files is not None:
        folder.mkdir()
        for name in files:
            (folder / name).touch()
    assert _empty(Config(index=folder)) is empty
