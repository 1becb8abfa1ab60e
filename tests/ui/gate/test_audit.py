"""What was changed is noted with what came of it: before it is done, and after."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.ui.gate.newsroom import COMPONENT, EDITOR, basic, call, component
from tests.ui.gate.test_crowd import until
from tests.ui.gate.wire import held
from ui.gate.audit import Audit
from ui.serve import AUDIT

KILLED = """
import os, sys
from pathlib import Path
from ui.gate.audit import Audit
with Audit(Path(sys.argv[1])).deed("wang", "deletes", "a.txt"):
    os.kill(os.getpid(), 9)
"""


def lines_of(log: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def outcomes(log: Path, did: str) -> list[str]:
    """What stands of a kind of deed, in order; each must have the same number."""
    lines = [line for line in lines_of(log) if line["did"] == did]
    assert len({line["deed"] for line in lines}) == 1
    return [line["outcome"] for line in lines]


def _pressed(address: str, part: str, function: str, **data: Any) -> dict[str, str]:
    sent = json.loads(component(address, part, function)) | {"data": data}
    as_editor = {"Authorization": basic(EDITOR), "Content_Type": "application/json"}
    status, _, told = call(f"{address}{COMPONENT}", "POST", json.dumps(sent).encode(), **as_editor)
    assert status == 200
    return dict(json.loads(told))


@pytest.mark.parametrize(
    ("part", "function", "sent", "did", "outcome"),
    [
        pytest.param("pages", "remove", {"names": ["a.txt"]}, "deletes", "refused", id="a page that is not there"),
        pytest.param("pages", "begin", {}, "has files read", "done", id="reading"),
        pytest.param("watches", "add", {"name": "甲", "question": "？"}, "watches", "refused", id="no question"),
        pytest.param("evidence", "correct", {"link": "x"}, "corrects", "refused", id="an article that is not there"),
        pytest.param("corrections", "undo", {"entry": "x"}, "takes a correction back", "refused", id="no correction"),
    ],
)
def test_what_came_of_it_is_noted(
    site: tuple[str, Path], part: str, function: str, sent: dict[str, Any], did: str, outcome: str
) -> None:
    address, folder = site
    _pressed(address, part, function, **sent)
    assert outcomes(folder / AUDIT, did) == ["asked", outcome]


def test_a_file_that_does_not_come_whole_is_noted_as_refused(site: tuple[str, Path]) -> None:
    address, folder = site
    head = (
        f"PUT /pages/arriving?drop=dropdrop&name=half.txt&size=9 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Authorization: {basic(EDITOR)}\r\nContent-Length: 9\r\n\r\nhalf"
    )
    with held(address, 1, head.encode()):
        until(lambda: "half.txt" in (folder / AUDIT).read_text(encoding="utf-8"))
    until(lambda: len([n for n in lines_of(folder / AUDIT) if n["what"] == "half.txt"]) == 2)
    assert outcomes(folder / AUDIT, "brings a file") == ["asked", "refused"]


def test_what_is_being_done_reads_so(tmp_path: Path) -> None:
    log = tmp_path / "log"

    def stopped() -> None:
        with Audit(log).deed("wang", "deletes", "a.txt"):
            assert outcomes(log, "deletes") == ["asked"]
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stopped()
    assert outcomes(log, "deletes") == ["asked", "failed"]


def test_a_process_that_ends_in_the_middle_leaves_the_question_open(tmp_path: Path) -> None:
    log = tmp_path / "log"
    subprocess.run([sys.executable, "-c", KILLED, str(log)], check=False)
    assert outcomes(log, "deletes") == ["asked"]


def test_half_a_line_swallows_no_other(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b'{"at": "2026-01-01T00:00:00+00:00", "wh')
    for who in ("wang", "li"):
        Audit(log).note(who, "logged in")
    half, *others = log.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["who"] for line in others] == ["wang", "li"]
    assert half.endswith('"wh')
