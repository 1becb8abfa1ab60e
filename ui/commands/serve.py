"""`wenzheng serve`: the page in the browser, over an index that is built first if there is none."""

from __future__ import annotations

import os
import sys
import threading
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag import (
    Assistant,
    Config,
    IndexUnusableError,
    SettingError,
    build_index,
    delete_pages,
    index_at,
    index_is_there,
    rulings_made,
)
from ui.address import Address, claim, url
from ui.commands.config import config_of
from ui.commands.index import SEEDS, build
from ui.correcting.following import Noticing
from ui.following.diary import Diary
from ui.following.follower import Follower
from ui.following.watcher import Watcher
from ui.gate.accounts import Accounts
from ui.gate.hosts import is_loopback
from ui.gate.server import Certificate
from ui.keeping.job import Indexing
from ui.ports import Asked
from ui.problems import say_line
from ui.warming import warming
from ui.watches.runner import Runner
from ui.watches.store import Watches


def run(arguments: Namespace) -> int:
    """Serve until Ctrl-C. The address is claimed first: an index is not built for a page that cannot be served."""
    claim(arguments.host, arguments.port)
    config = config_of(arguments)
    address = _address(arguments)
    accounts = _accounts(arguments)
    with _opened(config, arguments.pages or SEEDS) as assistant:
        known = assistant.folder()
        pages = arguments.pages or _near(known or SEEDS)
        os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # Gradio reads it as it is loaded
        from ui.serve import start

        asked, loading = warming(assistant)
        own = (lambda: True) if arguments.pages or not known else assistant.owns_folder
        indexing = Indexing(config, pages, build_index, delete_pages, own)
        follower = _follower(arguments, indexing, asked)
        page = start(asked, indexing, address, (config.index, pages), arguments.mcp, accounts, follower)
        _say(f"Wenzheng is at {url(address)} (Ctrl-C ends it)")
        if risk := _risk(address, accounts):
            say_line(risk)
        if assistant.outdated():
            _say("the index was built by another version: its pages are read again, and it is asked until they are")
            indexing.begin(renew=True)
        loading.start()  # after Gradio, lest two threads import at once what both of them need
        noticing = Noticing(lambda: rulings_made(config), indexing.correct)
        with noticing, _watched(follower, indexing), _run(config, asked):
            try:
                threading.Event().wait()
            finally:
                page.close()
    return 0


def _follower(arguments: Namespace, indexing: Indexing, asked: Asked) -> Follower | None:
    if not arguments.watch:
        return None
    diary = Diary(indexing.config.index)
    return Follower(indexing, asked, indexing.notes, diary, arguments.grace * 60)


@contextmanager
def _run(config: Config, asked: Asked) -> Iterator[None]:
    """What is watched is put to new pages meanwhile."""
    runner = Runner(Watches(config.index), asked)
    runner.start()
    try:
        yield
    finally:
        runner.close()


@contextmanager
def _watched(follower: Follower | None, indexing: Indexing) -> Iterator[None]:
    """The folder of pages is followed meanwhile, if it is to be."""
    if follower is None:
        yield
        return
    _say(f"{indexing.folder}/ is followed; what is decided about its files stands in {follower.diary.path}")
    watcher = Watcher(follower, indexing)
    watcher.start()
    try:
        yield
    finally:
        watcher.close()


def _address(arguments: Namespace) -> Address:
    if bool(arguments.certificate) != bool(arguments.key):
        raise SettingError("a certificate needs its key, and a key its certificate", "give --certificate and --key")
    files = [path for path in (arguments.certificate, arguments.key) if path and not path.is_file()]
    if files:
        raise SettingError(f"{files[0]} is no file", "give the certificate and its key as PEM files")
    certificate = Certificate(arguments.certificate, arguments.key) if arguments.key else None
    return Address(arguments.host, arguments.port, tuple(arguments.allow_host), certificate)


def _accounts(arguments: Namespace) -> Accounts | None:
    """Who may come in. SettingError where others could reach the page and nobody said that they may."""
    if arguments.accounts:
        accounts = Accounts(arguments.accounts)
        if not accounts:
            raise SettingError(
                f"there is no account in {arguments.accounts}", "wenzheng account add NAME --role editor"
            )
        return accounts
    if not is_loopback(arguments.host) and not arguments.without_password:
        raise SettingError(
            f"at {arguments.host} whoever reaches this machine could ask, bring files and delete pages",
            "make accounts (wenzheng account add NAME --role editor) and give --accounts accounts.json, "
            "or say --without-password",
        )
    return None


def _risk(address: Address, accounts: Accounts | None) -> str:
    """What whoever serves the page to others should know; empty where this machine alone reaches it, and for accounts over
    TLS."""
    if is_loopback(address.host):
        return ""
    if accounts is None:
        return (
            f"whoever reaches {address.host}:{address.port} may ask, bring files and delete pages without a password; "
            "make accounts (wenzheng account add NAME --role editor) and give --accounts accounts.json to ask for one"
        )
    if address.certificate is None:
        return (
            f"at {address.host}:{address.port} names and passwords travel as plain text that others on their way can read; "
            "give --certificate and --key, or serve at 127.0.0.1 behind a proxy with TLS"
        )
    return ""


def _opened(config: Config, pages: Path) -> Assistant:
    try:
        return Assistant.open(config)
    except IndexUnusableError:
        if not _empty(config):
            raise
    _say(f"there is no index in {index_at(config)} yet: reading {pages}/")
    build(config, [pages])
    return Assistant.open(config)


def _near(folder: Path) -> Path:
    """The folder as it is called from here, if it lies below."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) and folder != here else folder


def _empty(config: Config) -> bool:
    """Whether nothing was ever built there; a file whose name begins with a dot is not an index."""
    if config.store:
        return not index_is_there(config)
    return not config.index.is_dir() or all(path.name.startswith(".") for path in config.index.iterdir())


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
