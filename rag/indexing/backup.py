"""The whole of an index in one file beside a digest, made and brought back while it is asked and changed.

The vectors for searching are made again from the copied database, which holds them. Corrections, kept beside the index,
lie in the copy too; those that are brought back join those that are there.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

from rag.config import Config
from rag.corrections import Ledger, ledger_of
from rag.errors import IndexUnusableError, RagError
from rag.indexing.anew import continued
from rag.indexing.checking import Health, check_index
from rag.indexing.engines.chosen import engine_of
from rag.indexing.engines.files import FILE
from rag.indexing.engines.sqlite import SqliteEngine
from rag.indexing.opening import open_store
from rag.indexing.store import Store
from rag.indexing.storing import prepare
from rag.lasting import put_in_place

NOTE = "backup.json"
"""Says what the copy is: the digest of its database, when it was made, and how many pages it holds."""


def back_up(config: Config, folder: Path) -> Health:
    """Copy the index as it is at one moment into a new folder, which is an index too; how the copy is, read again.

    RagError where the folder holds something already or cannot be written; IndexUnusableError where there is no index.
    """
    copied = replace(config, store="", index=folder)
    store = open_store(config)
    try:
        if folder.exists() and any(folder.iterdir()):
            raise RagError(f"{folder} is not empty", "name a folder that is not there yet")
        folder.mkdir(parents=True, exist_ok=True)
        with store.engine.explained(), store.engine.done():
            store.engine.copy_to(folder / FILE)
        _copy_corrections(config, folder)
        _with_vectors(Store(SqliteEngine(folder)))
        health = check_index(copied)
        _write_note(folder, health)
    except OSError as error:
        raise RagError(f"{folder} cannot be written ({error.strerror})", "name another folder") from error
    return health


def restore(config: Config, folder: Path) -> Health:
    """Put a backup in the place of the index, whole or not at all, while it may be asked; how it is then.

    RagError where the backup is none, or not as it was written; IndexUnusableError where it is of other settings.
    """
    _check_note(folder)
    engine = engine_of(config)
    with engine.building(), engine.explained(), engine.beside() as fresh:
        fresh.fill_from(folder / FILE)
        store = Store(fresh)
        try:
            with fresh.done():
                prepare(store, config)
                continued(store, engine)
        except IndexUnusableError as error:
            raise IndexUnusableError(error.fact.replace(fresh.where, str(folder)), error.remedy) from error
        _with_vectors(store)
    ledger_of(config).take_over(Ledger(folder))  # what was corrected since the backup stays: it is nowhere else
    return check_index(config)


def _copy_corrections(config: Config, folder: Path) -> None:
    """All that can be read of them, also where a file of them is damaged."""
    ledger = ledger_of(config)
    if told := ledger.text():
        part = folder / f"{ledger.path.name}.part"
        part.write_bytes(told)
        put_in_place(part, folder / ledger.path.name)


def _with_vectors(store: Store) -> None:
    with store.engine.explained(), store.engine.done():
        store.engine.nearest.renew(store)


def _write_note(folder: Path, health: Health) -> None:
    note = {"sha256": _digest(folder), "made": datetime.now(UTC).isoformat(timespec="seconds"), "pages": health.pages}
    part = folder / f"{NOTE}.part"
    part.write_text(json.dumps(note) + "\n", encoding="utf-8")
    put_in_place(part, folder / NOTE)


def _check_note(folder: Path) -> None:
    try:
        known = json.loads((folder / NOTE).read_text(encoding="utf-8"))["sha256"]
        found = _digest(folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RagError(f"{folder} is no whole backup", "name a folder that wenzheng backup made") from error
    if known != found:
        raise RagError(f"the backup in {folder} is damaged: it does not have its digest", "take an older one")


def _digest(folder: Path) -> str:
    with (folder / FILE).open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
