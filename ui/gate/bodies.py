"""What a request brings is whole, small, flat and in time before anything looks at it."""

from __future__ import annotations

import asyncio
import re
from http import HTTPStatus

from ui.gate.answers import App, Message, Receive, Scope, Send, answer, header, peer_of
from ui.gate.crowd import STREAMED, refused
from ui.gate.lines import Lines
from ui.gate.server import HEADERS
from ui.language import SPOKEN, language_of
from ui.strings import say

LARGEST = 1 << 20
"""Bytes of a question with those before it, or of a call; a dropped file is a stream, and counted where it is kept."""

WAIT, WHOLE, FILE = 20.0, 60.0, 900.0
"""Seconds for the next piece of a body, for all of one, and for all of a dropped file."""

UNDER_WAY = 128
"""Bodies that are coming at a time, and half as many from one address: no more than so many megabytes wait to be whole."""

DEEPEST = 32
"""Brackets within brackets. What the page sends has a tenth."""

FORM, FORMS = "application/x-www-form-urlencoded", ("/login", "/logout")
_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_BRACKETS = re.compile(rb"[\[\]{}]")


Reading = asyncio.Task[bytes | None]


class Coming:
    """The bodies that are coming. Where one is too many, the one that has been coming for longest gives way to it: a body
    that is there at once is read, however many others never end."""

    def __init__(self, most: int) -> None:
        self.most, self.each = most, max(1, most // 2)
        self.lines = Lines[Reading]()

    def begins(self, address: str, reading: Reading) -> None:
        """One more; of this address, or of the one that has most, the oldest is ended where there are too many."""
        oldest = None
        if self.lines.of(address) >= self.each:
            oldest = self.lines.take_oldest(address)
        elif len(self.lines) >= self.most:
            oldest = self.lines.take_oldest()
        if oldest is not None:
            oldest.cancel()
        self.lines.add(address, reading)

    def ends(self, address: str, reading: Reading) -> None:
        """It is whole, or never will be."""
        self.lines.drop(address, reading)


class Bodies:
    """ASGI middleware: 408 for a body that does not come, 413 for too large a one, 415 and 400 for what is no flat JSON, 503
    for one that is coming when there are too many and others are newer."""

    def __init__(self, app: App, wait: float = WAIT, whole: float = WHOLE, under_way: int = UNDER_WAY) -> None:
        self.app, self.wait, self.whole = app, wait, whole
        self.coming = Coming(under_way)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what reads, a file piece by piece, and a body that is whole."""
        if scope["type"] == "http" and _head(scope) > HEADERS:
            await answer(send, HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        elif scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "DELETE"):
            await self.app(scope, receive, send)
        elif scope["method"] == STREAMED:
            await self._piecewise(scope, receive, send)
        else:
            await self._whole(scope, receive, send)

    async def _piecewise(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A piece that does not come in time is a browser that went away."""
        until = asyncio.get_running_loop().time() + FILE

        async def piece() -> Message:
            left = until - asyncio.get_running_loop().time()
            try:
                return await asyncio.wait_for(receive(), max(0.0, min(self.wait, left)))
            except TimeoutError:
                return {"type": "http.disconnect"}

        await self.app(scope, piece, _closing(send))

    async def _whole(self, scope: Scope, receive: Receive, send: Send) -> None:
        wanted = FORM if scope["path"] in FORMS else "application/json"
        if header(scope, b"content-type").partition(";")[0].strip().lower() != wanted:
            await answer(send, HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send {wanted}.\n")
            return
        reading = await self._came(peer_of(scope), receive)
        if reading.cancelled():
            await refused(send)
            return
        try:
            body = reading.result()
        except TimeoutError:
            await answer(send, HTTPStatus.REQUEST_TIMEOUT, "The request did not come whole.\n")
            return
        if body is None:
            language = language_of({name: header(scope, name.encode()) for name in SPOKEN})
            await answer(send, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"{say(language, 'gate.large')}\n")
        elif b"\0" in body or depth(body) > DEEPEST:
            await answer(send, HTTPStatus.BAD_REQUEST, f"Send UTF-8, and nest at most {DEEPEST} brackets.\n")
        else:
            await self.app(scope, replayed(body, receive), send)

    async def _came(self, address: str, receive: Receive) -> Reading:
        """The reading of the body, ended: with what it gives, or cancelled because it had to give way."""
        reading = asyncio.create_task(self._read(receive))
        self.coming.begins(address, reading)
        try:
            await asyncio.wait([reading])
            return reading
        finally:
            reading.cancel()
            self.coming.ends(address, reading)

    async def _read(self, receive: Receive) -> bytes | None:
        """The whole body; None where it is too large. TimeoutError where a piece does not come."""
        body, more = bytearray(), True
        async with asyncio.timeout(self.whole):
            while more:
                async with asyncio.timeout(self.wait):
                    message = await receive()
                if message["type"] != "http.request":
                    raise TimeoutError
                body += message.get("body", b"")
                more = message.get("more_body", False)
                if len(body) > LARGEST:
                    return None
        return bytes(body)


def _head(scope: Scope) -> int:
    """Bytes of the address and the headers."""
    lines = sum(len(name) + len(value) for name, value in scope["headers"])
    return lines + len(scope["path"]) + len(scope["query_string"])


def depth(body: bytes) -> int:
    """How deep the brackets outside texts stand within each other; of a body that is no JSON, no less than it seems."""
    deepest = level = 0
    for bracket in _BRACKETS.findall(_TEXT.sub(b"", body)):
        level += 1 if bracket in b"[{" else -1
        deepest = max(deepest, level)
    return deepest


def replayed(body: bytes, receive: Receive) -> Receive:
    """What gives a body again that was read already, and then whatever comes after it."""
    given = iter(({"type": "http.request", "body": body, "more_body": False},))

    async def replay() -> Message:
        return next(given, None) or await receive()

    return replay


def _closing(send: Send) -> Send:
    """Ends the connection with the response: of a file that was refused the rest may still be under way."""

    async def closing(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], (b"connection", b"close")]
        await send(message)

    return closing
