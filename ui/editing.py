"""What only an editor may do, whichever tab it is asked for on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

import gradio as gr
from starlette.exceptions import HTTPException

from ui.desk import Desk
from ui.gate.account import may_edit, name_of
from ui.gate.answers import address_of
from ui.gate.audit import Deed


def editing(request: gr.Request) -> str:
    """The name of an editor. 403 for whoever may only read."""
    if not may_edit(request.scope):
        raise HTTPException(HTTPStatus.FORBIDDEN)
    return name_of(request.scope)


@contextmanager
def doing(desk: Desk, request: gr.Request, did: str, what: str = "") -> Iterator[Deed]:
    """What an editor does inside is noted, and what came of it. 403 as `editing`."""
    with desk.audit.deed(editing(request), did, what, address_of(request.scope)) as deed:
        yield deed
