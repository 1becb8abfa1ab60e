"""Each file of an index cut short, altered, gone, or in the place of another's: never a wrong text, and mended or told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from rag.config import Config
from rag.indexing import back_up, check_index, open_indexes, restore
from rag.indexing.engines.files import FILE, LOCK, VECTORS
from rag.indexing.engines.sqlite_errors import explained
from tests.fakes import HashingEncoder, write_pages
from tests.faults.acts import BASE, built, one_line
from tests.indexing.test_live import MARKET

FILES = (FILE, VECTORS, LOCK)
CUTS = (0.0, 0.01, 0.5, 0.99)
"""Shares of a file that are left."""


def damages(flips: int) -> Iterator[tuple[str, Callable[[Path, Path], object]]]:
    """Names of damages and what does each to a file, given the same file of another index; `flips` bytes are altered, one
    at a time."""
    yield "deleted", lambda path, other: path.unlink()
    yield "of another index", lambda path, other: shutil.copyfile(other, path)
    yield "of something else", lambda path, other: path.write_bytes(b"\x89something else" * 700)
    for share in CUTS:
        yield f"cut to {share:.0%}", lambda path, other, s=share: _cut(path, s)
    for k in range(flips):
        yield f"flipped at {k} of {flips}", lambda path, other, k=k: _flip(path, (k + 0.5) / flips)


def damaged(place: Path, flips: int) -> int:
    """Every damage of every file; how many there were."""
    whole, other = Config(index=place / "whole"), Config(index=place / "other")
    built(whole, [write_pages(place / "pages", BASE)])
    built(other, [write_pages(place / "others", {"a.txt": MARKET, "z.txt": BASE["b.txt"]})])
    texts = {**_texts(whole)}
    count = 0
    for name in FILES:
        for what, damage in damages(flips):
            now = Config(index=place / "now")
            shutil.rmtree(now.index, ignore_errors=True)
            shutil.copytree(whole.index, now.index)
            damage(now.index / name, other.index / name)
            known = {**_texts(other)} if (name, what) == (FILE, "of another index") else texts
            _right_or_told(now, known, f"{name} {what}")
            built(now, [place / "pages"], rebuild=True)
            assert check_index(now).whole, f"{name} {what} is not mended"
            assert _texts(now) == texts
            count += 1
    return count


def _right_or_told(config: Config, known: Mapping[str, str], what: str) -> None:
    """Whoever reads gets what was written, or a line about the damage; what the check finds whole is found by its own
    vectors."""
    with one_line():
        assert _texts(config) == known, what
        assert not check_index(config).whole or _found(config), what


def _texts(config: Config) -> Mapping[str, str]:
    indexes = open_indexes(config, HashingEncoder())
    with explained(config.index), indexes.store.engine.done():
        return {page.name: page.text for page in indexes.store.pages()}


def _found(config: Config) -> bool:
    """Whether every passage's vector finds that passage."""
    indexes = open_indexes(config, HashingEncoder())
    with explained(config.index), indexes.store.engine.done():
        texts = {p.id: p.text for p in indexes.store.passages_where("")}
        pairs = ((i, v) for ids, vectors in indexes.store.vectors() for i, v in zip(ids, vectors, strict=True))
        return all(i in [hit for hit, _ in indexes.dense.search(v, 5)] and i in texts for i, v in pairs)


def _cut(path: Path, share: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])


def _flip(path: Path, share: float) -> None:
    data = bytearray(path.read_bytes())
    if data:
        data[int(len(data) * share)] ^= 0x55
    path.write_bytes(data)


def backups_damaged(place: Path) -> int:
    """Every damage of a backup: it is refused in one line and the index stays, or it comes back whole."""
    config = Config(index=place / "index")
    built(config, [write_pages(place / "pages", BASE)])
    texts, count = _texts(config), 0
    back_up(config, place / "copy")
    for name in (FILE, "backup.json"):
        for what, damage in damages(8):
            if what == "of another index":
                continue
            shutil.rmtree(place / "now", ignore_errors=True)
            shutil.copytree(place / "copy", place / "now")
            damage(place / "now" / name, place / "none")
            with one_line():
                restore(config, place / "now")
            assert _texts(config) == texts, what
            count += 1
    assert check_index(config).whole
    return count
