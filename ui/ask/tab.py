"""The tab "Ask": a conversation whose answers open the evidence beside it."""

from __future__ import annotations

from collections.abc import Callable

import gradio as gr

from ui.ask import handler
from ui.ask.remembered import earlier_of
from ui.ask.view import ask_tab
from ui.desk import Desk
from ui.language import reader_of

WIRED = "wenzheng.talk(element, server)"
"""The script keeps the conversation in the browser and asks past Gradio (`ui.ask.telling`), so that words come as found."""


def build(desk: Desk) -> None:
    """Draw the conversation and the box to ask in. What the script may ask for are the functions below."""

    def welcome(sent: object, request: gr.Request) -> str:
        return handler.welcomed(desk.assistant, reader_of(request.headers), earlier_of(sent))

    def examples(sent: object, request: gr.Request) -> str:
        return handler.exampled(desk.assistant, reader_of(request.headers))

    def rate(sent: object) -> bool:
        handler.rated(desk.assistant, handler.asking_of(sent))
        return True

    def within(sent: object, request: gr.Request) -> dict[str, str]:
        return handler.within(desk.assistant, reader_of(request.headers), sent)

    asked: list[Callable[..., object]] = [welcome, examples, rate, within]
    gr.HTML(ask_tab(), elem_id="talk", apply_default_css=False, js_on_load=WIRED, server_functions=asked)
