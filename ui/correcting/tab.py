"""On the tab "Pages", for editors: the corrections that were made on them."""

from __future__ import annotations

import gradio as gr

from ui.correcting.desk import Parts
from ui.correcting.listing import listed as listed_parts
from ui.correcting.listing import taken_back
from ui.correcting.overview import corrections_section
from ui.desk import Desk
from ui.editing import doing, editing
from ui.handlers.sent import text_of
from ui.language import reader_of

WIRED = "wenzheng.corrections(element, server)"
"""The script asks for the list when the tab is opened, and again when something was corrected."""


def build(desk: Desk) -> None:
    """Draw where the list stands, and wire its events."""

    def listed(sent: object, request: gr.Request) -> Parts:
        editing(request)
        return listed_parts(desk, reader_of(request.headers), sent)

    def undo(sent: object, request: gr.Request) -> Parts:
        with doing(desk, request, "takes a correction back", text_of(sent, "entry", 60)) as deed:
            return deed.told(taken_back(desk, reader_of(request.headers), sent, deed.who))

    section = corrections_section()
    gr.HTML(section, elem_id="corrections", apply_default_css=False, js_on_load=WIRED, server_functions=[listed, undo])
