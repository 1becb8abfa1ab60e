"""Serving the page: this machine only unless told otherwise, nothing fetched, nothing else published."""

from __future__ import annotations

import logging
import os
import warnings
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rag import Language, RagError, SettingError
from ui.address import claim
from ui.app import TABS, build_app, theme
from ui.downloads import Downloads
from ui.guard import Guarded
from ui.handlers.ask import welcomed
from ui.keeping.arrivals import Arrivals
from ui.keeping.job import Indexing
from ui.localised import Localised, complete
from ui.origin import OwnPages
from ui.ports import Asked
from ui.present.first import first_paint
from ui.spoken import speak_json
from ui.telling import Telling

PARTS = ("page", "address", "talks", "lists", "evidence", "timeline", "picking", *TABS)
"""Style sheets and scripts in the order in which they are joined: later ones may rely on, and outweigh, earlier ones."""

AT_ONCE = 4
"""Readers whose events of one kind are handled at a time; Gradio's own limit of one lets the slowest hold up all."""


def start(
    assistant: Asked, indexing: Indexing, host: str, port: int, hidden: tuple[Path, ...] = (), mcp: bool = False
) -> Any:
    """Serve the page in threads of their own and return its `gr.Blocks`; `close()` ends it.

    `indexing` is what changes the index the assistant answers from. Files under `hidden` are never handed out. With
    `mcp` its three endpoints are tools for language models too. SettingError if the host or port cannot be had, or
    what MCP needs is not installed.
    """
    _have_mcp(mcp)
    claim(host, port)
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    _go_straight_to(host)
    app = build_app(assistant, indexing.config, indexing)
    complete(app)
    app.queue(default_concurrency_limit=AT_ONCE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        app.launch(server_name=host, server_port=port, mcp_server=mcp, **_settings(assistant, indexing, hidden))
    if mcp:
        speak_json(app.mcp_server_obj)
    return app


def _have_mcp(wanted: bool) -> None:
    if wanted and find_spec("mcp") is None:
        raise SettingError("what MCP needs is not installed", "run pip install '.[mcp]', or leave out --mcp")


def _go_straight_to(host: str) -> None:
    """Gradio calls itself as it starts; a proxy set for the machine must not stand between."""
    for name in ("NO_PROXY", "no_proxy"):
        known = filter(None, os.environ.get(name, "").split(","))
        os.environ[name] = ",".join(dict.fromkeys([*known, "127.0.0.1", "localhost", host]))


def _settings(assistant: Asked, indexing: Indexing, hidden: tuple[Path, ...]) -> dict[str, Any]:
    """Everything `launch` is told; what is switched off here is on, or may be switched on from outside, otherwise."""
    from starlette.middleware import Middleware

    def first(language: Language) -> str:
        try:
            return first_paint(language, tuple(TABS), welcomed(assistant, language))
        except RagError:  # the page itself says what is wrong with the index
            return ""

    head = f"<style>{_joined('css')}</style><script>{_joined('js')}</script>"
    for language in Language:
        first(language)  # examples are worked out once, and better now than for the first reader
    localised = Middleware(Localised, head=head, first=first)
    telling = Middleware(Telling, assistant=assistant, at_once=AT_ONCE)
    own = [Middleware(Downloads, assistant=assistant), telling, Middleware(Arrivals, indexing), localised]
    middleware = [Middleware(Guarded), Middleware(OwnPages), *own]
    return {
        "theme": theme(),
        "app_kwargs": {"middleware": middleware},
        "blocked_paths": [str(path.resolve()) for path in hidden],
        "footer_links": [],
        "prevent_thread_lock": True,
        "quiet": True,
        "share": False,
        "enable_monitoring": False,
        "run_history": False,
        "ssr_mode": False,
        "pwa": False,
    }


def _joined(kind: str) -> str:
    """The style sheets, or the scripts, of the page and its tabs as one text, in the order of PARTS."""
    static = files("ui").joinpath("static")
    parts = (static.joinpath(f"{part}.{kind}") for part in PARTS)
    return "\n".join(part.read_text(encoding="utf-8") for part in parts if part.is_file())
