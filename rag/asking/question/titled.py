"""People called by family name and office: 陈书记, 马副市长."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Titled
from rag.tables import any_of
from rag.understanding import Lexicon

_BEFORE = "，,、。？?！!和与跟同由是随为对向给叫请的陪 "
"""Behind these a family name may begin; behind other characters it is the end of a word (姓陈, 全市)."""

_ADDRESS = re.compile(rf"(?:{any_of('address', 'asking_cues.tsv')}|长)$")
"""Offices people are called by; nobody says 陈常委 or 陈委员."""


def titled_in(question: str, words: Sequence[str], lexicon: Lexicon, names: Sequence[str]) -> tuple[Titled, ...]:
    """Each family name that stands directly before an office, where it is not the end of a longer word or of one of the names
    that the question gives (王海林副主任)."""
    ends = {sum(map(len, words[: k + 1])): w for k, w in enumerate(words)}
    found = []
    for match in lexicon.patterns["office"].finditer(question):
        at = match.start() - 1
        if at < 0 or question[at] not in lexicon.surnames or question[at] in lexicon.rare_surnames:
            continue
        named = any(len(n) > 1 and question.endswith(n, 0, match.start()) for n in names)
        whole = named or len(ends.get(match.start(), question[at])) > 1
        if not whole and (at == 0 or question[at - 1] in _BEFORE) and _ADDRESS.search(match.group()):
            found.append(Titled(question[at], match.group()))
    return tuple(dict.fromkeys(found))
