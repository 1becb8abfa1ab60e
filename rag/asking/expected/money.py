"""How much money: a sum, of what is asked about."""

from __future__ import annotations

import re

from rag.asked import Frame
from rag.asking.expected import quantity
from rag.asking.matching.candidates import Candidate
from rag.records import Passage

_SUM = re.compile(r"[\d〇零一二两三四五六七八九十百千万亿几][余多]?(?:美|欧|日|港)?(?:元|块钱)")


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence prints a sum, of what is asked about."""
    return _SUM.search(passage.text) is not None and quantity.holds(query, passage, candidate)
