"""The place beside every tab where an article is shown; links open it through the page's script. Editors may correct what
was drawn from it."""

from __future__ import annotations

import gradio as gr

from ui.correcting.desk import Parts, form_of, kept, named, taken_back
from ui.desk import Desk
from ui.editing import doing, editing
from ui.evidence.handler import opened
from ui.evidence.sheets import sheets_of
from ui.evidence.view import panel
from ui.gate.account import may_edit
from ui.language import reader_of

WIRED = "wenzheng.panel(element, server)"


def build(desk: Desk) -> None:
    """Draw the empty panel and wire its events."""

    def open(sent: object, request: gr.Request) -> str:
        may = may_edit(request.scope)
        return opened(desk.assistant, reader_of(request.headers), sent, may, desk.indexing.folder)

    def sheets(sent: object, request: gr.Request) -> str:
        return sheets_of(desk.assistant, reader_of(request.headers), sent, desk.indexing.folder)

    def correcting(sent: object, request: gr.Request) -> Parts:
        editing(request)
        return form_of(desk, reader_of(request.headers), sent)

    def correct(sent: object, request: gr.Request) -> Parts:
        with doing(desk, request, "corrects", named(sent)) as deed:
            return deed.told(kept(desk, reader_of(request.headers), sent, deed.who))

    def uncorrect(sent: object, request: gr.Request) -> Parts:
        with doing(desk, request, "takes a correction back", named(sent)) as deed:
            return deed.told(taken_back(desk, reader_of(request.headers), sent, deed.who))

    gr.HTML(
        panel(),
        elem_id="evidence",
        apply_default_css=False,
        js_on_load=WIRED,
        server_functions=[open, sheets, correcting, correct, uncorrect],
    )
