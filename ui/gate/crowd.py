"""How many requests are there at a time: past that one is told when to come again, rather than left to wait.

What waits for its client (a file on its way, an answer that is being taken) keeps none of the places for what is worked on,
and one address cannot have all the room there is for it. Behind a proxy all readers have one address: half of the room must do
for a whole house.
"""

from __future__ import annotations

from collections import Counter
from http import HTTPStatus

from ui.gate.answers import App, Message, Receive, Scope, Send, answer, peer_of

MOST = 200
"""Requests that are worked on at a time. Fifty readers who all press a key at once have as many."""

FILES, ANSWERS = 64, 800
"""Dropped files on their way, and answers being taken, at a time; half as many of one address."""

AGAIN = 3
"""Seconds after which it is worth coming again."""

STREAMED = "PUT"
"""How a dropped file is sent; all else comes whole before it is worked on."""


class Place:
    """What one request takes until it ends, once or, after that, to no effect; a context that does so."""

    def __init__(self, places: Places, address: str) -> None:
        self._places, self._address, self._held = places, address, True

    def end(self) -> None:
        """Give it back."""
        if self._held:
            self._held = False
            self._places.given_back(self._address)

    def __enter__(self) -> Place:
        return self

    def __exit__(self, *error: object) -> None:
        self.end()


class Places:
    """So many at a time, and so many of one address; as many as there are unless `each` is given."""

    def __init__(self, most: int, each: int | None = None) -> None:
        self.most, self.each = most, most if each is None else each
        self.taken = 0
        self._of = Counter[str]()

    def full(self, address: str = "") -> bool:
        """Whether nobody, or nobody of this address, should be let in."""
        return self.taken >= self.most or self._of[address] >= self.each

    def take(self, address: str = "") -> Place:
        """A place, be there room or not."""
        self.taken += 1
        self._of[address] += 1
        return Place(self, address)

    def given_back(self, address: str) -> None:
        """For a place that ends."""
        self.taken -= 1
        self._of[address] -= 1
        if not self._of[address]:
            del self._of[address]


class Crowd:
    """ASGI middleware: 503 with Retry-After where `most` requests are being worked on already, or one address has more files
    on their way, or answers that it does not take, than are for one."""

    def __init__(self, app: App, most: int = MOST, files: int = FILES, answers: int = ANSWERS) -> None:
        self.app, self.places = app, Places(most)
        self.files, self.answers = Places(files, max(1, files // 2)), Places(answers, max(1, answers // 2))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what there is room for."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["method"] == STREAMED:
            await self._on_its_way(scope, receive, send)
        else:
            await self._worked_on(scope, receive, send)

    async def _on_its_way(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = peer_of(scope)
        if self.files.full(address):
            await refused(send)
            return
        with self.files.take(address):
            await self.app(scope, receive, send)

    async def _worked_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What is worked on becomes an answer that is being taken as soon as it begins."""
        address = peer_of(scope)
        if self.places.full() or self.answers.full(address):
            await refused(send)
            return
        place = self.places.take()

        async def begun(message: Message) -> None:
            nonlocal place
            if message["type"] == "http.response.start":
                place.end()
                place = self.answers.take(address)
            await send(message)

        try:
            await self.app(scope, receive, begun)
        finally:
            place.end()


async def refused(send: Send) -> None:
    """Say that there are too many at the moment, and when to come again."""
    line = f"Too many are asking at the moment. Please try again in {AGAIN} seconds.\n"
    await answer(send, HTTPStatus.SERVICE_UNAVAILABLE, line, [(b"retry-after", str(AGAIN).encode())])
