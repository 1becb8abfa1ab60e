"""Work for a process that reads files: it says what was loaded to read one."""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec


def loaded(data: bytes, suffix: str) -> list[str]:
    from rag.reading.contents import contents

    contents(data, suffix)
    return sorted(sys.modules)


def _without_what_it_imports(package: str) -> None:
    """The package is there as the process has that around its own work."""
    found = find_spec(package)
    assert found
    sys.modules[package] = module_from_spec(found)


if "rag.indexing" not in sys.modules:  # in that process, and not where tests are collected
    _without_what_it_imports("rag.reading")
