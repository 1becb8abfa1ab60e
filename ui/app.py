"""The page in the browser as Gradio blocks, apart from how it is served: masthead, tabs, and the evidence beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.events import api

from rag import Config, RagError, SettingError
from ui.ask import tab as ask
from ui.desk import Desk
from ui.endpoints import Endpoints
from ui.events import tab as events
from ui.evidence import tab as evidence
from ui.following.follower import Follower
from ui.gate.account import may_read
from ui.gate.audit import Audit
from ui.keeping.job import Indexing
from ui.localised import token
from ui.pages import tab as pages
from ui.people import tab as people
from ui.ports import Asked
from ui.present.first import masthead
from ui.problems import one_line, report
from ui.settings import tab as settings
from ui.watches import tab as watches

TABS = {"ask": ask, "events": events, "people": people, "watches": watches, "pages": pages, "settings": settings}
"""The tabs in the order in which they stand, each by the name of its folder."""

_SANS = ("system-ui", "-apple-system", "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "sans-serif")
_MONO = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "Noto Sans Mono CJK SC", "monospace")


def build_app(
    assistant: Asked,
    config: Config,
    indexing: Indexing,
    audit: Audit | None = None,
    following: Follower | None = None,
) -> Any:
    """A `gr.Blocks` that asks this assistant. Its words are tokens until the page is served in a language."""
    desk = Desk(assistant, config, indexing, audit or Audit(), following)
    with _Page(title=token("app.title"), analytics_enabled=False, fill_width=True) as app:
        gr.HTML(masthead(), elem_id="masthead", apply_default_css=False)
        watches.build_sign(desk)
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="work"):
                tabs = gr.Tabs(elem_id="tabs", overflow_behavior="wrap")
            with gr.Column(elem_id="proof"):
                evidence.build(desk)
        with tabs:
            for name, tab in TABS.items():
                with gr.Tab(token(f"tab.{name}"), id=name, elem_id=f"tab-{name}"):
                    tab.build(desk)
        _publish(assistant)
    return app


def mounted(app: Any, around: Any, hidden: tuple[Path, ...], mcp: bool) -> Any:
    """A `gr.Blocks` as part of a FastAPI application, where its files stay as closed as those under `hidden`.

    Gradio's own way of serving would open more: it listens to its own settings in the environment, starts processes that
    hand out files, and calls its maker's site.
    """
    return gr.mount_gradio_app(
        around,
        app,
        "/",
        theme=gr.themes.Base(font=_SANS, font_mono=_MONO),  # the reader's fonts, so that none is fetched
        blocked_paths=[str(path.resolve()) for path in hidden],
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        show_error=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=mcp,
        max_file_size=0,
    )


class _Page(gr.Blocks):
    """Blocks that tell a caller in one line that a value is missing, where Gradio prints a traceback."""

    def validate_inputs(self, block_fn: Any, inputs: list[Any]) -> None:
        """As Gradio's, which raises ValueError; what is left out at the end is what the function takes for it, so that a call
        holds on that was written before the function took as much."""
        taken = list(signature(block_fn.fn).parameters.values())[1:] if block_fn.fn else []
        left_out = [parameter.default for parameter in taken[len(inputs) :]]
        if Parameter.empty not in left_out:
            inputs += left_out
        try:
            super().validate_inputs(block_fn, inputs)
        except ValueError:
            wanted = f"{block_fn.name} takes {len(block_fn.inputs)} values and got {len(inputs)}"
            raise gr.Error(f"{wanted}; see /gradio_api/info", print_exception=False) from None


class _Told(gr.Error):
    """What a caller is told: Gradio's own error puts its words in quotation marks for a language model."""

    def __str__(self) -> str:
        return str(self.message)


def _publish(assistant: Asked) -> None:
    """The only listeners that other programs see and can call."""
    for endpoint in Endpoints(assistant).all():
        api(_in_one_line(endpoint), api_name=endpoint.__name__, concurrency_id="endpoints")


def _in_one_line(endpoint: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """The endpoint for whoever may ask, with whatever goes wrong in it told as one line, never as a traceback."""

    @wraps(endpoint)
    def told(request: gr.Request, *given: Any) -> dict[str, Any]:
        try:
            if not may_read(getattr(request, "request", request).scope):  # Gradio's own copies what it hands out
                raise SettingError("who asks is not known", "log in first, or send name and password (HTTP Basic)")
            return endpoint(*given)
        except Exception as error:
            if not isinstance(error, RagError):
                report(error)
            raise _Told(one_line(error), print_exception=False) from None

    _also_takes(told, gr.Request)
    return told


def _also_takes(function: Any, kind: type) -> None:
    """Show Gradio, which reads signatures, a first parameter that callers do not see: it fills that one in itself."""
    own = signature(function)
    first = Parameter("request", Parameter.POSITIONAL_OR_KEYWORD, annotation=kind)
    function.__signature__ = own.replace(parameters=[first, *own.parameters.values()])
    function.__annotations__ = {"request": kind} | function.__annotations__
