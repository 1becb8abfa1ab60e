"""What `wenzheng show` lists of events and people, through the library's own list of a small index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import networkx
import pytest

from rag import Config, Dated, Event, Reading, Standing
from tests.ui import fakes
from tests.ui.fakes import BOOKS, PORT, FakeAssistant
from ui.cli import main

VISIT = PORT.understood.events[0]
PLAN = replace(VISIT, number=1, action="将赴", standing=Standing.PLANNED, when=Dated("2023-06"))


def _on(page: str, *events: Event) -> Reading:
    told = tuple(replace(e, page=page) for e in events)
    article = replace(PORT.article, page=page)
    return Reading(replace(PORT.page, name=page), article, replace(PORT.understood, events=told))


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch) -> None:
    """A visit that two pages tell, a plan beside it, and a visit to a library."""

    @contextmanager
    def opening(config: Config) -> Iterator[FakeAssistant]:
        yield FakeAssistant()

    monkeypatch.setattr("ui.commands.show.Assistant", SimpleNamespace(open=opening))
    monkeypatch.setattr(fakes, "READINGS", (_on("a.txt", VISIT, PLAN), _on("b.txt", VISIT), BOOKS))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param("", [("a.txt", "done"), ("b.txt", "done"), ("garden.txt", "done")], id="every page's telling"),
        pytest.param("--all --who 志远", [("a.txt", "done"), ("a.txt", "planned"), ("b.txt", "done")], id="plans too"),
        pytest.param("--where 码头 --until 2023-05", [("a.txt", "done"), ("b.txt", "done")], id="a place and a period"),
        pytest.param("--since 2023-06", [], id="a period in which nothing was done"),
        pytest.param("--all --since 2023-06-10", [("a.txt", "planned")], id="a month that holds the day"),
        pytest.param("--type research_visit", [("garden.txt", "done")], id="a kind"),
        pytest.param("--newspaper 海州", [("a.txt", "done"), ("b.txt", "done")], id="a newspaper"),
    ],
)
def test_lines_of_events(capsys: pytest.CaptureFixture[str], options: str, expected: list[tuple[str, str]]) -> None:
    assert main(["show", "events", "--jsonl", *options.split()]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["page"], line["standing"]) for line in lines] == expected


def test_the_table_has_a_row_for_an_event_with_all_its_tellings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "events", "--all"]) == 0
    header, *rows = capsys.readouterr().out.splitlines()
    assert header.split() == ["date", "standing", "who", "did", "type", "what", "where", "with", "page", "at", "also"]
    assert [(row.split()[1], row.split()[-1]) for row in rows[:2]] == [("done", "b.txt"), ("planned", "35–121")]
    assert len(rows) == 3


@pytest.mark.parametrize(
    ("options", "names"),
    [
        pytest.param("", ["陈志远", "苏望", "顾南舟"], id="everybody, most articles first"),
        pytest.param("--who 市长", ["陈志远"], id="by office"),
        pytest.param("--where 青苗", ["顾南舟"], id="by what they took part in"),
        pytest.param("--since 2023-06", [], id="nobody did anything then"),
        pytest.param("--since 2023-06 --all", ["陈志远", "苏望"], id="who is expected then"),
    ],
)
def test_people(capsys: pytest.CaptureFixture[str], options: str, names: list[str]) -> None:
    assert main(["show", "people", "--jsonl", *options.split()]) == 0
    assert [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()] == names


def test_a_person_s_line_tells_offices_with_their_dates(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "people", "--jsonl", "--who", "志远"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "name": "陈志远",
        "offices": [{"role": "市长", "first": "2023-05-06", "last": "2023-05-06"}],
        "articles": 2,
        "events": 1,
    }


def test_network(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "network", "--jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [{"names": ["苏望", "陈志远"], "events": 1, "first": "2023-05-06", "last": "2023-05-06"}]
    assert main(["show", "network", "--who", "苏望"]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["who", "with", "events", "first", "last"],
        ["苏望", "陈志远", "1", "2023-05-06", "2023-05-06"],
    ]


def test_places(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "places", "--jsonl", "--where", "青苗"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "place": "青苗镇", "people": 1, "events": 1, "first": None, "last": None,
    }  # fmt: skip
    assert main(["show", "places"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4


@pytest.mark.parametrize(("what", "edges"), [("network", 1), ("places", 5)])
def test_graphml(tmp_path: Path, what: str, edges: int) -> None:
    file = tmp_path / "out.graphml"
    assert main(["show", what, "--graphml", str(file)]) == 0
    assert networkx.read_graphml(file).number_of_edges() == edges
    assert [path.name for path in tmp_path.iterdir()] == ["out.graphml"]


def test_graphml_that_cannot_be_written_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["show", "network", "--graphml", str(tmp_path / "nowhere" / "x.graphml")]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("options", ["events --graphml x", "network --jsonl --graphml x"])
def test_graphml_is_of_networks_alone(options: str) -> None:
    with pytest.raises(SystemExit) as end:
        main(["show", *options.split()])
    assert end.value.code == 2
