"""The same for what is printed on sheets. Its libraries are loaded before the process is bound to its memory: the threads of
numpy reserve more addresses the more cores there are.
"""

from __future__ import annotations

from typing import Any

from rag.reading.contents import told
from rag.reading.ofd import read_ofd
from rag.reading.pdf import read_printed


def printed(data: bytes, suffix: str) -> dict[str, Any]:
    """What a .pdf or .ofd holds. PageError as its reader raises, and where it is too much."""
    if suffix == ".ofd":
        return told(data, suffix, {0: read_ofd(data)})
    found = read_printed(data)
    return told(data, suffix, found.texts, found.seen, found.why)
