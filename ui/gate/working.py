"""How much is worked on at a time: what takes the processor for long has its turn, some wait, and more are told to come again."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable

from ui.gate.answers import App, Message, Receive, Scope, Send
from ui.gate.crowd import Places, refused


class Room:
    """Work of one kind: `at_once` at a time, in the order in which it came, while at most `waiting` wait."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self.turn = asyncio.Semaphore(at_once)
        self.places = Places(at_once + waiting)


class Working:
    """ASGI middleware: a request whose path matches that of a room waits there for its turn; 503 with Retry-After where as many
    wait as may. Others are passed on.

    Whoever takes an answer slowly keeps nobody waiting: between two pieces of it the turn is another's.
    """

    def __init__(self, app: App, rooms: Iterable[tuple[str, Room]]) -> None:
        self.app = app
        self.rooms = [(re.compile(path, re.ASCII), room) for path, room in rooms]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what there is room for, in its turn."""
        room = next(
            (room for path, room in self.rooms if scope["type"] == "http" and path.fullmatch(scope["path"])), None
        )
        if room is None:
            await self.app(scope, receive, send)
        elif room.places.full():
            await refused(send)
        else:
            with room.places.take():
                await self._in_turn(room.turn, scope, receive, send)

    async def _in_turn(self, turn: asyncio.Semaphore, scope: Scope, receive: Receive, send: Send) -> None:
        held: bool = await turn.acquire()

        async def sending(message: Message) -> None:
            nonlocal held
            if message["type"] == "http.response.start":
                await send(message)
                return
            turn.release()
            held = False
            await send(message)
            if message.get("more_body", False):
                held = await turn.acquire()

        try:
            await self.app(scope, receive, sending)
        finally:
            if held:
                turn.release()
