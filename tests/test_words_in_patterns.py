"""The house rule that word lists are data: how many still stand inside patterns, which may not become more.

What counts is a group of a pattern of which five alternatives or more are words, of two characters or more. Those that
are left are grammar: prepositions, conjunctions, pronouns, numerals, parts of a day.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST = 34
"""Lists inside patterns: lower it when one is moved to `rag/data`."""
LEAST = 5
"""Words from which on they are a list."""

_WORD = re.compile(r"[一-鿿A-Za-z]{2,}")
_OPENING = re.compile(r"\(\?(?:[:=!>]|<[=!]|P<\w+>)|\(")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_LOOKED_AT = "\N{NULL}"
"""Stands for a look-around, which makes a word no less one."""


def word_lists(source: str) -> list[list[str]]:
    """The words of each list that stands inside a string of a program, docstrings aside."""
    groups = (group for text in _strings(ast.parse(source)) if "|" in text for group in _groups(text))
    found = ([word for one in group if (word := _word(one))] for group in groups)
    return [words for words in found if len(words) >= LEAST]


def _strings(tree: ast.AST) -> Iterator[str]:
    """Strings that are joined where they stand are one; what an f-string puts in is none of its words."""
    nodes = list(ast.walk(tree))
    inside = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    inside |= {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value


def _groups(pattern: str) -> list[list[str]]:
    """The alternatives of each group of a pattern, and of the whole, without what stands in groups inside them."""
    open_groups, done, looking, at = [[""]], [], [False], 0
    while at < len(pattern):
        if pattern[at] == "\\" or (cut := _CLASS.match(pattern, at)):
            end = at + 2 if pattern[at] == "\\" else cut.end()
            open_groups[-1][-1] += "[]"
        elif opening := _OPENING.match(pattern, at):
            end = opening.end()
            open_groups.append([""])
            looking.append(opening.group()[-1] in "=!")
        elif pattern[at] == ")" and len(open_groups) > 1:
            end = at + 1
            done.append(open_groups.pop())
            open_groups[-1][-1] += _LOOKED_AT if looking.pop() else "()"
        elif pattern[at] == "|":
            end = at + 1
            open_groups[-1].append("")
        else:
            end = at + 1
            open_groups[-1][-1] += pattern[at]
        at = end
    return [*done, *open_groups]


def _word(alternative: str) -> str:
    word = alternative.replace(_LOOKED_AT, "").strip("^$ ")
    return word if _WORD.fullmatch(word.replace("?", "").replace(" ", "")) else ""


def test_no_more_word_lists_stand_inside_patterns() -> None:
    modules = [path for room in ("rag", "ui") for path in sorted((ROOT / room).rglob("*.py"))]
    found = [
        f"{path.relative_to(ROOT)}: {'|'.join(words)}"
        for path in modules
        for words in word_lists(path.read_text(encoding="utf-8"))
    ]
    assert len(found) <= MOST, "put the new one into a table of rag/data (rag.tables.any_of):\n" + "\n".join(found)


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param('r"督查|调研|检查|走访|慰问"', id="alone"),
        pytest.param('r"在(?:督查(?!组)|调研|检查了?|走访|慰问)"', id="with what may follow"),
        pytest.param('r"在[^，]{2}(?:督查|调研" r"|检查|走访|慰问)"', id="in two pieces"),
        pytest.param("rf\"{x}(?:\\d{{2}}|督查|调研|检查|走访|慰问)\"", id="in a string with places"),
        pytest.param('r"(?:chair|open|close|visit|inspect)(?:ed|s)"', id="in English"),
    ],
)  # fmt: skip
def test_list_is_found(pattern: str) -> None:
    assert [len(words) for words in word_lists(f"_P = re.compile({pattern})")] == [5]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('_P = re.compile(r"督查|调研|检查|走访")', id="four"),
        pytest.param('_P = re.compile(r"[督查|调研|检查|走访|慰问]")', id="characters"),
        pytest.param('_P = re.compile(r"在|到|赴|往|向|对")', id="single characters"),
        pytest.param("_P = re.compile(rf\"(?:{any_of('visits')})了?\")", id="from a table"),
        pytest.param('"""督查|调研|检查|走访|慰问"""', id="docstring"),
        pytest.param('_P = re.compile(r"(?:督查|调研)(?:检查|走访|慰问)")', id="in two groups"),
    ],
)
def test_no_list_is_found(source: str) -> None:
    assert word_lists(source) == []
