"""What the container's files promise: nobody is root, nothing is written outside one volume, and the settings exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.options import PREFIX, settable
from ui.parser import build_parser

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def image() -> str:
    return (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_last_stage_runs_as_somebody_else_than_root_and_says_whether_it_is_well(image: str) -> None:
    last = image.rpartition("\nFROM ")[2]
    (user,) = re.findall(r"^USER (\w+)$", last, re.MULTILINE)
    assert user not in ("root", "0")
    assert last.index("\nUSER ") < last.index("\nCMD ")
    assert re.findall(r"^VOLUME (.+)$", last, re.MULTILINE) == ["/data"]
    assert "HEALTHCHECK" in last


def test_what_it_sets_are_settings(image: str) -> None:
    named = {name.lower() for name in re.findall(rf"{PREFIX}(\w+)=", image)}
    assert named
    assert named <= set(settable(build_parser()))


def test_what_is_copied_is_there_and_let_in(image: str) -> None:
    copied = [source for line in re.findall(r"^COPY (?!--from)(.+)$", image, re.MULTILINE) for source in _sources(line)]
    let_in = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert copied
    assert [name for name in copied if not (ROOT / name).exists() or f"!{name}" not in let_in] == []


def _sources(line: str) -> list[str]:
    return [word for word in line.split() if not word.startswith("--")][:-1]


def test_compose_keeps_it_shut() -> None:
    yaml = pytest.importorskip("yaml")
    (service,) = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"].values()
    assert service["read_only"] is True
    assert service["volumes"] == ["data:/data"]
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    assert service["cap_drop"] == ["ALL"]
    assert {name.removeprefix(PREFIX).lower() for name in service["environment"]} <= set(settable(build_parser()))
