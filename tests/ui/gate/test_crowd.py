"""Past a limit one is told when to come again; whoever is inside is not disturbed."""

from __future__ import annotations

import asyncio
from typing import Any

from ui.gate.crowd import AGAIN, STAYING, Crowd


def test_one_more_than_there_is_room_for_is_told_to_come_again() -> None:
    async def visits() -> list[list[Any]]:
        leave = asyncio.Event()

        async def page(scope: Any, receive: Any, send: Any) -> None:
            await leave.wait()
            await send({"type": "http.response.start", "status": 299, "headers": []})

        crowd = Crowd(page, most=2)

        async def visit(path: str) -> list[Any]:
            sent: list[Any] = []

            async def send(message: Any) -> None:
                sent.append(message)

            await crowd({"type": "http", "path": path}, None, send)  # type: ignore[arg-type]
            return sent

        inside = [asyncio.create_task(visit(path)) for path in ("/", "/", f"{STAYING}a")]
        await asyncio.sleep(0)
        refused = await visit("/")
        leave.set()
        found = [refused, *await asyncio.gather(*inside), await visit("/")]
        assert crowd.places.taken == 0
        return found

    refused, *others = asyncio.run(visits())
    assert refused[0]["status"] == 503
    assert (b"retry-after", str(AGAIN).encode()) in refused[0]["headers"]
    assert [sent[0]["status"] for sent in others] == [299] * 4
