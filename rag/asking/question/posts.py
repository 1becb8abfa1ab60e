"""The offices of a question with what is written before them, which tells of what body they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asking.matching.bodies import is_body, last_run, of_town, split

BEFORE = 16
"""Characters before an office in which its body is written."""


def posts_in(question: str, offices: Sequence[str]) -> tuple[str, ...]:
    """Each of the offices with the Chinese before it, in order; of two that overlap the longer one."""
    words = "|".join(map(re.escape, sorted(offices, key=len, reverse=True)))
    found = re.finditer(words, question) if words else ()
    return tuple(dict.fromkeys(last_run(question[max(0, m.start() - BEFORE) : m.end()]) for m in found))


def posts_of(words: Sequence[str], offices: Sequence[str]) -> tuple[str, ...]:
    """The same of an English question's Chinese words, where a body may be a word of its own (教育局, 局长)."""
    bodies = [w for w in words if is_body(w) and not w.endswith(tuple(offices))]
    told = [w for w in words if w.endswith(tuple(offices))]
    alone = [w for w in told if not split(w)[0] and not of_town(w)]
    return (*(w for w in told if w not in alone or not bodies), *(body + w for body in bodies for w in alone))
