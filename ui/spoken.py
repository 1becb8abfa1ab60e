"""How the six functions talk to a language model: in JSON, and as whoever asked, where Gradio would do otherwise."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from typing import Any


def speak_json(server: Any) -> None:
    """Make Gradio's MCP server write the plain values that a tool returns as JSON; files and pictures stay as they are."""
    written: Callable[[Sequence[Any], str], list[Any]] = server.postprocess_output_data
    said = server.types.TextContent

    def postprocess(data: Sequence[Any], root: str) -> list[Any]:
        if not all(isinstance(value, dict) and "path" not in value for value in data):
            return written(data, root)
        return [said(type="text", text=json.dumps(value, ensure_ascii=False)) for value in data]

    server.postprocess_output_data = postprocess


def ask_here(server: Any) -> None:
    """Make Gradio's MCP server call a tool in this process, with the request that asked for it.

    Otherwise it sends itself a request over the network: to whatever host the first caller named, and with that caller's
    password from then on.
    """
    prepared: Callable[[str, dict[str, Any]], tuple[Any, ...]] = server._prepare_tool_call_args

    def prepare(name: str, arguments: dict[str, Any]) -> tuple[Any, ...]:
        *found, tool = prepared(name, arguments)
        direct = copy.copy(tool)
        direct.queue = False
        return *found, direct

    server._prepare_tool_call_args = prepare
