"""What only an editor may do, whichever tab it is asked for on."""

from __future__ import annotations

from http import HTTPStatus

import gradio as gr
from starlette.exceptions import HTTPException

from ui.desk import Desk
from ui.gate.account import may_edit, name_of
from ui.gate.answers import address_of


def editing(desk: Desk, request: gr.Request, did: str = "", what: str = "") -> str:
    """Note what an editor does, if anything is to be noted; their name. 403 for whoever may only read."""
    scope = request.scope
    if not may_edit(scope):
        raise HTTPException(HTTPStatus.FORBIDDEN)
    if did:
        desk.audit.note(name_of(scope), did, what, address_of(scope))
    return name_of(scope)
