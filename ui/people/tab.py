"""The tab "People": who is in the news, and what is known of each."""

from __future__ import annotations

import gradio as gr

from ui.desk import Desk
from ui.events.handler import Parts
from ui.handlers.sent import fields_of
from ui.language import reader_of
from ui.people import handler
from ui.people.view import people_tab

WIRED = "wenzheng.people(element, server)"
"""As with the event table, the script asks for parts of the tab and puts them in itself."""


def build(desk: Desk) -> None:
    """Draw the tab and wire its events."""

    def everybody(sent: object, request: gr.Request) -> Parts:
        return handler.everybody(desk.assistant, reader_of(request.headers), fields_of(sent))

    def somebody(sent: object, request: gr.Request) -> Parts:
        return handler.somebody(desk.assistant, reader_of(request.headers), fields_of(sent))

    answered = [everybody, somebody]
    gr.HTML(people_tab(), elem_id="people", apply_default_css=False, js_on_load=WIRED, server_functions=answered)
