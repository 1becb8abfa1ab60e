"""Who only signed: reporters, photographers and editors are named on every page and did nothing of what it tells."""

from __future__ import annotations

import re

from rag.tables import any_of

_NAMES = r"(?:[㐀-鿿]{2,4}[\s、,，/／]*(?:(?:通讯员|实习生|摄影|文|图|摄)[\s:：/／]*)*){1,8}"
_SIGNED = re.compile(
    rf"[（(【\[][^）)】\]]{{0,12}}(?:{any_of('credited')}|摄|文|图)[^）)】\]]{{0,60}}[）)】\]]"
    rf"|(?:{any_of('reporter_kinds', 'asking_cues.tsv')})?(?:{any_of('credited')}|责任编辑)[\s:：]+{_NAMES}"
    r"|[㐀-鿿]{2,4}\s*(?:摄影报道|摄影|摄|文/图)(?![㐀-鿿])"
)


def unsigned(text: str) -> str:
    """The text without the names of those who wrote it, took its pictures or read it over."""
    return _SIGNED.sub(" ", text)
