"""What a server answers, also where it refuses."""

from __future__ import annotations

from email.message import Message
from urllib.error import HTTPError
from urllib.request import Request, urlopen


def fetched(address: str, method: str = "GET", **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body; `headers` of the request, `_` standing for a hyphen."""
    request = Request(
        address, method=method, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as refused:
        return refused.code, refused.headers, refused.read()
