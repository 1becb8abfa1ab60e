"""An e-paper's web page -> its text: what a reader would see, a line a paragraph."""

from __future__ import annotations

import re
from typing import Any

from rag.errors import PageError
from rag.reading.plain import decode

UNSEEN = ("script", "style", "noscript", "template", "head", "nav", "select", "button", "svg", "iframe", "object")
"""Elements of which a reader sees nothing, or only ways to other pages."""

INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    ]
)
"""Elements that do not break a line; all others do."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
HEAD = 4096
"""Bytes in which a page must declare its encoding."""


def read_web(data: bytes) -> str:
    """Text of an HTML page, paragraphs apart by an empty line. Raises PageError for what is not HTML text."""
    from lxml import etree, html

    text = _declared(data) or decode(data)
    try:
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise PageError("is not a web page", "save it again as HTML, or as text") from error
    etree.strip_elements(root, *UNSEEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        _collect(pieces, event, element)
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in "".join(pieces).split("\0"))
    return "\n\n".join(line for line in lines if line.strip())


def _collect(pieces: list[str], event: str, element: Any) -> None:
    """The text before and in an element when it starts, what follows it when it ends; \\0 where a line breaks."""
    if element.tag not in INLINE:
        pieces.append("\0")
    said = element.text if event == "start" else element.tail
    pieces.append((said or "").replace("\0", ""))


def _declared(data: bytes) -> str | None:
    """The text in the encoding the page declares, if that is right."""
    found = _CHARSET.search(data[:HEAD])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    try:
        return data.decode("gb18030" if name.startswith("gb") else name)
    except (UnicodeDecodeError, LookupError):
        return None
