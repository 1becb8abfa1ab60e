"""What the READMEs tell a reader to type is what the command understands, in both languages alike."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.zh.md")
DOCUMENTS = (*READMES, "seeds/README.md")
_INLINE = re.compile(r"`(?:\.venv/bin/)?(wenzheng [^`\n]+)`")
_BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)


@pytest.fixture
def parser() -> argparse.ArgumentParser:
    from ui.cli import build_parser

    return build_parser()


def _commands(document: str) -> list[str]:
    """Every `wenzheng …` of a document, in code spans and in shell blocks, in order of occurrence."""
    text = (ROOT / document).read_text(encoding="utf-8")
    found = [(m.start(), m[1]) for m in _INLINE.finditer(text)]
    for block in _BLOCK.finditer(text):
        steps = (step.strip().removeprefix(".venv/bin/") for step in re.split(r"\n|&&", block[1]))
        found += [(block.start(), step) for step in steps if step.startswith("wenzheng ")]
    return [command for _, command in sorted(found, key=lambda pair: pair[0])]


@pytest.mark.parametrize(
    ("document", "command"), [(d, c) for d in DOCUMENTS for c in dict.fromkeys(_commands(d))], ids=lambda value: value
)
def test_command_is_understood(document: str, command: str, parser: argparse.ArgumentParser) -> None:
    parsed = parser.parse_args(shlex.split(command)[1:])
    assert isinstance(parsed, argparse.Namespace)


def test_both_languages_list_the_same_commands() -> None:
    english, chinese = map(_commands, READMES)
    assert english == chinese
    assert len(english) > 10


@pytest.mark.parametrize("readme", READMES)
def test_every_subcommand_is_described(readme: str, parser: argparse.ArgumentParser) -> None:
    choices = next(a.choices for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    assert {c.split()[1] for c in _commands(readme)} == set(choices)


@pytest.mark.parametrize("readme", READMES)
def test_set_up_is_two_lines(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    lines = [
        line for block in _BLOCK.findall(text) for line in block.splitlines() if line.startswith("python3 -m venv")
    ]
    assert [line.rpartition("&& .venv/bin/")[2] for line in lines] == ["wenzheng serve", "pytest -n 2"]


@pytest.mark.parametrize("readme", READMES)
def test_every_file_of_the_tree_that_is_named_is_there(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    tree = re.search(r"```\n(seeds/.*?)```", text, re.DOTALL)
    assert tree
    folder, named = Path(), []
    for line in tree[1].splitlines():
        name = line.split()[0]
        folder = folder if line.startswith(" ") else Path(name)
        named.append(folder / name if line.startswith(" ") else folder)
    assert [str(path) for path in named if not (ROOT / path).exists()] == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"grep -m1 -E '([^']+)' README\.md", script)
    assert pattern
    assert len(re.findall(pattern[1], (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)) == 1
