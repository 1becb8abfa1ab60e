"""Every regular expression of the project: compiled as its modules are loaded, in its tables, written where it is used, or
built while it works."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

from tests.linear.built import built
from tests.linear.recorded import ANCHORED, ROOMS, ROOT, Made
from tests.linear.shapes import shape

LOADING = frozenset(
    (
        "rag.asking.question.glossary._table",
        "rag.asking.reranking.bundled_reader",
        "rag.mentions.names.load_name_model",
        "rag.reading.pictures.look._eye",
    )
)
"""Functions without parameters that load a model or a dictionary, and no pattern."""

USES = frozenset(("search", "match", "fullmatch", "sub", "subn", "findall", "finditer", "split"))


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern, the first place where it was found, and whether it is only ever tried at the beginning of a text."""

    place: str
    pattern: re.Pattern[Any]
    anchored: bool = False


def every_pattern() -> list[Found]:
    """Each once, by place."""
    found: dict[tuple[str | bytes, int], Found] = {}
    sources = [path.read_text(encoding="utf-8") for path in _modules()]
    for path in _modules():
        place = path.relative_to(ROOT).as_posix()
        module = importlib.import_module(place.removesuffix(".py").replace("/", ".").removesuffix(".__init__"))
        for name, value in vars(module).items():
            for one in _held(value):
                anchored = value is one and _anchored(name, path, sources)
                found.setdefault((one.pattern, one.flags), Found(place, one, anchored))
        for text, flags in _written(path):
            one = re.compile(text, flags)
            found.setdefault((one.pattern, one.flags), Found(place, one))
    for place, one in _tabled():
        found.setdefault((one.pattern, one.flags), Found(place, one))
    for made in one_of_each():
        one = re.compile(made.pattern, made.flags)
        before = found.setdefault((one.pattern, one.flags), Found(made.place, one, made.anchored))
        if before.anchored and not made.anchored:
            found[one.pattern, one.flags] = Found(made.place, one)
    return sorted(found.values(), key=lambda f: (f.place, str(f.pattern.pattern)))


def one_of_each() -> list[Made]:
    """Of the patterns that one line built, one of each shape, the longest: a thousand names in one place are one pattern."""
    kept: dict[tuple[str, int, str, bool], Made] = {}
    for made in sorted(built(), key=lambda m: len(m.pattern)):
        kept[made.place, made.line, shape(re.compile(made.pattern, made.flags)), made.anchored] = made
    return list(kept.values())


def _anchored(name: str, path: Path, sources: list[str]) -> bool:
    """Whether all that is done with what has this name, here or where it is imported, begins at a text's beginning."""
    where = [path.read_text(encoding="utf-8"), *(s for s in sources if re.search(rf"import .*\b{name}\b", s))]
    uses = {use for source in where for use in re.findall(rf"\b{name}\b\.(\w+)\b", source)}
    return bool(uses) and uses <= ANCHORED


def _modules() -> Iterator[Path]:
    return (p for room in ROOMS for p in sorted((ROOT / room).rglob("*.py")))


def _tabled() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Patterns that are made of tables when they are first needed."""
    for name, module in sorted(sys.modules.items()):
        if name.split(".")[0] not in ROOMS:
            continue
        for function in vars(module).values():
            if not isinstance(function, _lru_cache_wrapper) or function.__module__ != name:
                continue
            whole = f"{name}.{function.__name__}"
            if not inspect.signature(function).parameters and whole not in LOADING:
                yield from ((whole, one) for one in _held(function()))


def _held(value: object, within: int = 4) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value, and in what it holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif within and isinstance(value, dict):
        for one in value.values():
            yield from _held(one, within - 1)
    elif within and isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _held(one, within - 1)
    elif within and hasattr(type(value), "__slots__") and type(value).__module__.split(".")[0] in ROOMS:
        for name in type(value).__slots__:
            yield from _held(getattr(value, name, None), within - 1)


def _written(path: Path) -> Iterator[tuple[str, int]]:
    """Patterns that stand where they are used, as far as they are one literal, and their flags."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
            continue
        of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        literal = node.args[0]
        if of_re and node.func.attr in USES and isinstance(literal, ast.Constant) and isinstance(literal.value, str):
            yield literal.value, re.IGNORECASE if "re.I" in ast.unparse(node) else 0
