"""A web page -> its text: what a reader would see, a line a paragraph."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from rag.errors import PageError
from rag.reading.ordinary import ordinary_share
from rag.reading.plain import ORDINARY_SHARE, decode
from rag.reading.softbreaks import LINE, PARAGRAPH, paragraphs, seen
from rag.reading.tree import prepare
from rag.tables import rows

HEAD = 4096
"""Bytes in which a page must declare its encoding."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})", re.I)
_END = re.compile(r"</(?:html|body)\s*>", re.I)
"""What templates put in the middle of a page; a browser reads on behind it, the parser does not."""


def read_web(data: bytes) -> str:
    """Text of an HTML page, paragraphs apart by an empty line. Raises PageError for what is not HTML text."""
    from lxml import etree, html

    text = _END.sub("", decode_web(data))
    try:
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise PageError("is not a web page", "save it again as HTML, or as text") from error
    etree.strip_elements(root, *_elements("unseen"), *_elements("gloss"), etree.Comment, etree.PI, with_tail=False)
    prepare(root)
    breaks, pieces = _elements("breaks"), list[str]()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        _collect(pieces, event, element, breaks)
    return "\n\n".join(paragraphs("".join(pieces)))


def decode_web(data: bytes) -> str:
    """The page as it is written, in the encoding it declares if that is right. Raises PageError as text does."""
    found = _CHARSET.search(data[:HEAD])
    if found is not None:
        name = found[1].decode("ascii").lower()
        try:
            text = data.decode("gb18030" if name.startswith("gb") else name)
        except (UnicodeDecodeError, LookupError):
            return decode(data)
        if ordinary_share(text) >= ORDINARY_SHARE:
            return text
    return decode(data)


def _collect(pieces: list[str], event: str, element: Any, breaks: frozenset[str]) -> None:
    """The text before and in an element when it starts, what follows it when it ends."""
    if element.tag in breaks:
        pieces.append(PARAGRAPH)
    elif element.tag == "br":
        pieces.append(LINE if event == "end" else "")
    said = element.text if event == "start" else element.tail
    if said:
        pieces.append(seen(said))


@cache
def _elements(kind: str) -> frozenset[str]:
    return frozenset(name for known, names in rows("web_elements.tsv") if known == kind for name in names.split())
