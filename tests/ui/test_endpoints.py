"""What other programs may ask: the functions themselves, and what of them is published."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from rag import QuestionError, RagError, Scope, SettingError
from tests.ui.conftest import served
from tests.ui.fakes import PLACES, PORT_QUESTION, SLOW_QUESTION, UNKNOWN_QUESTION, FakeAssistant
from ui.endpoints import Endpoints
from ui.reads import Reads
from ui.serve import AT_ONCE, QUEUED

POINTS = Endpoints(FakeAssistant())
READS = Reads(FakeAssistant())
NAMES = ["ask", "search", "list_events", "read_article", "person", "changes_since"]


def test_answer_is_the_line_of_the_command() -> None:
    answer = POINTS.ask(PORT_QUESTION)
    assert (answer["verdict"], answer["citations"][0]["quote"]) == ("answered", PLACES.quote)
    assert POINTS.ask(UNKNOWN_QUESTION)["citations"] == []


def test_history_is_handed_on() -> None:
    assistant = FakeAssistant()
    Endpoints(assistant).ask("然后呢", ["一", "二"])
    assert assistant.asked == [("然后呢", ("一", "二"))]


def test_a_part_of_the_pages_is_handed_on_and_told() -> None:
    assistant = FakeAssistant()
    answer = Endpoints(assistant).ask(PORT_QUESTION, None, "海州日报", "2023-05", "2023", ["haizhou/port.txt"])
    assert assistant.scopes == [Scope("海州日报", "2023-05", "2023", ("haizhou/port.txt",))]
    assert answer["scope"] == {
        "newspaper": "海州日报", "since": "2023-05", "until": "2023", "pages": ["haizhou/port.txt"],
    }  # fmt: skip
    assert "scope" not in POINTS.ask(PORT_QUESTION)


def test_passages_are_looked_for_in_the_same_part() -> None:
    assistant, part = FakeAssistant(), ("海州日报", "2023-05", "2023", ["haizhou/port.txt"])
    found = Endpoints(assistant).search(PORT_QUESTION, 10, None, *part)
    assert assistant.scopes == [Scope("海州日报", "2023-05", "2023", ("haizhou/port.txt",))]
    assert found["scope"] == POINTS.ask(PORT_QUESTION, None, *part)["scope"]
    assert "scope" not in POINTS.search(PORT_QUESTION)


@pytest.mark.parametrize("endpoint", [POINTS.ask, POINTS.search])
@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param({"since": "May"}, "since is May; write YYYY-MM-DD, YYYY-MM or YYYY", id="no day"),
        pytest.param({"pages": "a.txt"}, "pages is no list; give it as a list of strings", id="no list"),
        pytest.param({"pages": [1]}, "pages is no text; give it as a string", id="no name"),
        pytest.param(
            {"newspaper": "沧浪报"},
            "no newspaper in the index is called 沧浪报; give the name as a page prints it",
            id="no such paper",
        ),
    ],
)
def test_what_there_is_not_to_be_asked_of_is_told(
    endpoint: Callable[..., dict[str, Any]], given: dict[str, Any], told: str
) -> None:
    with pytest.raises(QuestionError) as error:
        endpoint(PORT_QUESTION, **given)
    assert str(error.value) == told


def test_a_call_without_what_came_later_still_holds(address: str) -> None:
    body = json.dumps({"data": [PORT_QUESTION, None]}).encode()
    assert PLACES.quote in json.loads(_call(address, "ask", body).partition("data: ")[2])[0]["citations"][0]["quote"]


def test_passages_come_best_first() -> None:
    found = POINTS.search(PORT_QUESTION, limit=1)["passages"]
    assert [(p["text"], p["page"], p["article"]) for p in found] == [(PLACES.quote, PLACES.page, 0)]


def test_events_are_rows_with_their_total() -> None:
    listed = POINTS.list_events(who="陈志远", since="2023-05", until="2023", activity="inspect")
    assert (listed["total"], listed["offset"]) == (1, 0)
    (event,) = listed["events"]
    assert (event["date"], event["newspaper"], event["places"]) == ("2023-05-06", "海州日报", ["北屿码头", "东江粮库"])
    assert POINTS.list_events(offset=1, limit=1)["events"] != POINTS.list_events(limit=1)["events"]


def test_a_refusal_says_why_what_came_nearest_and_what_was_searched() -> None:
    refused = POINTS.ask(UNKNOWN_QUESTION)
    assert (refused["verdict"], "reason" in refused) == ("abstained", True)
    assert [near["quote"] for near in refused["nearest"]] == [PLACES.quote]
    assert all(near["quote"] and near["spans"] and near["page"] for near in refused["nearest"])
    assert refused["searched"] == {
        "pages": 3, "articles": 3, "newspapers": ["海州日报"], "first": "2023-01-02", "last": "2023-05-07",
    }  # fmt: skip
    assert POINTS.ask(PORT_QUESTION)["nearest"] == []


def test_an_article_is_read_whole() -> None:
    read = READS.read_article(PLACES.page, PLACES.article)
    words = "".join(read["text"][start:end] for start, end in read["spans"])
    assert PLACES.quote.replace("\n", "") in words.replace("\n", "")
    assert (read["newspaper"], read["issued"], bool(read["digest"])) == ("海州日报", "2023-05-07", True)
    assert [event["action"] for event in read["events"]] == ["督查"]


def test_a_person_has_offices_and_company() -> None:
    person = READS.person(" 陈志远 ")
    assert (person["name"], person["articles"] > 0, person["events"] > 0) == ("陈志远", True, True)
    assert person["offices"][0]["office"]
    with pytest.raises(RagError, match="nobody of the name"):
        READS.person("无此人")


def test_changes_come_part_by_part_and_what_is_gone_is_named() -> None:
    first = READS.changes_since(limit=2)
    rest = READS.changes_since(cursor=first["cursor"])
    names = [page["page"] for page in (*first["pages"], *rest["pages"])]
    assert (first["more"], rest["more"], len(names), len(set(names))) == (True, False, 3, 3)
    assert all(page["digest"] for page in first["pages"])
    assert READS.changes_since(cursor=rest["cursor"], known=[names[0], "gone.txt"]) == {
        "pages": [], "cursor": rest["cursor"], "more": False, "gone": ["gone.txt"],
    }  # fmt: skip


WRONG = [
    pytest.param("ask", {"question": ""}, "the question is empty; write one sentence", id="empty question"),
    pytest.param("ask", {"question": 5}, "question is no text; give it as a string", id="number for a question"),
    pytest.param("ask", {"question": "x", "history": "y"}, "history is no list; ", id="text for a list"),
    pytest.param("ask", {"question": "x", "history": [1]}, "history is no text; ", id="number in a list"),
    pytest.param("search", {"question": "x", "limit": 0}, "limit is 0; give a whole number from 1 to 50", id="no passages"),
    pytest.param("search", {"question": "x", "history": "y"}, "history is no list; ", id="text for what went before"),
    pytest.param("search", {"question": "x", "limit": True}, "limit is True; ", id="truth for a number"),
    pytest.param("list_events", {"limit": 10**9}, "limit is 1000000000; give a whole number from 1 to 200", id="all at once"),
    pytest.param("list_events", {"offset": -1}, "offset is -1; give a whole number from 0", id="before the first"),
    pytest.param("list_events", {"since": "yesterday"}, "since is yesterday; write YYYY-MM-DD", id="no date"),
    pytest.param("list_events", {"order": "sideways"}, "order is sideways; give one of newest, ", id="unknown order"),
    pytest.param("read_article", {"page": 3, "article": 1}, "page is no text; ", id="number for a page"),
    pytest.param("read_article", {"page": "a", "article": -1}, "article is -1; give a whole number from 0", id="no article"),
    pytest.param("person", {"name": None}, "name is no text; ", id="nobody"),
    pytest.param("changes_since", {"cursor": "x"}, "cursor is x; give a whole number from 0", id="no cursor"),
    pytest.param("changes_since", {"known": "x"}, "known is no list; ", id="text for names"),
    pytest.param("changes_since", {"known": ["x"] * 20_001}, "known has 20001 values; give at most 20000", id="many names"),
    pytest.param("list_events", {"activity": "eat"}, "activity is eat; give one of inspect, ", id="unknown kind"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "line"), WRONG)
def test_wrong_input_is_one_line(name: str, given: dict[str, Any], line: str) -> None:
    with pytest.raises(QuestionError) as raised:
        {function.__name__: function for function in POINTS.all()}[name](**given)
    assert str(raised.value).startswith(line)


def _call(address: str, name: str, body: bytes) -> str:
    """What a program gets that talks plain HTTP: the stream of events of one call."""
    request = Request(f"{address}gradio_api/call/{name}", body, {"content-type": "application/json"})
    with urlopen(request) as response:
        event = json.loads(response.read())["event_id"]
    with urlopen(f"{address}gradio_api/call/{name}/{event}") as response:
        return str(response.read().decode("utf-8"))


def test_six_endpoints_are_published_and_nothing_else(address: str) -> None:
    with urlopen(f"{address}gradio_api/info") as response:
        published = json.loads(response.read())
    assert list(published["named_endpoints"]) == [f"/{name}" for name in NAMES]
    assert published["unnamed_endpoints"] == {}
    assert all(end["description"] for end in published["named_endpoints"].values())
    with urlopen(f"{address}config") as response:
        listeners = json.loads(response.read())["dependencies"]
    assert [d["api_name"] for d in listeners if d["api_visibility"] == "public"] == NAMES


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param(b'{"data": []}', "ask takes 6 values and got 0; see /gradio_api/info", id="too few values"),
        pytest.param(b'{"data": ["", null]}', "the question is empty; write one sentence", id="empty question"),
        pytest.param(b'{"data": [{"a": [1]}, null]}', "question is no text; give it as a string", id="an object"),
    ],
)
def test_wrong_call_is_told_in_one_line_and_leaves_no_traceback(
    address: str, body: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = _call(address, "ask", body)
    assert stream.startswith("event: error\n")
    assert f'"error": "{told}"' in stream
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("path", ["gradio_api/mcp/", "gradio_api/mcp/sse", "monitoring", "gradio_api/upload"])
def test_door_that_is_shut(address: str, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{address}{path}")
    assert refused.value.code >= 400


def test_mcp_without_what_it_needs_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.serve.find_spec", lambda name: None)
    missing = r"what MCP needs is not installed; run pip install '.\[mcp\]'"
    with pytest.raises(SettingError, match=missing), served(FakeAssistant(), mcp=True):
        pass


def test_more_calls_than_can_wait_are_told_so() -> None:
    fake = FakeAssistant()
    body = json.dumps({"data": [SLOW_QUESTION, []]}).encode()

    def status(address: str) -> int:
        try:
            with urlopen(Request(f"{address}gradio_api/call/ask", body, {"content-type": "application/json"})) as taken:
                return int(taken.status)
        except HTTPError as refused:
            return refused.code

    with served(fake) as address:
        fake.gate.clear()
        try:
            told = [status(address) for _ in range(QUEUED + 2 * AT_ONCE)]
        finally:
            fake.gate.set()
    assert QUEUED <= told.count(200) <= QUEUED + AT_ONCE
    assert set(told) == {200, 503}
    assert told[-1] == 503
