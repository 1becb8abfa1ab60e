"""How long the server waits for a client: for its requests, and for it to take what it asked for."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

from ui.gate.answers import Receive, Scope, Send, peer_of
from ui.gate.crowd import refused
from ui.gate.lines import Lines

HURRY, IDLE = 15.0, 15
"""Seconds in which a request's headers must come, and in which a connection that is kept may rest."""

STALLED, LEAST = 60.0, 64 << 10
"""Seconds within which a client must take so many bytes of what waits for it, or all of it where that is less."""


class Untaken:
    """Watches what waits to be taken on a connection, and ends the connection where it stays."""

    def __init__(self, transport: Any, loop: asyncio.AbstractEventLoop, seconds: float) -> None:
        self._transport, self._loop, self._seconds = transport, loop, seconds
        self._watch: asyncio.TimerHandle | None = None
        transport.set_write_buffer_limits(high=0)  # one is told of whatever waits, be it the last bytes

    def waits(self) -> None:
        """Something waits from now on."""
        self.taken()
        self._watch = self._loop.call_later(self._seconds, self._look, self._transport.get_write_buffer_size())

    def taken(self) -> None:
        """Nothing waits any more."""
        if self._watch is not None:
            self._watch.cancel()

    def _look(self, before: int) -> None:
        if before - self._transport.get_write_buffer_size() < LEAST:
            self._transport.abort()
        else:
            self.waits()


class Connections:
    """Those that are open, half of them of one address at most. Where one is too many, one on which nothing is asked is ended,
    the one that has rested longest, so that whoever only holds connections keeps nobody out."""

    def __init__(self, most: int) -> None:
        self.most, self.each = most, max(1, most // 2)
        self.open = Counter[str]()
        self._resting = Lines[Any]()

    def begins(self, connection: Any, address: str) -> bool:
        """One more; whether there is room for it."""
        room = True
        if self.open[address] >= self.each:
            room = self._makes_room(address)
        elif self.open.total() >= self.most:
            room = self._makes_room()
        self.open[address] += 1
        self._resting.add(address, connection)
        return room

    def sees(self, connection: Any, address: str) -> None:
        """Something came, went or began to wait on it: it may rest from now on, or rest no more."""
        if connection.transport.is_closing():
            return
        if _answered(connection) and not connection.transport.get_write_buffer_size():
            self._resting.add(address, connection)
        else:
            self._resting.drop(address, connection)

    def ends(self, connection: Any, address: str) -> None:
        """It is open no more."""
        self._resting.drop(address, connection)
        self.open[address] -= 1
        if not self.open[address]:
            del self.open[address]

    def _makes_room(self, address: str | None = None) -> bool:
        oldest = self._resting.take_oldest(address)
        if oldest is not None:
            oldest.transport.abort()
        return oldest is not None


def _answered(connection: Any) -> bool:
    """Whether all requests that came on it are."""
    return connection.cycle is None or connection.cycle.response_complete


async def _full(scope: Scope, receive: Receive, send: Send) -> None:
    await refused(send)


def patient(hurry: float, stalled: float, most: int) -> type[asyncio.Protocol]:
    """uvicorn's own protocol, which waits for headers, and for a client to take its answer, without end; with an end to both,
    and with room for `most` connections."""
    from uvicorn.protocols.http.h11_impl import H11Protocol

    connections = Connections(most)

    class Patient(H11Protocol):
        """Closes a connection on which no whole request came in time, from its beginning or from the last request's end, and
        one on which the answer is not taken. Where there is no room for one more, it answers 503."""

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._untaken = Untaken(transport, self.loop, stalled)
            self._hurry = self.loop.call_later(hurry, self._too_late)
            self._peer = peer_of({"client": self.client})
            if not connections.begins(self, self._peer):
                self.app = _full

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            connections.sees(self, self._peer)

        def pause_writing(self) -> None:
            super().pause_writing()
            self._untaken.waits()
            connections.sees(self, self._peer)

        def resume_writing(self) -> None:
            self._untaken.taken()
            super().resume_writing()
            connections.sees(self, self._peer)

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self._hurry.cancel()
            self._hurry = self.loop.call_later(hurry + IDLE, self._too_late)
            connections.sees(self, self._peer)

        def connection_lost(self, exc: Exception | None) -> None:
            self._hurry.cancel()
            self._untaken.taken()
            connections.ends(self, self._peer)
            super().connection_lost(exc)

        def _too_late(self) -> None:
            if _answered(self):
                self.transport.close()

    return Patient
