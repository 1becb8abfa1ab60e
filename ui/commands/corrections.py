"""`wenzheng corrections`: what was corrected and what became of it; taking one back; gold and word lists made of them."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable

from rag import (
    Assistant,
    Config,
    Count,
    IndexUnusableError,
    Listed,
    correct_pages,
    export_words,
    rulings,
    rulings_damage,
    undo_ruling,
)
from ui.commands.config import config_of
from ui.table import table
from ui.terminal import printable

HEADER = ("id", "at", "who", "thing", "ruling", "page", "was", "now", "state")


def run(arguments: Namespace) -> int:
    """Do what was asked; without an option list all of them."""
    config = config_of(arguments)
    if arguments.undo:
        _say(_undone(config, arguments.undo))
    elif arguments.gold:
        from rag.evaluating import write_questions

        with Assistant.open(config) as assistant:
            count = write_questions(assistant.readings(), arguments.gold)
        _say([f"wrote {count} {Count(count):question|questions} to {arguments.gold}"])
    elif arguments.lists:
        gained = export_words(config, arguments.lists)
        told = ", ".join(f"{count} {Count(count):row|rows} to {name}.tsv" for name, count in gained.items())
        _say([f"added {told or 'nothing'} in {arguments.lists}"])
    else:
        listed = rulings(config)
        _say(map(_json, listed) if arguments.jsonl else table(HEADER, [_row(one) for one in listed]))
        if damage := rulings_damage(config):
            sys.stderr.write(f"wenzheng: {printable(damage)}\n")
            return 1
    return 0


def _undone(config: Config, entry: str) -> Iterable[str]:
    """The ruling is taken back for good; the index follows now, or when it next can."""
    undo_ruling(config, entry)
    yield f"undone: {entry}"
    try:
        yield from (f"drawn again: {name}" for name in correct_pages(config))
    except IndexUnusableError as error:
        yield f"the index follows later: {error}"


def _row(listed: Listed) -> tuple[str, ...]:
    e = listed.entry
    return (e.id, e.at, e.who, e.thing.value, e.ruling.value, e.page, listed.was, listed.now, listed.fate.value)


def _json(listed: Listed) -> str:
    return json.dumps(dict(zip(HEADER, _row(listed), strict=True)) | {"over": listed.entry.over}, ensure_ascii=False)


def _say(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{printable(line)}\n" for line in lines)
