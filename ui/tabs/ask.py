"""The tab "Ask": a conversation whose answers open the evidence beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from ui.desk import PRIVATE, Desk
from ui.handlers import ask as handlers
from ui.handlers.evidence import shown
from ui.language import reader_of
from ui.localised import token

REMEMBERED = "wenzheng-questions"
"""Where the browser keeps the questions of the conversation, so that it survives a reload."""

_PRESSED = """
element.addEventListener("click", (event) => {
  const pressed = event.target.closest("button, a");
  if (!pressed || event.ctrlKey || event.metaKey) return;
  const { ask, clear, turn, shown } = pressed.dataset;
  if (ask) trigger("example", { question: ask });
  if (clear) trigger("clear", {});
  if (shown) {
    event.preventDefault();
    wenzheng.opening(pressed);
    trigger("evidence", { turn: +turn, shown: +shown });
  }
});
"""


def build(desk: Desk) -> None:
    """Draw the conversation and the box to ask in, and wire their events."""
    turns = gr.State(())
    remembered = gr.BrowserState([], storage_key=REMEMBERED, secret=REMEMBERED)
    with gr.Column(elem_id="talk"):
        conversation = gr.HTML("", elem_id="conversation", apply_default_css=False, js_on_load=_PRESSED)
        question, send = _question_box()
    _wire(desk, (conversation, desk.panel, turns, remembered, question, send))


def _question_box() -> tuple[Any, Any]:
    with gr.Row(elem_id="question-row"):
        question = gr.Textbox(
            placeholder=token("ask.placeholder"),
            label=token("ask.label"),
            show_label=False,
            container=False,
            lines=1,
            max_lines=4,
            scale=1,
            elem_id="question",
        )
        send = gr.Button(token("ask.button"), variant="primary", scale=0, min_width=72, elem_id="send")
    return question, send


def _wire(desk: Desk, parts: tuple[Any, ...]) -> None:
    """Which event calls what."""
    conversation, proof, turns, remembered, question, send = parts
    outputs = [conversation, proof, turns, remembered, question]
    assistant = desk.assistant

    def opened(questions: list[str], request: gr.Request) -> tuple[Any, ...]:
        return _filled(handlers.opened(assistant, reader_of(request.headers), tuple(map(str, questions))))

    def asked(words: str, so_far: Any, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        for view in handlers.asked(assistant, reader_of(request.headers), words, so_far):
            yield _filled(view)

    def example(so_far: Any, event: gr.EventData, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        yield from asked(str(event.question), so_far, request)

    def cleared(request: gr.Request) -> tuple[Any, ...]:
        return _filled(handlers.opened(assistant, reader_of(request.headers)))

    def evidence(so_far: Any, event: gr.EventData, request: gr.Request) -> str:
        return shown(assistant, reader_of(request.headers), so_far, int(event.turn), int(event.shown))

    desk.app.load(opened, remembered, outputs, **PRIVATE)
    gr.on([question.submit, send.click], asked, [question, turns], outputs, **PRIVATE).then(
        js="() => wenzheng.answered()"
    )
    conversation.example(example, turns, outputs, **PRIVATE).then(js="() => wenzheng.answered()")
    conversation.clear(cleared, None, outputs, **PRIVATE)
    for part in (conversation, proof):
        part.evidence(evidence, turns, proof, **PRIVATE).then(js="() => wenzheng.reveal()")


def _filled(view: handlers.View) -> tuple[Any, ...]:
    return view.conversation, view.evidence, view.turns, [turn.question for turn in view.turns], ""
