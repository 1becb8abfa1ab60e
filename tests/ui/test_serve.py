"""Serving, as far as it can be tried without a browser or a model."""

from __future__ import annotations

import tomllib
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest

from rag import SettingError
from tests.ui.conftest import served
from tests.ui.fakes import FakeAssistant
from ui import strings
from ui.address import Address, claim, url


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", "http://127.0.0.1:7860/"),
        ("0.0.0.0", "http://127.0.0.1:7860/"),
        ("::1", "http://[::1]:7860/"),
        ("example.org", "http://example.org:7860/"),
    ],
)
def test_address_to_open(host: str, expected: str) -> None:
    assert url(Address(host, 7860)) == expected


def test_second_page_at_one_address_is_refused() -> None:
    with served(FakeAssistant()) as address:
        port = int(address.rstrip("/").rpartition(":")[2])
        with pytest.raises(SettingError, match=f"cannot serve at 127.0.0.1:{port} .*; choose another port"):
            claim("127.0.0.1", port)


def test_proxy_of_the_machine_does_not_stand_between(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "")
    with served(FakeAssistant()) as address, build_opener(ProxyHandler({})).open(address) as page:
        assert page.status == 200


@pytest.mark.parametrize(
    ("table", "line"),
    [
        pytest.param(
            "ask.button\t提问\tAsk\n", "the page has no words for [a-z._]+; install Wenzheng again", id="missing"
        ),
        pytest.param("ask.button\t提问\n", "the words for ask.button are not one in each language; ", id="half"),
    ],
)
def test_missing_words_are_named_before_anything_is_served(
    monkeypatch: pytest.MonkeyPatch, table: str, line: str
) -> None:
    monkeypatch.setattr("ui.strings._texts", lambda: iter([table]))
    strings.table.cache_clear()
    try:
        with pytest.raises(SettingError, match=line), served(FakeAssistant()):
            pass
    finally:
        strings.table.cache_clear()


def test_everything_the_page_is_made_of_is_packed() -> None:
    root = Path(__file__).resolve().parents[2]
    packed = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    patterns = [pattern for pattern in packed["ui"] if "*" in pattern]
    left_out = [
        path.relative_to(root / "ui")
        for path in (root / "ui").rglob("*.*")
        if path.suffix not in (".py", ".pyc", ".typed")
        and not any(path.relative_to(root / "ui").match(pattern) for pattern in patterns)
    ]
    assert left_out == []
