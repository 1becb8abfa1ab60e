"""What stands in for recognition in tests of what goes wrong: sheet 1 ends the process, sheet 2 takes long."""

from __future__ import annotations

import os
import signal
from typing import Any


def look(data: bytes, is_pdf: bool, sheet: int) -> dict[str, Any]:
    """An empty sheet."""
    if sheet == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    while sheet == 2:
        pass
    return {"width": 9, "height": 9, "rows": [], "jpeg": ""}
