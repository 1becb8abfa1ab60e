"""The HTTP server: bounds for what comes before a request is one, and a thread to run in."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

from rag import SettingError
from ui.gate.answers import App
from ui.gate.patience import HURRY, IDLE, STALLED, patient

HEADERS = 32 << 10
"""Bytes of a request before its body."""

ENDING = 3
"""Seconds which those requests have that are being answered when the server ends."""

CONNECTIONS = 2_000
"""At a time; each open page has a few."""

OTHERS = 400
"""Files besides connections: of the index each thread that reads it has some."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files of a certificate and its key, in PEM."""

    certificate: Path
    key: Path


class Served:
    """A page that is being served; `close` ends it."""

    def __init__(self, server: Any, thread: Thread) -> None:
        self._server, self._thread = server, thread

    def close(self) -> None:
        """End it, and wait until it has ended."""
        self._server.should_exit = True
        self._thread.join(timeout=ENDING + 5)


def serve(
    app: App,
    host: str,
    port: int,
    tls: Certificate | None = None,
    hurry: float = HURRY,
    stalled: float = STALLED,
    most: int = CONNECTIONS,
) -> Served:
    """Serve an ASGI application in a thread of its own; returns when it answers. SettingError if it does not start.

    `most` connections are open at a time, or fewer where the system allows this process fewer files.
    """
    import uvicorn

    allowed = files_allowed(most + OTHERS)
    config = uvicorn.Config(
        app,
        host=host.strip("[]"),
        port=port,
        http=patient(hurry, stalled, min(most, max(allowed // 2, allowed - OTHERS))),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=ENDING,
        h11_max_incomplete_event_size=HEADERS,
        ssl_certfile=tls.certificate if tls else None,
        ssl_keyfile=tls.key if tls else None,
    )
    server = uvicorn.Server(config)
    thread = Thread(target=_run, args=(server,), name="serving", daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise SettingError(
                f"the page cannot be served at {host}:{port}", "see that the certificate and its key fit"
            )
        time.sleep(0.01)
    return Served(server, thread)


def files_allowed(wanted: int) -> int:
    """How many files this process may have open, raised to what is wanted as far as the system lets it."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return wanted
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return wanted
    raised = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (raised, hard))
    return int(resource.getrlimit(resource.RLIMIT_NOFILE)[0])


def _run(server: Any) -> None:
    with contextlib.suppress(SystemExit, OSError):
        asyncio.run(server.serve())
