"""Ask what local government did, and get the newspaper's own words under every claim.

The names are those of `__init__.pyi`. A name's module is loaded when the name is first used (PEP 562): a process that only reads
files needs nothing that answers questions.
"""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.resources import files
from typing import Any


def _homes() -> dict[str, tuple[str, str]]:
    """Name -> its module, and what it is called there."""
    told = ast.parse(files(__name__).joinpath("__init__.pyi").read_text(encoding="utf-8"))
    imports = [line for line in told.body if isinstance(line, ast.ImportFrom)]
    return {alias.asname or alias.name: (str(line.module), alias.name) for line in imports for alias in line.names}


_HOMES = _homes()
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    """The value of a name of `__all__`, kept from then on. AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, there = _HOMES[name]
    value = globals()[name] = getattr(import_module(module), there)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
