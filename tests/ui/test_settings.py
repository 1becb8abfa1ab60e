"""What may be set beforehand, where, and what counts before what."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path

import pytest

from rag import SettingError
from ui.options import apply_settings, settable
from ui.parser import build_parser

ROOT = Path(__file__).resolve().parents[2]


def parsed(*typed: str, **environment: str) -> Namespace:
    parser = build_parser()
    apply_settings(parser, environment)
    return parser.parse_args(typed)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_set_changes_nothing() -> None:
    assert vars(parsed("serve")) == vars(build_parser().parse_args(["serve"]))


def test_typed_before_environment_before_file(here: Path) -> None:
    (here / "wenzheng.toml").write_text('port = 8001\nhost = "0.0.0.0"\nindex = "from-file"\nmcp = true\n')
    found = parsed("serve", "--port", "8003", WENZHENG_PORT="8002", WENZHENG_INDEX="from-environment")
    assert (found.port, found.host, found.index, found.mcp) == (8003, "0.0.0.0", Path("from-environment"), True)


def test_what_all_commands_share_is_set_for_all() -> None:
    assert parsed("show", "people", WENZHENG_INDEX="x", WENZHENG_PORT="8001").index == Path("x")
    assert "port" not in vars(parsed("show", "people", WENZHENG_PORT="8001"))


def test_another_file_is_named(here: Path) -> None:
    (here / "mine.toml").write_text('words = "lists"\n')
    assert parsed("index", WENZHENG_SETTINGS="mine.toml").words == Path("lists")


@pytest.mark.parametrize(("given", "on"), [("1", True), ("yes", True), ("FALSE", False), ("0", False)])
def test_a_switch(given: str, on: bool) -> None:
    assert parsed("serve", WENZHENG_MCP=given).mcp is on


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        pytest.param(
            {"WENZHENG_PROT": "1"}, "WENZHENG_PROT is no setting; the settings are .*WENZHENG_PORT", id="name"
        ),
        pytest.param({"WENZHENG_PORT": "x"}, "WENZHENG_PORT: 'x' is no port; give", id="value"),
        pytest.param({"WENZHENG_MCP": "perhaps"}, "WENZHENG_MCP is 'perhaps'; give true or false", id="switch"),
        pytest.param({"WENZHENG_SETTINGS": "none.toml"}, "none.toml cannot be read", id="no such file"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(environment: dict[str, str], says: str) -> None:
    with pytest.raises(SettingError, match=says) as refused:
        parsed("serve", **environment)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param("prot = 1", "prot in wenzheng.toml is no setting; the settings are .*port", id="name"),
        pytest.param("port = 'x'", "port in wenzheng.toml: 'x' is no port", id="value"),
        pytest.param("port = [1]", "port in wenzheng.toml is .*; give a text or a number", id="kind"),
        pytest.param("port 1", "are not TOML", id="no TOML"),
    ],
)
def test_a_file_that_cannot_be_used(here: Path, content: str, says: str) -> None:
    (here / "wenzheng.toml").write_text(content)
    with pytest.raises(SettingError, match=says):
        parsed("serve")


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_table_of_settings_is_whole(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    rows = re.findall(r"^\| `--([\w-]+)` \| `WENZHENG_(\w+)` \| `(\w+)` \|", text, re.MULTILINE)
    assert sorted(key for _, _, key in rows) == settable(build_parser())
    assert all(option.replace("-", "_") == variable.lower() == key for option, variable, key in rows)


def test_version_and_completion(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        build_parser().parse_args(["--version"])
    assert left.value.code == 0
    assert re.fullmatch(r"wenzheng \d+\.\d+.*\n", capsys.readouterr().out)


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_shell_is_told_the_commands(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("shtab", reason="the library that writes completions is not installed")
    from ui.commands.completion import run

    assert run(parsed("completion", shell)) == 0
    script = capsys.readouterr().out
    assert all(word in script for word in ("index", "serve", "--rebuild", "wenzheng"))
