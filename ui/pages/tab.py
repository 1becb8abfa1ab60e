"""The tab "Pages": what is indexed, dropping files, reading the folder again, deleting."""

from __future__ import annotations

from collections.abc import Callable

import gradio as gr

from ui.correcting import tab as corrections
from ui.desk import Desk
from ui.editing import doing
from ui.gate.account import may_edit
from ui.handlers.sent import fields_of
from ui.language import reader_of
from ui.pages import handler
from ui.pages.view import hints, pages_tab

WIRED = "wenzheng.pages(element, server)"
"""The script asks for parts of the tab and puts them in itself; files it sends past Gradio (`ui.keeping.arrivals`)."""


def build(desk: Desk) -> None:
    """Draw the tab and wire its events. What the script may ask for are the functions below, each with fields."""
    indexing = desk.indexing

    def look(sent: object, request: gr.Request) -> handler.Parts:
        return handler.listed(desk.assistant, reader_of(request.headers), fields_of(sent), indexing.folder)

    def state(sent: object, request: gr.Request) -> handler.Parts:
        language = reader_of(request.headers)
        following = handler.followed(desk.following, language, indexing.folder, may_edit(request.scope))
        return handler.state(indexing, language) | hints(language, indexing.folder) | following

    def keep(sent: object, request: gr.Request) -> handler.Parts:
        with doing(desk, request, "keeps", "; ".join(handler.names_of(sent))):
            handler.kept(desk.following, handler.names_of(sent))
        return {}

    def fresh(sent: object, request: gr.Request) -> handler.Parts:
        with doing(desk, request, "brings files"):
            indexing.forget()
        return {}

    def begin(sent: object, request: gr.Request) -> handler.Parts:
        again = bool(fields_of(sent).get("again"))
        with doing(desk, request, "has files read", "the folder again" if again else ""):
            return handler.begun(indexing, reader_of(request.headers), again)

    def sure(sent: object, request: gr.Request) -> handler.Parts:
        return handler.sure(desk.assistant, indexing, reader_of(request.headers), handler.names_of(sent))

    def remove(sent: object, request: gr.Request) -> handler.Parts:
        names, moved = handler.names_of(sent), fields_of(sent).get("files") == "yes"
        with doing(desk, request, "deletes", "; ".join(names)) as deed:
            return deed.told(handler.deleted(indexing, reader_of(request.headers), names, moved))

    corrections.build(desk)
    asked: list[Callable[..., handler.Parts]] = [look, state, keep, fresh, begin, sure, remove]
    gr.HTML(pages_tab(), elem_id="pages", apply_default_css=False, js_on_load=WIRED, server_functions=asked)
