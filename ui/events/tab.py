"""The tab "Who did what": the event table, its filters, its plots and its files."""

from __future__ import annotations

from collections.abc import Callable

import gradio as gr

from ui.desk import Desk
from ui.events import handler
from ui.events.suggesting import suggested
from ui.events.view import events_tab
from ui.handlers.sent import fields_of
from ui.language import reader_of

WIRED = "wenzheng.events(element, server)"
"""The script asks for parts of the tab and puts them in itself, so that what is being typed in keeps the focus."""


def build(desk: Desk) -> None:
    """Draw the tab and wire its events."""

    def look(sent: object, request: gr.Request) -> handler.Parts:
        return handler.shown(desk.assistant, reader_of(request.headers), fields_of(sent))

    def suggest(sent: object) -> handler.Parts:
        return suggested(desk.assistant, fields_of(sent))

    asked: list[Callable[..., handler.Parts]] = [look, suggest]
    gr.HTML(events_tab(), elem_id="events", apply_default_css=False, js_on_load=WIRED, server_functions=asked)
