"""What the three functions tell a language model: JSON, where Gradio writes a dict as Python does."""

from __future__ import annotations

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
