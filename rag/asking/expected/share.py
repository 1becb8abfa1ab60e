"""What share: a percentage, or a part told in words."""

from __future__ import annotations

import re

from rag.asked import Frame
from rag.asking.expected import quantity
from rag.asking.matching.candidates import Candidate
from rag.records import Passage

_SHARE = re.compile(r"[%％‰]|百分之|成(?![立为员效果])|全部|零|倍")


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence prints a share, of what is asked about."""
    return _SHARE.search(passage.text) is not None and quantity.holds(query, passage, candidate)
