"""The log of who came in and who changed what: a JSON object a line, which is only ever added to."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from ui.gate.accounts import ONLY_OURS
from ui.problems import report

LONGEST = 300
"""Characters that are kept of anything a client names."""


class Audit:
    """Appends to a file; None keeps nothing. What cannot be written is reported and stops nobody."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._turn = Lock()

    def note(self, who: str, did: str, what: str = "", where: str = "") -> None:
        """`who` (empty where no names are asked for) `did` something to `what`, from an address."""
        if self.path is None:
            return
        at = datetime.now(UTC).isoformat(timespec="seconds")
        line = {"at": at, "who": who[:LONGEST], "did": did, "what": what[:LONGEST], "from": where}
        try:
            with self._turn, open(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, ONLY_OURS), "ab") as file:
                file.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        except OSError as error:
            report(error)
