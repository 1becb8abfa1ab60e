"""`wenzheng watch`: put what is watched to new pages, write what a watch found, or where the names of a list are printed."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from rag import Assistant, Count, Language, RagError, SettingError, put_in_place
from ui.commands.config import config_of
from ui.table import table
from ui.terminal import printable
from ui.watches.names import names_in
from ui.watches.running import run as put_to_new_pages
from ui.watches.sheets import hits_csv, names_csv
from ui.watches.showing import shown
from ui.watches.store import Watches

NOBODY = ""
"""Whoever is at the terminal, and at a page that asks nobody for a name."""


def run(arguments: Namespace) -> int:
    """Write the file that is asked for; without one, list the watches with what they found."""
    config = config_of(arguments)
    names = names_in(arguments.names) if arguments.names else []
    with Assistant.open(config) as assistant:
        if names:
            found = assistant.printed(names)
            _write(arguments.out, names_csv(Language.EN, names, found))
            printed = len({one.name for one in found})
            _say(
                f"{printed} of {len(names)} {Count(len(names)):name|names} {Count(printed):is|are} printed, in "
                f"{len(found)} {Count(len(found)):place|places}: {arguments.out}"
            )
            return 0
        watches = Watches(config.index)
        put_to_new_pages(watches, assistant)
        if arguments.name:
            _one(watches, assistant, arguments.name, arguments.out)
        else:
            _all(watches)
    return 0


def _one(watches: Watches, assistant: Assistant, name: str, out: Path) -> None:
    watch = next((watch for watch in watches.all() if watch.name == name), None)
    if watch is None:
        raise SettingError(f"there is no watch {name}", "`wenzheng watch` lists them; they are made in the browser")
    hits = list(shown(assistant, watches.finds.standing(watch.id)))
    _write(out, hits_csv(Language.EN, hits))
    _say(f"{len(hits)} found by {name}: {out}")


def _all(watches: Watches) -> None:
    counts = watches.counts(NOBODY)
    rows = [
        (w.name, w.question or " ".join(w.fields.values()), str(counts[w.id].hits), str(counts[w.id].new))
        for w in watches.all()
    ]
    for line in table(("watch", "what", "found", "new"), rows) if rows else ("nothing is watched",):
        _say(line)


def _write(out: Path, pieces: Iterable[str]) -> None:
    """The file is there when it is whole, and not before."""
    aside = out.with_name(f"{out.name}.part")
    try:
        with aside.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        put_in_place(aside, out)
    except OSError as error:
        raise RagError(f"{out} cannot be written ({error.strerror})", "choose another --out") from error


def _say(line: str) -> None:
    sys.stdout.write(f"{printable(line)}\n")
