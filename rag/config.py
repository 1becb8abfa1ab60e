"""One frozen configuration, passed explicitly."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from rag.errors import SettingError

SCHEMA = 9
"""Number of the index's layout on disk; an index of a smaller number is brought up to it when it is opened."""

BUNDLED = "multilingual-e5-small"
"""The default embedding model: its weights come with the program."""


@dataclass(frozen=True, slots=True)
class Config:
    """Where the index lies and what shapes it. `words` is a folder of the user's own word lists, or None.

    `store` is the URL of a server that keeps the index in place of the folder: postgresql://user@host/database.
    """

    index: Path = Path("index")
    model: str = BUNDLED
    words: Path | None = None
    store: str = ""

    def fingerprint(self) -> str:
        """A digest of every setting that changes what an index contains; stored with the index, checked on opening.

        Of the user's word lists it is what they say that counts, not where they lie. Raises SettingError where they
        are missing.
        """
        shaping = {k: str(v) for k, v in asdict(self).items() if k not in ("index", "store")} | {
            "schema": 1
        }  # as it always was
        shaping |= {"words": _digest(self.words)} if self.words else {}
        return hashlib.sha256(json.dumps(shaping, sort_keys=True).encode()).hexdigest()[:16]


def _digest(folder: Path) -> str:
    """What the tables of a folder say, whichever of them there are."""
    if not folder.is_dir():
        raise SettingError(f"there is no folder of word lists {folder}", "name an existing folder with --words")
    tables = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.tsv")}
    return json.dumps(tables, sort_keys=True)
