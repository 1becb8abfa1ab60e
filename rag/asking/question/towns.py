"""Towns that a question calls by their bare name (海州), which reads like somebody's: only a newspaper's name, or that of a
body (海州市公安局), may tell that it is a town's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.indexing import Store, lookup

SEEN = 20
"""Sentences looked at for how the name is printed."""

_KIND = "[省市区县州旗盟镇乡](?!长)"
_TODAY = "今日"


def is_town(name: str, store: Store, newspapers: Sequence[str]) -> bool:
    """Whether the name begins that of a newspaper, or every sentence that prints it goes on with a town's kind (海州市, but
    not 高明乡长)."""
    if any(paper.removeprefix(_TODAY).startswith(name) for paper in newspapers):
        return True
    by_itself = re.compile(rf"{re.escape(name)}(?!{_KIND})")
    texts = lookup.printing(store, name, SEEN)
    return bool(texts) and not any(by_itself.search(text) for text in texts)
