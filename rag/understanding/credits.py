"""Whose names stand on a page because they wrote, edited or photographed: they take part in nothing it tells."""

from __future__ import annotations

import re

from rag.script import HAN
from rag.tables import any_of

REACH = 24
"""Characters before a name within which the word stands that makes it a credit (本报记者、通讯员), with others credited."""

SIGNATURE = 160
"""Characters before a name in which the bracket of a signature, with the names before it, opens."""

_BEFORE = re.compile(
    rf"(?:{any_of('credited')}|(?<![{HAN}])[审摄文图编])"
    rf"[:：\s/／、】\])）]*(?:[{HAN}]{{2,4}}[\s/／、]+){{0,4}}$"
)
_SENTENCE_ENDS = frozenset("。！？!?”）)")
_TAKEN = "摄"
_BEHIND = re.compile(r"[ \u3000]?(?:摄(?=[\s（(）)“”。，,]|$)|供图|[图文](?=[\s“：:/／）)。]|$))")


_DATELINE = re.compile(r"(?:电|讯|消息|报道)\s*[（(][^（）()]{0,40}$")
_SIGNED = re.compile(r"(?:^|[。！？”’…\n])\s{0,20}[（(]\s{0,20}(?:[\u4e00-\u9fff·]{2,8}[\s、]{1,20}){0,3}$")
_CLOSES = re.compile(r"(?:[\s、]+[\u4e00-\u9fff·]{2,8}){0,4}\s*[)）]")


def credited(text: str, start: int, end: int) -> bool:
    """Whether the name at `[start, end)` is a credit: behind 记者 or another one credited, before 摄 and 图, or alone in brackets
    behind 本报讯 or a whole sentence. What a caption's end runs into (。某某摄为进一步…) does not matter."""
    before = text[max(0, start - REACH) : start]
    near = max(0, start - SIGNATURE)
    signed = (_DATELINE.search(text, near, start) or _SIGNED.search(text, near, start)) and _CLOSES.match(text, end)
    caption = text.startswith(_TAKEN, end) and (start == 0 or text[start - 1] in _SENTENCE_ENDS)
    return bool(signed) or caption or _BEFORE.search(before) is not None or _BEHIND.match(text, end) is not None
