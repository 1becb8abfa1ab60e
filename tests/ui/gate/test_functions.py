"""Every function that a script of the page may call: who may call it, and that what it is sent comes back as text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.ui.gate.newsroom import COMPONENT, EDITOR, READER, basic, call

EDITING = {
    "evidence": {"correcting", "correct", "uncorrect"},
    "pages": {"keep", "fresh", "begin", "remove"},
    "watches": {"add", "remove"},
    "corrections": {"listed", "undo"},
}
"""What changes something, by the part of the page it belongs to; a reader is refused."""

READING = {
    "evidence": {"open", "sheets"},
    "talk": {"welcome", "examples", "rate", "within"},
    "events": {"look", "suggest"},
    "people": {"everybody", "somebody"},
    "watches": {"listed", "opened", "seen"},
    "sign": {"sign"},
    "pages": {"look", "state", "sure"},
    "lookup": {"look"},
}
"""What a reader may call. Whoever adds a function says here which it is."""

HOSTILE = "\"'><img src=//evil.example/x onerror=alert(1)><script>alert(2)</script><a href=javascript:alert(3)>谁"
UI = Path(__file__).parents[3] / "ui"
_FIELD = re.compile(r"""(?:fields|sent|given)(?:\.get\(|\[)"(\w+)"|text_of\(\w+, "(\w+)\"""")
RUNS = {"script", "iframe", "object", "embed", "base", "meta", "link", "form"}
"""Elements that nothing which is sent or printed may bring in."""


def functions(address: str) -> dict[str, tuple[int, list[str]]]:
    """Part of the page -> its number and its functions."""
    config = json.loads(call(f"{address}config", Authorization=basic(EDITOR))[2])
    return {
        one["props"]["elem_id"]: (one["id"], one["props"]["server_fns"])
        for one in config["components"]
        if one["props"].get("server_fns")
    }


def called(address: str, number: int, function: str, data: object, account: tuple[str, str]) -> tuple[int, Any]:
    body = {"data": data, "component_id": number, "fn_name": function, "session_hash": "s"}
    head = {"Authorization": basic(account), "Content_Type": "application/json"}
    status, _, told = call(f"{address}{COMPONENT}", "POST", json.dumps(body).encode(), **head)
    return status, json.loads(told) if status == 200 else None


def texts(value: object) -> Iterator[str]:
    """Every text in an answer."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def runs(markup: str) -> list[str]:
    """What of a piece of markup would run or be fetched from elsewhere in a browser."""
    found = []
    for element in html.fragment_fromstring(markup, create_parent=True).iter():
        if isinstance(element.tag, str):
            found += [element.tag] if element.tag in RUNS else []
            found += [name for name in element.attrib if name.startswith("on")]
            found += [
                v for n, v in element.attrib.items() if n in ("href", "src", "srcset", "style") and _leads_away(v)
            ]
    return found


def _leads_away(value: str) -> bool:
    return bool(re.match(r"\s*(?:javascript|data:text|vbscript|https?:|//)", value, re.I)) or "url(" in value


def fields() -> list[str]:
    """The names of fields that any handler asks for."""
    found = {a or b for path in UI.rglob("*.py") for a, b in _FIELD.findall(path.read_text(encoding="utf-8"))}
    assert {"text", "since", "person", "names"} <= found
    return sorted(found)


def test_each_is_said_to_read_or_to_change(site: tuple[str, Path]) -> None:
    known = {part: READING.get(part, set()) | EDITING.get(part, set()) for part in {*READING, *EDITING}}
    assert {part: set(names) for part, (_, names) in functions(site[0]).items()} == known


def test_a_reader_reads_and_changes_nothing(site: tuple[str, Path]) -> None:
    for part, (number, names) in functions(site[0]).items():
        for name in names:
            status, _ = called(site[0], number, name, {}, READER)
            assert status == (403 if name in EDITING.get(part, ()) else 200), (part, name)


def test_what_is_sent_comes_back_as_text(site: tuple[str, Path]) -> None:
    shapes: list[object] = [HOSTILE, [HOSTILE], {HOSTILE: HOSTILE}, dict.fromkeys(fields(), HOSTILE)]
    shapes.append({key: [HOSTILE] for key in fields()} | {"names": [HOSTILE, "haizhou/port.txt"]})
    seen = 0
    for part, (number, names) in functions(site[0]).items():
        for name in names:
            for data in shapes:
                status, told = called(site[0], number, name, data, EDITOR)
                assert status == 200, (part, name, data)
                for text in texts(told):
                    seen += "alert(" in text
                    assert runs(text) == [], (part, name)
    assert seen, "nothing of it came back"


def test_a_question_comes_back_as_text(site: tuple[str, Path]) -> None:
    body = json.dumps({"question": HOSTILE, "history": [HOSTILE]}).encode()
    head = {"Authorization": basic(READER), "Content_Type": "application/json"}
    lines = call(f"{site[0]}conversation/asking", "POST", body, **head)[2].splitlines()
    found = [text for line in lines for text in texts(json.loads(line))]
    assert any("alert(" in text for text in found)
    assert [runs(text) for text in found if runs(text)] == []


@pytest.mark.parametrize("markup", ["<script>x</script>", "<b onclick=x>", "<img src=//x>", "<a href='javascript:x'>"])
def test_what_would_run_is_noticed(markup: str) -> None:
    assert runs(f"<p>{markup}</p>") != []
