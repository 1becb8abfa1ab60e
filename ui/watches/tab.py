"""The tab "Watch": questions and filters that are put to new pages, what they found, and a list of names looked up."""

from __future__ import annotations

from collections.abc import Callable

import gradio as gr

from ui.desk import Desk
from ui.editing import doing
from ui.events.handler import FILTERS, Parts
from ui.gate.account import may_edit, name_of
from ui.handlers.sent import fields_of
from ui.language import reader_of
from ui.present.escape import escaped
from ui.watches.handler import Watching
from ui.watches.store import Watches
from ui.watches.view import wanted_line, watches_tab

WIRED = "wenzheng.watches(element, server)"
"""As with the event table, the script asks for parts of the tab and puts them in itself."""

SIGN = "wenzheng.sign(element, server)"


def build_sign(desk: Desk) -> None:
    """Draw beside the tabs, which are not drawn before they are opened, the line that says that something was found since the
    reader looked last; its script puts the number on the tab."""
    watching = Watching(Watches(desk.config.index), desk.assistant)

    def sign(sent: object, request: gr.Request) -> Parts:
        return watching.signed(reader_of(request.headers), name_of(request.scope))

    line = '<p role="status" data-part="told"></p>'
    gr.HTML(line, elem_id="sign", apply_default_css=False, js_on_load=SIGN, server_functions=[sign])


def build(desk: Desk) -> None:
    """Draw the tab and wire its events."""
    watching = Watching(Watches(desk.config.index), desk.assistant)

    def listed(sent: object, request: gr.Request) -> Parts:
        fields = fields_of(sent)
        language = reader_of(request.headers)
        chosen = {name: fields[name] for name in (*FILTERS, "all") if fields.get(name)}
        wanted = {"wanted": escaped(wanted_line(language, chosen))}
        tag, looking = fields.get("tag", ""), fields.get("looking") == "yes"
        return watching.listed(language, name_of(request.scope), may_edit(request.scope), tag, looking) | wanted

    def opened(sent: object, request: gr.Request) -> Parts:
        return watching.opened(reader_of(request.headers), name_of(request.scope), fields_of(sent).get("id", ""))

    def seen(sent: object, request: gr.Request) -> Parts:
        watching.seen(name_of(request.scope), fields_of(sent))
        return {}

    def add(sent: object, request: gr.Request) -> Parts:
        with doing(desk, request, "watches", fields_of(sent).get("name", "")) as deed:
            return deed.told(watching.added(reader_of(request.headers), sent, fields_of(sent)))

    def remove(sent: object, request: gr.Request) -> Parts:
        watch = fields_of(sent).get("id", "")
        with doing(desk, request, "watches no more", watch) as deed:
            return deed.told(watching.removed(reader_of(request.headers), watch))

    asked: list[Callable[..., Parts]] = [listed, opened, seen, add, remove]
    gr.HTML(watches_tab(), elem_id="watches", apply_default_css=False, js_on_load=WIRED, server_functions=asked)
