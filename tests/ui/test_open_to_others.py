"""What must be said before anybody but oneself can reach the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag import SettingError
from ui.commands.serve import _accounts, _address
from ui.parser import build_parser


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
