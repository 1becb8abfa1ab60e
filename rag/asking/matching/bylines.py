"""Who only signed: reporters, photographers and editors are named on every page and did nothing of what it tells."""

from __future__ import annotations

import re

_NAMES = r"(?:[㐀-鿿]{2,4}[\s、,，/／]*(?:(?:通讯员|实习生|摄影|文|图|摄)[\s:：/／]*)*){1,8}"
_SIGNED = re.compile(
    r"[（(【\[][^）)】\]]{0,12}(?:记者|通讯员|实习生|摄影|摄|文|图|编辑|作者)[^）)】\]]{0,60}[）)】\]]"
    rf"|(?:见习|首席|全媒体|融媒体|本报|日报|晚报|网)?(?:记者|通讯员|实习生|责任编辑|责编|编辑|校对|摄影)[\s:：]+{_NAMES}"
    r"|[㐀-鿿]{2,4}\s*(?:摄影报道|摄影|摄|文/图)(?![㐀-鿿])"
)


def unsigned(text: str) -> str:
    """The text without the names of those who wrote it, took its pictures or read it over."""
    return _SIGNED.sub(" ", text)
