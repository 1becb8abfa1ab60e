"""A web page that a browser or Word saved as one file (.mhtml, .mht): a mail whose parts are the page and its frames."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import Message
from itertools import islice

from rag.errors import PageError
from rag.reading.beside import Beside, beside_web
from rag.reading.web import read_web

MOST_PARTS = 500
"""Parts that are looked at; a page has a part for each of its pictures and styles."""

_CHARSET = re.compile(rb"charset\s*=", re.I)


def read_saved(data: bytes) -> str:
    """Text of the page, then of the frames in it. Raises PageError where there is no web page inside."""
    texts = [read_web(part) for part in _pages(data)]
    return "\n\n".join(text for text in texts if text)


def beside_saved(data: bytes) -> Beside:
    """What the page's head tells, else the address it was saved from; when it was saved says nothing of its issue."""
    parts = _pages(data)
    told = [beside_web(part) for part in parts]
    found = next((one for one in told if one.issued), told[0] if told else Beside())
    return found if found.issued else Beside(beside_web(_address(data)).issued, found.paper)


def _pages(data: bytes) -> list[bytes]:
    """The parts that are web pages, each telling its encoding; the page itself is the first."""
    # the newer policy takes every header apart by rules of its own, and goes astray in one that is broken
    message = message_from_bytes(data.lstrip(), policy=policy.compat32)
    parts = [
        p for p in islice(message.walk(), MOST_PARTS) if p.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    if not parts:
        raise PageError("holds no web page, or is cut off", "open the page again and save it as .html")
    return [page for part in parts if (page := _declaring(part)).strip()]


def _declaring(part: Message) -> bytes:
    """The part's bytes, with the encoding that its header names where the page itself names none."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or ""
    if not charset or charset == "unicode" or _CHARSET.search(data[:4096]):
        return data
    return f'<meta charset="{charset}">'.encode("ascii", "ignore") + data


def _address(data: bytes) -> bytes:
    """Where the page came from, as a page saved on its own would say it."""
    head = data[:8192].decode("latin-1")
    found = re.search(r"^(?:Snapshot-Content-Location|Content-Location):\s*(https?://\S{1,300})", head, re.I | re.M)
    return f"<!-- saved from url=(0000){found[1]} -->".encode("latin-1") if found else b" "
