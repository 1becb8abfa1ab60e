"""Whatever the page asks of the assistant has an end: no list, file or tool takes the processor for longer than a question may."""

from __future__ import annotations

from functools import wraps
from typing import Any, cast

from rag import in_time
from ui.ports import Asked


class Timed:
    """An assistant each of whose calls has the time of a question, or what is left of the time of the request it belongs to."""

    def __init__(self, assistant: Asked) -> None:
        self._assistant = assistant

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._assistant, name)
        if not callable(asked):
            return asked

        @wraps(asked)
        def in_its_time(*given: Any, **named: Any) -> Any:
            with in_time():
                return asked(*given, **named)

        return in_its_time


def timed(assistant: Asked) -> Asked:
    """The assistant with an end to each call: OverdueError."""
    return cast(Asked, Timed(assistant))
