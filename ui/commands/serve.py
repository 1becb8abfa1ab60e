"""`wenzheng serve`: the page in the browser, over an index that is built first if there is none."""

from __future__ import annotations

import os
import sys
import threading
from argparse import Namespace
from pathlib import Path

from rag import Assistant, Config, IndexUnusableError, build_index, delete_pages
from ui.address import Address, claim, url
from ui.commands.config import config_of
from ui.commands.index import SEEDS, build
from ui.keeping.job import Indexing
from ui.warming import warming


def run(arguments: Namespace) -> int:
    """Serve until Ctrl-C. The address is claimed first: an index is not built for a page that cannot be served."""
    claim(arguments.host, arguments.port)
    config = config_of(arguments)
    address = Address(arguments.host, arguments.port, tuple(arguments.allow_host))
    with _opened(config, arguments.pages or SEEDS) as assistant:
        pages = arguments.pages or _near(assistant.folder() or SEEDS)
        os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # Gradio reads it as it is loaded
        from ui.serve import start

        asked, loading = warming(assistant)
        indexing = Indexing(config, pages, build_index, delete_pages)
        page = start(asked, indexing, address, (config.index, pages), arguments.mcp)
        _say(f"Wenzheng is at {url(address)} (Ctrl-C ends it)")
        if assistant.outdated():
            _say("the index was built by another version: its pages are read again, and it is asked until they are")
            indexing.begin(renew=True)
        loading.start()  # after Gradio, lest two threads import at once what both of them need
        try:
            threading.Event().wait()
        finally:
            page.close()
    return 0


def _opened(config: Config, pages: Path) -> Assistant:
    try:
        return Assistant.open(config)
    except IndexUnusableError:
        if not _empty(config):
            raise
    _say(f"there is no index in {config.index} yet: reading {pages}/")
    build(config, [pages])
    return Assistant.open(config)


def _near(folder: Path) -> Path:
    """The folder as it is called from here, if it lies below."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) and folder != here else folder


def _empty(config: Config) -> bool:
    """Whether nothing was ever built there; a file whose name begins with a dot is not an index."""
    return not config.index.is_dir() or all(path.name.startswith(".") for path in config.index.iterdir())


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
