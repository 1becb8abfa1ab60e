"""How long the server waits for a client: for its requests, and for it to take what it asked for."""

from __future__ import annotations

import asyncio
from typing import Any

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


def patient(hurry: float, stalled: float) -> type[asyncio.Protocol]:
    """uvicorn's own protocol, which waits for headers, and for a client to take its answer, without end; with an end to both."""
    from uvicorn.protocols.http.h11_impl import H11Protocol

    class Patient(H11Protocol):
        """Closes a connection on which no whole request came in time, from its beginning or from the last request's end, and
        one on which the answer is not taken."""

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._untaken = Untaken(transport, self.loop, stalled)
            self._hurry = self.loop.call_later(hurry, self._too_late)

        def pause_writing(self) -> None:
            super().pause_writing()
            self._untaken.waits()

        def resume_writing(self) -> None:
            self._untaken.taken()
            super().resume_writing()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self._hurry.cancel()
            self._hurry = self.loop.call_later(hurry + IDLE, self._too_late)

        def connection_lost(self, exc: Exception | None) -> None:
            self._hurry.cancel()
            self._untaken.taken()
            super().connection_lost(exc)

        def _too_late(self) -> None:
            if self.cycle is None or self.cycle.response_complete:
                self.transport.close()

    return Patient
