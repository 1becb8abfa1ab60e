"""The look-up test under the settings: what each way of searching finds for a question, for whoever tunes it."""

from __future__ import annotations

import gradio as gr

from ui.desk import Desk
from ui.language import reader_of
from ui.lookup.handler import looked_up
from ui.lookup.view import lookup_tab

WIRED = "wenzheng.lookup(element, server)"


def build(desk: Desk) -> None:
    """Draw the test and wire its events."""

    def look(sent: object, request: gr.Request) -> dict[str, str]:
        return looked_up(desk.assistant, reader_of(request.headers), sent)

    gr.HTML(lookup_tab(), elem_id="lookup", apply_default_css=False, js_on_load=WIRED, server_functions=[look])
