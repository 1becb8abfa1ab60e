"""Which functions a script of the page, or another program, may call, and who may: the framework would fail at any that is
not there."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from http import HTTPStatus
from typing import Any

from ui.gate.account import may_read
from ui.gate.answers import App, Receive, Scope, Send, answer
from ui.gate.bodies import replayed

PATH, JOINING = "/gradio_api/component_server", "/gradio_api/queue/join"
_SESSION = re.compile(r"[\w-]{1,64}", re.ASCII)


class Functions:
    """ASGI middleware: 403 for whoever did not come through the entrance, 400 for what is no call, 404 for a function that
    is not there. `known` are those of each component of the tabs, `published` the numbers of those for other programs."""

    def __init__(self, app: App, known: Mapping[int, frozenset[str]], published: Collection[int] = ()) -> None:
        self.app, self.known, self.published = app, known, published

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on calls of what is there, and everything else."""
        if scope["type"] != "http" or scope["path"].rstrip("/") not in (PATH, JOINING):
            await self.app(scope, receive, send)
        elif not may_read(scope):
            await answer(send, HTTPStatus.FORBIDDEN)
        else:
            body = (await receive()).get("body", b"")
            if status := self._refusal(body, scope["path"] == JOINING):
                await answer(send, status)
            else:
                await self.app(scope, replayed(body, receive), send)

    def _refusal(self, body: bytes, joining: bool) -> HTTPStatus | None:
        try:
            sent = json.loads(body)
        except ValueError:
            return HTTPStatus.BAD_REQUEST
        if not isinstance(sent, dict) or "data" not in sent or not (_is_joining(sent) if joining else _is_call(sent)):
            return HTTPStatus.BAD_REQUEST
        if joining:
            there = sent["fn_index"] in self.published
        else:
            there = sent["fn_name"] in self.known.get(sent["component_id"], ())
        return None if there else HTTPStatus.NOT_FOUND


def functions_of(app: Any) -> dict[int, frozenset[str]]:
    """The functions of each component of a `gr.Blocks`, by its number."""
    named = {number: getattr(block, "server_fns", ()) for number, block in app.blocks.items()}
    return {number: frozenset(fn.__name__ for fn in fns) for number, fns in named.items() if fns}


def _is_call(sent: dict[str, Any]) -> bool:
    return isinstance(sent.get("fn_name"), str) and _in_session(sent) and _is_number(sent.get("component_id"))


def _is_joining(sent: dict[str, Any]) -> bool:
    return isinstance(sent["data"], list) and _in_session(sent) and _is_number(sent.get("fn_index"))


def _in_session(sent: dict[str, Any]) -> bool:
    session = sent.get("session_hash")
    return isinstance(session, str) and bool(_SESSION.fullmatch(session))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
