"""Serving the page: this machine only unless told otherwise, nothing fetched, nothing else published."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rag import Language, RagError, SettingError
from ui.address import Address, claim
from ui.app import TABS, build_app, mounted
from ui.ask.handler import welcomed
from ui.ask.telling import Telling
from ui.events.served import downloads
from ui.following.follower import Follower
from ui.functions import Functions, functions_of
from ui.gate.accounts import Accounts
from ui.gate.answers import App
from ui.gate.audit import AUDIT, Audit
from ui.gate.bodies import Bodies
from ui.gate.crowd import Crowd
from ui.gate.doors import Doors
from ui.gate.entrance import Entrance
from ui.gate.headers import Guarded
from ui.gate.hosts import Hosts, own_names
from ui.gate.origin import OwnPages
from ui.gate.packing import Kept
from ui.gate.server import Served, serve
from ui.gate.working import Room, Working
from ui.keeping.arrivals import Arrivals
from ui.keeping.job import Indexing
from ui.localised import Localised, complete
from ui.look import look, own_files, sent
from ui.originals import originals
from ui.pictures import pictures
from ui.ports import Asked
from ui.present.first import first_paint
from ui.sheets import sheets
from ui.spoken import ask_here, speak_json
from ui.taking.served import taken
from ui.timed import timed
from ui.watches.served import watched
from ui.watches.store import Watches

AT_ONCE = 4
"""Readers whose events of one kind are handled at a time; Gradio's own limit of one lets the slowest hold up all."""

LOOKING, FETCHING = (
    r"/gradio_api/component_server/?",
    r"/taken|/(?:events|pages)/file|/pages/sheet|/watch/(?:feed|file)|/gradio_api/mcp/?",
)
"""Paths of what is worked on for the page's tabs, and of what may take longer: files, and tools for language models."""

NAMING = r"/watch/names"
"""Where lists of names are looked up, one list at a time: each is held against every sentence there is."""

LOOKS, WAITING = 12, 60
"""Looks of tabs that are worked on at a time, most of them short; and how many looks, or files, may wait for those."""

QUEUED = 200
"""Calls that may wait for these: past that the framework answers 503, where by itself it would keep any number."""

LOUD = ("uvicorn", "uvicorn.error", "gradio", "mcp")
"""Loggers that would print a traceback for what a client sends."""


def start(
    assistant: Asked,
    indexing: Indexing,
    address: Address,
    hidden: tuple[Path, ...] = (),
    mcp: bool = False,
    accounts: Accounts | None = None,
    following: Follower | None = None,
) -> Served:
    """Serve the page in a thread of its own; `close()` ends it.

    `indexing` is what changes the index the assistant answers from. The framework never hands out files under `hidden`. With
    `mcp` its six endpoints are tools for language models too. With `accounts` nobody gets in without one, and who
    changed what is noted beside their file. `following` follows the folder of pages, and is shown. SettingError if the host or port cannot be had, or what MCP needs is not
    installed.
    """
    _have_mcp(mcp)
    claim(address.host, address.port)
    _keep_quiet()
    audit = Audit(accounts.path.with_name(AUDIT) if accounts else None)
    assistant = timed(assistant)
    app = build_app(assistant, indexing.config, indexing, audit, following)
    complete(app)
    app.queue(default_concurrency_limit=AT_ONCE, max_size=QUEUED)
    page = Functions(mounted(app, _bare(), hidden, mcp), functions_of(app), app.fns)
    if mcp:
        speak_json(app.mcp_server_obj)
        ask_here(app.mcp_server_obj)
    own = Entrance(_own(page, assistant, indexing, audit), accounts, audit, secure=address.certificate is not None)
    return serve(gated(own, address, mcp), address.host, address.port, address.certificate)


def gated(app: App, address: Address, mcp: bool = False) -> App:
    """The application behind all that a request passes before anybody asks who sent it; the outermost stands last.

    What a request brings is whole before it takes one of the places, which are for what is worked on.
    """
    app = Doors(OwnPages(Bodies(Crowd(app))), mcp)
    return Guarded(Hosts(app, (*own_names(address.host), *address.names)), secure=address.certificate is not None)


def _keep_quiet() -> None:
    """Log nothing of what a client sends. Nobody here uses the logger without a name, but what MCP is made with does."""
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    logging.basicConfig(format="%(message)s")  # else the first that uses it changes how all lines look
    logging.getLogger().addFilter(_is_named)


def _is_named(record: logging.LogRecord) -> bool:
    return record.name != "root"


def _own(page: App, assistant: Asked, indexing: Indexing, audit: Audit) -> App:
    """The page with what is asked of it past the framework."""

    def first(language: Language) -> str:
        try:
            return first_paint(language, tuple(TABS), welcomed(assistant, language))
        except RagError:  # the page itself says what is wrong with the index
            return ""

    for language in Language:
        first(language)  # what was searched is counted once, and better now than for the first reader
    kept = own_files()
    localised = Kept(sent(Localised(page, look(kept), first), kept))
    told = Telling(Arrivals(localised, indexing, audit), assistant, AT_ONCE, folder=indexing.folder)
    fetched = sheets(originals(told, assistant, indexing.folder), assistant, indexing.folder)
    fetched = pictures(downloads(taken(fetched, assistant), assistant), assistant)
    own = watched(fetched, assistant, Watches(indexing.config.index))
    return Working(
        own, [(LOOKING, Room(LOOKS, WAITING)), (FETCHING, Room(AT_ONCE, WAITING)), (NAMING, Room(1, WAITING))]
    )


def _bare() -> Any:
    """An application without a page of its own."""
    from fastapi import FastAPI

    return FastAPI(openapi_url=None, docs_url=None, redoc_url=None)


def _have_mcp(wanted: bool) -> None:
    if wanted and find_spec("mcp") is None:
        raise SettingError("what MCP needs is not installed", "run pip install '.[mcp]', or leave out --mcp")
