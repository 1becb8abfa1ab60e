"""Where the words of whoever spoke last end: at somebody else's, at what the reporter does, at what belongs to the page."""

from __future__ import annotations

import re

from rag.tables import any_of

_OF_THE_PAGE = re.compile(
    rf"{any_of('page_ends')}|^广告[ 　]|^[*＊]"
    r"|^[（(](?:完|[^（）()]{0,30}(?:编辑|记者|通讯员|[网报])[^（）()]{0,20})[）)]"
)
_REPORTER = re.compile(r"(?:随后|对此|之后|目前|当天)?[，,]?记者(?!会|站|招待|节)")
_OTHER = re.compile(
    r"(?:[^，,。；;“”]{0,12}[，,])?(?!.{0,2}(?:[他她其]|发言人|文章|文中)|.{0,4}(?:会议|会商)|并|还|也|同时)[^，,。；;“”：:]{2,24}"
    rf"(?:说|称|显示|介绍|{any_of('saying')})[，,：:“]"
)
_QUOTATION = re.compile(r"“[^“”]*”$")


def ended(text: str) -> bool:
    """Whether a sentence in which nobody known acts is no more of what was being said."""
    return any(p.match(text) for p in (_REPORTER, _OTHER)) or _OF_THE_PAGE.search(text) is not None


def quotation(text: str) -> bool:
    """Whether a sentence is nothing but words quoted, which may be of whoever is named next."""
    return _QUOTATION.match(text) is not None
