"""The same six functions as tools for language models, asked by a real client of that protocol."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.ui.conftest import served
from tests.ui.fakes import PLACES, PORT_QUESTION, FakeAssistant

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")


async def _asked(address: str) -> dict[str, Any]:
    from mcp.client.streamable_http import streamablehttp_client

    async with (
        streamablehttp_client(f"{address}gradio_api/mcp/") as (read, write, _),
        mcp.ClientSession(read, write) as session,
    ):
        await session.initialize()
        return {
            "tools": (await session.list_tools()).tools,
            "answer": await session.call_tool("ask", {"question": PORT_QUESTION}),
            "wrong": await session.call_tool("ask", {"question": ""}),
            "resources": (await session.list_resources()).resources,
        }


def test_six_tools_and_nothing_else() -> None:
    with served(FakeAssistant(), mcp=True) as address, ThreadPoolExecutor(1) as apart:
        told = apart.submit(lambda: asyncio.run(_asked(address))).result()
    assert [tool.name for tool in told["tools"]] == [
        "ask",
        "search",
        "list_events",
        "read_article",
        "person",
        "changes_since",
    ]
    assert (
        told["tools"][0].inputSchema["properties"]["question"]["description"] == "The question, in Chinese or English."
    )
    answer = json.loads(told["answer"].content[0].text)
    assert (answer["verdict"], answer["citations"][0]["quote"]) == ("answered", PLACES.quote)
    assert (told["wrong"].isError, told["wrong"].content[0].text) == (True, "the question is empty; write one sentence")
    assert told["resources"] == []
