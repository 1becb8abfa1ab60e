"""The page in the browser as Gradio blocks, apart from how it is served."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from rag import Language
from ui import handlers
from ui.localised import token
from ui.ports import Asked

REMEMBERED = "wenzheng-questions"
"""Where the browser keeps the questions of the conversation, so that it survives a reload."""

_SANS = ("system-ui", "-apple-system", "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "sans-serif")
_MONO = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "Noto Sans Mono CJK SC", "monospace")

_PRESSED = """
element.addEventListener("click", (event) => {
  const pressed = event.target.closest("button, a");
  if (!pressed) return;
  event.preventDefault();
  const { ask, clear, turn, shown } = pressed.dataset;
  if (ask) trigger("example", { question: ask });
  if (clear) trigger("clear", {});
  if (shown) trigger("evidence", { turn: +turn, shown: +shown });
});
"""


def build_app(assistant: Asked) -> Any:
    """A `gr.Blocks` that asks this assistant. Its words are tokens until the page is served in a language."""
    with gr.Blocks(title=token("app.title"), analytics_enabled=False, fill_width=True) as app:
        turns = gr.State(())
        remembered = gr.BrowserState([], storage_key=REMEMBERED, secret=REMEMBERED)
        gr.HTML(_header(), elem_id="masthead", apply_default_css=False)
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="talk"):
                conversation = gr.HTML("", elem_id="conversation", apply_default_css=False, js_on_load=_PRESSED)
                question, send = _question_box()
            with gr.Column(elem_id="proof"):
                proof = gr.HTML("", elem_id="evidence", apply_default_css=False, js_on_load=_PRESSED)
        _wire(app, assistant, (conversation, proof, turns, remembered, question, send))
    return app


def _header() -> str:
    return (
        f'<header><div class="names"><h1>{token("app.title")}</h1><p>{token("app.motto")}</p></div>'
        f'<nav><a href="?lang={token("app.other")}" aria-label="{token("app.language_label")}">{token("app.language")}</a>'
        f'<button type="button" data-theme-switch>{token("app.theme")}</button></nav></header>'
    )


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


def _wire(app: Any, assistant: Asked, parts: tuple[Any, ...]) -> None:
    """Which event calls what. All of it is private: nothing here is an endpoint for other programs."""
    conversation, proof, turns, remembered, question, send = parts
    outputs = [conversation, proof, turns, remembered, question]

    def opened(questions: list[str], request: gr.Request) -> tuple[Any, ...]:
        return _filled(handlers.opened(assistant, _reader(request), tuple(map(str, questions))))

    def asked(words: str, so_far: Any, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        for view in handlers.asked(assistant, _reader(request), words, so_far):
            yield _filled(view)

    def example(so_far: Any, event: gr.EventData, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        yield from asked(str(event.question), so_far, request)

    def cleared(request: gr.Request) -> tuple[Any, ...]:
        return _filled(handlers.opened(assistant, _reader(request)))

    def evidence(so_far: Any, event: gr.EventData, request: gr.Request) -> str:
        return handlers.shown(assistant, _reader(request), so_far, int(event.turn), int(event.shown))

    private = {"api_visibility": "private", "show_progress": "hidden"}
    app.load(opened, remembered, outputs, **private)
    gr.on([question.submit, send.click], asked, [question, turns], outputs, **private).then(
        js="() => wenzheng.answered()"
    )
    conversation.example(example, turns, outputs, **private).then(js="() => wenzheng.answered()")
    conversation.clear(cleared, None, outputs, **private)
    for part in (conversation, proof):
        part.evidence(evidence, turns, proof, **private).then(js="() => wenzheng.reveal()")


def theme() -> Any:
    """The look as far as Gradio's own parts go: the reader's system fonts, so that none is fetched."""
    return gr.themes.Base(font=_SANS, font_mono=_MONO)


def _reader(request: Any) -> Language:
    return handlers.reader_of(request.headers)


def _filled(view: handlers.View) -> tuple[Any, ...]:
    return view.conversation, view.evidence, view.turns, [turn.question for turn in view.turns], ""
