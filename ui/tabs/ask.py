"""The tab "Ask": a conversation whose answers open the evidence beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Any

import gradio as gr

from ui.desk import PRIVATE, Desk
from ui.handlers import ask as handlers
from ui.handlers.evidence import shown
from ui.language import reader_of
from ui.localised import token
from ui.remembered import put_away, read, read_all, taken_up, written

NOW, EARLIER = "wenzheng-questions", "wenzheng-earlier"
"""Where the browser keeps the questions of the conversation, so that it survives a reload, and the ones before it."""

_LIKED = {"good": True, "bad": False}


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the tab that its events read and fill; `proof` is the panel beside it."""

    conversation: Any
    suggestions: Any
    question: Any
    send: Any
    stop: Any
    proof: Any
    turns: Any
    now: Any
    earlier: Any

    @property
    def outputs(self) -> list[Any]:
        """What every turn of the conversation fills; see `_filled`."""
        return [self.conversation, self.proof, self.turns, self.now, self.question, self.suggestions]


def build(desk: Desk) -> None:
    """Draw the conversation and the box to ask in, and wire their events."""
    pressed = files("ui").joinpath("static/pressed.js").read_text(encoding="utf-8")
    html = partial(gr.HTML, "", apply_default_css=False, js_on_load=pressed)
    with gr.Column(elem_id="talk"):
        conversation = html(elem_id="conversation")
        suggestions = html(elem_id="suggestions")
        with gr.Row(elem_id="question-row"):
            question = _question_box()
            send = gr.Button(token("ask.button"), variant="primary", scale=0, min_width=72, elem_id="send")
            stop = gr.Button(token("ask.stop"), scale=0, min_width=72, elem_id="stop")
    turns = gr.State(())
    now = gr.BrowserState([], storage_key=NOW, secret=NOW)
    earlier = gr.BrowserState([], storage_key=EARLIER, secret=EARLIER)
    parts = Parts(conversation, suggestions, question, send, stop, desk.panel, turns, now, earlier)
    _wire_asking(desk, parts)
    _wire_keeping(desk, parts)
    _wire_answers(desk, parts)


def _question_box() -> Any:
    return gr.Textbox(
        placeholder=token("ask.placeholder"),
        label=token("ask.label"),
        show_label=False,
        container=False,
        lines=1,
        max_lines=4,
        scale=1,
        elem_id="question",
    )


def _wire_asking(desk: Desk, parts: Parts) -> None:
    """A question goes out, its answer comes, then what might be asked next; it can be stopped, and asked again."""
    assistant = desk.assistant

    def asked(words: str, so_far: Any, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        yield from map(_filled, handlers.asked(assistant, reader_of(request.headers), words, so_far))

    def example(event: gr.EventData) -> str:
        return str(event.question)

    def stopped(so_far: Any, request: gr.Request) -> tuple[Any, ...]:
        return _filled(handlers.stopped(assistant, reader_of(request.headers), so_far))

    def followed(so_far: Any, request: gr.Request) -> str:
        return handlers.followed(assistant, reader_of(request.headers), so_far)

    # whatever asks goes through the one listener: Gradio complains of each that is told to stop and is not running
    triggers = [parts.question.submit, parts.send.click]
    run = gr.on(triggers, asked, [parts.question, parts.turns], parts.outputs, **PRIVATE)
    run.then(js="() => wenzheng.answered()").then(followed, parts.turns, parts.suggestions, **PRIVATE)
    parts.stop.click(stopped, parts.turns, parts.outputs, cancels=run, **PRIVATE)
    for part in (parts.conversation, parts.suggestions):
        part.example(example, None, parts.question, **PRIVATE).then(js="() => wenzheng.send()")
    parts.conversation.again(handlers.again, parts.turns, [parts.turns, parts.question], **PRIVATE).then(
        js="() => wenzheng.send()"
    )


def _wire_keeping(desk: Desk, parts: Parts) -> None:
    """The conversation comes back with the page; a new one puts it away, from where it can be taken up again."""
    assistant = desk.assistant

    def opened(now: Any, earlier: Any, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        yield from map(_filled, handlers.opened(assistant, reader_of(request.headers), read(now), read_all(earlier)))

    def cleared(now: Any, kept: Any, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        earlier = put_away(read(now), read_all(kept))
        for view in handlers.opened(assistant, reader_of(request.headers), (), earlier):
            yield *_filled(view), [*map(written, earlier)]

    def reopened(kept: Any, event: gr.EventData, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        now, earlier = taken_up(int(event.number), read_all(kept))
        for view in handlers.opened(assistant, reader_of(request.headers), now, earlier):
            yield *_filled(view), [*map(written, earlier)]

    def forgotten(request: gr.Request) -> Iterator[tuple[Any, ...]]:
        for view in handlers.opened(assistant, reader_of(request.headers)):
            yield *_filled(view), []

    outputs = [*parts.outputs, parts.earlier]
    desk.app.load(opened, [parts.now, parts.earlier], parts.outputs, **PRIVATE).then(js="() => wenzheng.arrived()")
    parts.conversation.renew(opened, [parts.now, parts.earlier], parts.outputs, **PRIVATE)
    parts.conversation.clear(cleared, [parts.now, parts.earlier], outputs, **PRIVATE)
    parts.conversation.reopen(reopened, parts.earlier, outputs, **PRIVATE).then(js="() => wenzheng.answered()")
    parts.conversation.forget(forgotten, None, outputs, **PRIVATE)


def _wire_answers(desk: Desk, parts: Parts) -> None:
    """A marker opens its evidence; an answer is liked or disliked."""
    assistant = desk.assistant

    def evidence(so_far: Any, event: gr.EventData, request: gr.Request) -> str:
        return shown(assistant, reader_of(request.headers), so_far, int(event.turn), int(event.shown))

    def rated(so_far: Any, event: gr.EventData) -> tuple[Any, ...]:
        turns = handlers.rated(assistant, so_far, int(event.turn), _LIKED.get(str(event.liked)))
        return turns, written(handlers.said(turns))

    for part in (parts.conversation, parts.proof):
        part.evidence(evidence, parts.turns, parts.proof, **PRIVATE).then(js="() => wenzheng.reveal()")
    parts.conversation.rate(rated, parts.turns, [parts.turns, parts.now], **PRIVATE)


def _filled(view: handlers.View) -> tuple[Any, ...]:
    """A view as the values of `Parts.outputs`: the question box and the suggestions are emptied."""
    return view.conversation, view.evidence, view.turns, written(handlers.said(view.turns)), "", ""
