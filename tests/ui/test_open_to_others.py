"""What must be said before anybody but oneself can reach the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from rag import SettingError
from tests.ui.conftest import NO_PAGES
from tests.ui.fakes import FakeAssistant
from tests.ui.gate.wire import free_port
from ui.commands.serve import _accounts, _address, run
from ui.parser import build_parser

Told = Callable[..., str]


def options(*given: str) -> object:
    return build_parser().parse_args(["serve", *given])


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "news.example"])
def test_others_need_an_account_or_a_word(host: str) -> None:
    with pytest.raises(SettingError, match=r"bring files and delete pages; make accounts .* --without-password"):
        _accounts(options("--host", host))  # type: ignore[arg-type]
    assert _accounts(options("--host", host, "--without-password")) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_this_machine_needs_none(host: str) -> None:
    assert _accounts(options("--host", host)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "given", [["--certificate", "c.pem"], ["--key", "k.pem"], ["--certificate", "c", "--key", "k"]]
)
def test_a_certificate_and_its_key_belong_together(given: list[str]) -> None:
    with pytest.raises(SettingError):
        _address(options(*given))  # type: ignore[arg-type]


def test_a_file_without_accounts_lets_nobody_in(tmp_path: Path) -> None:
    pytest.importorskip("argon2", reason="what keeps passwords is not installed")
    from ui.gate.account import Role
    from ui.gate.accounts import Accounts

    with pytest.raises(SettingError, match="there is no account"):
        _accounts(options("--accounts", str(tmp_path / "a.json")))  # type: ignore[arg-type]
    Accounts(tmp_path / "a.json").put("wang", "a long password", Role.EDITOR)
    for more in ((), ("--mcp",)):
        assert _accounts(options("--accounts", str(tmp_path / "a.json"), *more))  # type: ignore[arg-type]


class Opened(FakeAssistant):
    """As the command has it: it knows no folder, and its index is of this version."""

    def folder(self) -> None:
        return None

    def outdated(self) -> bool:
        return False


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """What `wenzheng serve` writes to stderr until it is ended."""

    @contextmanager
    def opened(*_: object) -> Iterator[Opened]:
        yield Opened()

    class Ended:
        def wait(self) -> None:
            raise KeyboardInterrupt

    def serving(*given: str) -> str:
        with pytest.raises(KeyboardInterrupt):
            run(options("--port", str(free_port()), "--index", str(tmp_path), "--pages", str(NO_PAGES), *given))  # type: ignore[arg-type]
        return capsys.readouterr().err

    class Page:
        def close(self) -> None:
            return None

    monkeypatch.setattr("ui.commands.serve._opened", opened)
    monkeypatch.setattr("ui.serve.start", lambda *_: Page())
    monkeypatch.setattr("ui.commands.serve.threading", SimpleNamespace(Event=Ended))
    return serving


@pytest.fixture
def accounts(tmp_path: Path) -> str:
    pytest.importorskip("argon2", reason="what keeps passwords is not installed")
    from ui.gate.account import Role
    from ui.gate.accounts import Accounts

    Accounts(tmp_path / "a.json").put("wang", "a long password", Role.EDITOR)
    return str(tmp_path / "a.json")


def test_passwords_that_others_can_read_are_told_once(told: Told, accounts: str) -> None:
    line = told("--host", "0.0.0.0", "--accounts", accounts)
    assert line.count("travel as plain text") == 1
    assert line.startswith("wenzheng: at 0.0.0.0:")
    assert "give --certificate and --key, or serve at 127.0.0.1 behind a proxy with TLS\n" in line


def test_a_page_without_a_password_is_told_once(told: Told) -> None:
    line = told("--host", "0.0.0.0", "--without-password")
    assert line.count("may ask, bring files and delete pages without a password") == 1
    assert line.endswith("give --accounts accounts.json to ask for one\n")


def test_nothing_is_told_where_nobody_else_reaches_it_or_passwords_travel_safely(
    told: Told, accounts: str, tmp_path: Path
) -> None:
    for name in ("c.pem", "k.pem"):
        (tmp_path / name).touch()
    tls = ("--certificate", str(tmp_path / "c.pem"), "--key", str(tmp_path / "k.pem"))
    assert told("--host", "127.0.0.1", "--accounts", accounts) == ""
    assert told("--host", "127.0.0.1", "--without-password") == ""
    assert told("--host", "0.0.0.0", "--accounts", accounts, *tls) == ""
