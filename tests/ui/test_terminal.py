"""Whatever a page, a question or a name holds, a terminal is shown text."""

from __future__ import annotations

import sys
import unicodedata
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest

from rag import Health, Outcome, OutcomeKind, RagError
from rag.config import Config
from rag.indexing.checking import Fault
from tests.ui.fakes import PORT_QUESTION, FakeAssistant
from ui.commands import ask, check, delete, index
from ui.problems import report
from ui.terminal import printable

MOVING = "\x1b[2J\x1b]0;x\x07\x9b31m\u202e\u2066\r\x08\x7f\u2028"


def test_only_what_moves_the_terminal_is_replaced() -> None:
    assert printable("海州\t日报\n“一”　—…Ａ🙂\u200b") == "海州\t日报\n“一”　—…Ａ🙂\u200b"
    assert printable("a\x1b[2Jb\u202ec\rd") == "a\\x1b[2Jb\\u202ec\\rd"
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)) in ("Cc", "Cs") and chr(code) not in "\t\n":
            assert printable(chr(code)).isascii()


def told(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    return out + err


def hostile(text: str) -> bool:
    return any(c in text for c in MOVING if c not in "[2J]0;x31m")


def test_an_answer(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    answer = FakeAssistant().ask(PORT_QUESTION)
    first = replace(answer.citations[0], quote=f"码头{MOVING}", title=MOVING, newspaper=MOVING, page=f"a{MOVING}.txt")

    class Hostile(FakeAssistant):
        def __enter__(self) -> Hostile:
            return self

        def __exit__(self, *error: object) -> None:
            return None

        def ask(self, *given: object, **more: object) -> object:  # type: ignore[override]
            return replace(answer, text=f"码头{MOVING}", citations=(first,))

    monkeypatch.setattr(ask.Assistant, "open", lambda config: Hostile())
    monkeypatch.setattr(ask, "config_of", lambda arguments: None)
    everywhere = {"paper": None, "since": None, "until": None, "page": []}
    assert ask.run(Namespace(batch=None, question="x", history=[], json=False, **everywhere)) == 0
    text = told(capsys)
    assert "\\x1b[2J" in text
    assert not hostile(text)


def test_lines_about_files_pages_and_errors(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    name = f"a{MOVING}.txt"
    index._say_outcome(Outcome(name, OutcomeKind.FAILED, f"{name} holds no text"))
    check.told("whole", Path("index"), Health((Fault(f"the page {name} is not what was stored", "restore it"),), 1, 1))
    monkeypatch.setattr(delete, "delete_pages", lambda config, names: (name,))
    monkeypatch.setattr(delete, "config_of", lambda arguments: Config(index=tmp_path / "index"))
    delete.run(Namespace(pages=[name]))
    report(RagError(f"there is no page {name}", "see wenzheng show articles"))
    report(ValueError(name))
    text = told(capsys)
    assert text.count("\\x1b[2J") >= 5
    assert not hostile(text)
