"""Which functions of the tabs a script of the page may call, and who may: the framework would fail at any that is not there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from ui.gate.account import may_read
from ui.gate.answers import App, Receive, Scope, Send, answer
from ui.gate.bodies import replayed

PATH = "/gradio_api/component_server"
_SESSION = re.compile(r"[\w-]{1,64}", re.ASCII)


class Functions:
    """ASGI middleware: 403 for whoever did not come through the entrance, 400 for what is no call, 404 for a function that
    no tab has."""

    def __init__(self, app: App, known: Mapping[int, frozenset[str]]) -> None:
        self.app, self.known = app, known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on calls of what is there, and everything else."""
        if scope["type"] != "http" or scope["path"].rstrip("/") != PATH:
            await self.app(scope, receive, send)
        elif not may_read(scope):
            await answer(send, HTTPStatus.FORBIDDEN)
        else:
            body = (await receive()).get("body", b"")
            if status := self._refusal(body):
                await answer(send, status)
            else:
                await self.app(scope, replayed(body, receive), send)

    def _refusal(self, body: bytes) -> HTTPStatus | None:
        try:
            sent = json.loads(body)
        except ValueError:
            return HTTPStatus.BAD_REQUEST
        if not isinstance(sent, dict) or "data" not in sent or not _is_call(sent):
            return HTTPStatus.BAD_REQUEST
        there = sent["fn_name"] in self.known.get(sent["component_id"], ())
        return None if there else HTTPStatus.NOT_FOUND


def functions_of(app: Any) -> dict[int, frozenset[str]]:
    """The functions of each component of a `gr.Blocks`, by its number."""
    named = {number: getattr(block, "server_fns", ()) for number, block in app.blocks.items()}
    return {number: frozenset(fn.__name__ for fn in fns) for number, fns in named.items() if fns}


def _is_call(sent: dict[str, Any]) -> bool:
    number, name, session = (sent.get(key) for key in ("component_id", "fn_name", "session_hash"))
    named = isinstance(name, str) and isinstance(session, str) and _SESSION.fullmatch(session)
    return bool(named) and isinstance(number, int) and not isinstance(number, bool)
