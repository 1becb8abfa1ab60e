"""The tab "Ask": a conversation whose answers open the evidence beside it."""

from __future__ import annotations

from collections.abc import Callable

import gradio as gr

from ui.desk import Desk
from ui.handlers import ask
from ui.language import reader_of
from ui.present.ask_tab import ask_tab
from ui.remembered import earlier_of

WIRED = "wenzheng.talk(element, server)"
"""The script keeps the conversation in the browser and asks past Gradio (`ui.telling`), so that words come as found."""


def build(desk: Desk) -> None:
    """Draw the conversation and the box to ask in. What the script may ask for are the functions below."""

    def welcome(sent: object, request: gr.Request) -> str:
        return ask.welcomed(desk.assistant, reader_of(request.headers), earlier_of(sent))

    def examples(sent: object, request: gr.Request) -> str:
        return ask.exampled(desk.assistant, reader_of(request.headers))

    def rate(sent: object) -> bool:
        ask.rated(desk.assistant, ask.asking_of(sent))
        return True

    asked: list[Callable[..., object]] = [welcome, examples, rate]
    gr.HTML(ask_tab(), elem_id="talk", apply_default_css=False, js_on_load=WIRED, server_functions=asked)
