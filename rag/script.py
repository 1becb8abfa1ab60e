"""Characters as they are read: one script, whole characters for their radicals, one dot for all; nothing moves.

A PDF may print 市长 in radicals (⻓) and compatibility ideographs, a page the joint of a foreign name in any of five dots.
Each is one character that means another one, so a text as read is as long as it was and every offset holds for both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rag.tables import rows
from rag.text import is_traditional, simplified

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003347f〇"
"""What a class of a pattern holds that stands for any Chinese character, those of every extension included."""

DOT = "·"
"""Between the parts of a name from another tongue."""

_ODD = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
_DOT = re.compile(rf"(?<=[{HAN}])(?:[•・‧∙⋅･]|(?<![一二三四五六七八九十])．)(?=[{HAN}])")
"""Any of the dots between Chinese characters; a full-width one behind a numeral numbers a heading (一．概况)."""


def as_read(text: str) -> str:
    """The text in whole characters, joined by one kind of dot, in simplified ones where it is printed in traditional ones."""
    whole = _DOT.sub(DOT, _ODD.sub(lambda m: _whole(m.group()), text))
    return simplified(whole) if is_traditional(whole) else whole


@lru_cache(maxsize=1024)
def _whole(char: str) -> str:
    folded = _radicals().get(char) or unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


@lru_cache(maxsize=1)
def _radicals() -> dict[str, str]:
    return {radical: whole for radical, whole, *_ in rows("radicals.tsv")}
