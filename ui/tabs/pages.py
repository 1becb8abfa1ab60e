"""The tab "Pages": what is indexed, dropping files, reading the folder again, deleting."""

from __future__ import annotations

from collections.abc import Callable

import gradio as gr

from ui.desk import Desk
from ui.gate.account import may_edit
from ui.handlers import pages
from ui.handlers.sent import fields_of
from ui.language import reader_of
from ui.present.pages_tab import hints, pages_tab
from ui.tabs import corrections
from ui.tabs.editing import doing

WIRED = "wenzheng.pages(element, server)"
"""The script asks for parts of the tab and puts them in itself; files it sends past Gradio (`ui.keeping.arrivals`)."""


def build(desk: Desk) -> None:
    """Draw the tab and wire its events. What the script may ask for are the functions below, each with fields."""
    indexing = desk.indexing

    def look(sent: object, request: gr.Request) -> pages.Parts:
        return pages.listed(desk.assistant, reader_of(request.headers), fields_of(sent))

    def state(sent: object, request: gr.Request) -> pages.Parts:
        language = reader_of(request.headers)
        following = pages.followed(desk.following, language, indexing.folder, may_edit(request.scope))
        return pages.state(indexing, language) | hints(language, indexing.folder) | following

    def keep(sent: object, request: gr.Request) -> pages.Parts:
        with doing(desk, request, "keeps", "; ".join(pages.names_of(sent))):
            pages.kept(desk.following, pages.names_of(sent))
        return {}

    def fresh(sent: object, request: gr.Request) -> pages.Parts:
        with doing(desk, request, "brings files"):
            indexing.forget()
        return {}

    def begin(sent: object, request: gr.Request) -> pages.Parts:
        again = bool(fields_of(sent).get("again"))
        with doing(desk, request, "has files read", "the folder again" if again else ""):
            return pages.begun(indexing, reader_of(request.headers), again)

    def sure(sent: object, request: gr.Request) -> pages.Parts:
        return pages.sure(desk.assistant, indexing, reader_of(request.headers), pages.names_of(sent))

    def remove(sent: object, request: gr.Request) -> pages.Parts:
        names, moved = pages.names_of(sent), fields_of(sent).get("files") == "yes"
        with doing(desk, request, "deletes", "; ".join(names)) as deed:
            return deed.told(pages.deleted(indexing, reader_of(request.headers), names, moved))

    corrections.build(desk)
    asked: list[Callable[..., pages.Parts]] = [look, state, keep, fresh, begin, sure, remove]
    gr.HTML(pages_tab(), elem_id="pages", apply_default_css=False, js_on_load=WIRED, server_functions=asked)
