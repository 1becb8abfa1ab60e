"""The grammar of the command `wenzheng`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

ACTIVITIES = ("inspect", "research_visit", "meeting_chair", "meeting_attend", "speech", "other")
"""The types of event, written out so that the library need not be loaded to print the help."""

LEGS = ("events", "words", "meaning", "reader")
"""Ways of finding that can be switched off, written out for the same reason."""

ROLES = ("reader", "editor")
"""What an account may do, written out likewise."""

LONGEST_GRACE = 365 * 24 * 60
"""Minutes; whoever wants longer wants the pages kept."""

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def build_parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    parser = argparse.ArgumentParser(
        prog="wenzheng",
        description="Ask what local government did; the newspaper's own words stand under every answer.",
        epilog="Exit codes: 0 done, 1 something is wrong that you can mend, 2 the command was not understood.",
    )
    parser.add_argument("--version", action=_Version, help="print the version")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (
        _index,
        _ask,
        _show,
        _serve,
        _evaluate,
        _delete,
        _corrections,
        _check,
        _backup,
        _restore,
        _move,
        _bench,
    ):
        _common(add(commands))
    _common(_watch(commands))
    _completion(commands)
    _account(commands)
    return parser


class _Version(argparse.Action):
    """Looks the version up when it is asked for, which takes longer than all the rest of the grammar."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"{parser.prog} {version('wenzheng')}\n")
        parser.exit()


def misused(arguments: argparse.Namespace) -> str:
    """What is wrong with options that are right each by itself; empty if nothing is."""
    check = {"show": _misused_show, "ask": _misused_ask, "evaluate": _misused_evaluate, "watch": _misused_watch}.get(
        arguments.command
    )
    return check(arguments) if check else ""


def _misused_show(arguments: argparse.Namespace) -> str:
    if arguments.graphml and (arguments.jsonl or arguments.what not in ("network", "places")):
        return "--graphml FILE is for `show network` and `show places`, and takes the place of --jsonl"
    return ""


def _misused_ask(arguments: argparse.Namespace) -> str:
    if bool(arguments.batch) != bool(arguments.out):
        return "--batch and --out belong together"
    if arguments.batch and (arguments.history or arguments.json):
        return "--history and --json are for one question; with --batch the history stands in the file"
    if arguments.batch and (arguments.paper or arguments.since or arguments.until or arguments.page):
        return "--paper, --since, --until and --page are for one question"
    return ""


def _misused_evaluate(arguments: argparse.Namespace) -> str:
    if arguments.retrieval and (arguments.floors or arguments.ablations):
        return "--floors and --ablations are for answers, not for --retrieval"
    return ""


def _misused_watch(arguments: argparse.Namespace) -> str:
    if arguments.name and arguments.names:
        return "a watch and --names are two things; give one of them"
    if bool(arguments.name or arguments.names) != bool(arguments.out):
        return "--out says where what was found by a watch, or for --names, goes"
    return ""


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument("--index", type=Path, default=Path("index"), metavar="DIR", help="the index (default: index)")
    command.add_argument(
        "--store", metavar="URL", help="a server that keeps the index instead: postgresql://user@host/database"
    )
    command.add_argument("--words", type=Path, metavar="DIR", help="a folder of your own word lists")
    command.add_argument("--model", metavar="NAME", help="another sentence-transformers model than the bundled one")


def _index(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("index", help="read pages into an index")
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files and folders (default: seeds)")
    command.add_argument("--rebuild", action="store_true", help="start from an empty index")
    return command


def _ask(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("ask", help="answer one question, or a file of them")
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("question", nargs="?", metavar="QUESTION")
    what.add_argument("--batch", type=Path, metavar="QUESTIONS.jsonl", help="a question a line, answered in order")
    command.add_argument("--out", type=Path, metavar="ANSWERS.jsonl", help="where the answers of --batch go")
    command.add_argument("--history", action="append", default=[], metavar="Q", help="an earlier question; repeatable")
    command.add_argument("--json", action="store_true", help="print the answer as one JSON object")
    within = command.add_argument_group("what is asked of, everything where nothing is given")
    within.add_argument("--paper", metavar="NAME", help="this newspaper: its name, or a part of it")
    within.add_argument("--since", type=_day, metavar="DAY", help="pages from then on: YYYY-MM-DD, YYYY-MM or YYYY")
    within.add_argument("--until", type=_day, metavar="DAY", help="pages up to then: YYYY-MM-DD, YYYY-MM or YYYY")
    within.add_argument("--page", action="append", default=[], metavar="NAME", help="this page; repeatable")
    return command


def _show(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("show", help="list what is in the index")
    command.add_argument("what", choices=("articles", "events", "people", "network", "places"))
    command.add_argument("--jsonl", action="store_true", help="a JSON object a line instead of a table")
    command.add_argument(
        "--graphml", type=Path, metavar="FILE", help="write the network, or who was where, for Gephi and such"
    )
    chosen = command.add_argument_group("which events, or people taking part in such")
    chosen.add_argument("--all", action="store_true", help="what is planned or only referred to as well")
    chosen.add_argument("--who", metavar="NAME", help="part of the name or office of someone taking part")
    chosen.add_argument("--where", metavar="PLACE", help="part of a place, or of what it was about")
    chosen.add_argument("--since", type=_day, metavar="DAY", help="YYYY-MM-DD, YYYY-MM or YYYY")
    chosen.add_argument("--until", type=_day, metavar="DAY", help="YYYY-MM-DD, YYYY-MM or YYYY")
    chosen.add_argument("--type", choices=ACTIVITIES, help="what kind of act")
    chosen.add_argument("--newspaper", metavar="NAME", help="part of the newspaper's name")
    return command


def _serve(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("serve", help="the chat in the browser; builds the index first if there is none")
    command.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1)")
    command.add_argument("--port", type=_port, default=7860, help="the port to listen on (default: 7860)")
    command.add_argument(
        "--pages", type=Path, metavar="DIR",
        help="the folder of pages: read if there is no index, and where dropped pages are kept "
        "(default: the one that was read last, or seeds)",
    )  # fmt: skip
    command.add_argument("--watch", action="store_true", help="follow the folder of pages while the page is served")
    command.add_argument(
        "--grace", type=_minutes, default=60.0, metavar="MINUTES",
        help="how long a page stays when --watch finds its file gone (default: 60)",
    )  # fmt: skip
    command.add_argument(
        "--allow-host", action="append", default=[], metavar="NAME",
        help="a further name by which the page may be called; repeatable",
    )  # fmt: skip
    doors = command.add_argument_group("for more than oneself")
    doors.add_argument(
        "--accounts", type=Path, metavar="FILE", help="ask for the passwords in this file (wenzheng account)"
    )
    doors.add_argument("--without-password", action="store_true", help="let in whoever reaches the address given")
    doors.add_argument("--certificate", type=Path, metavar="PEM", help="serve over TLS with this certificate")
    doors.add_argument("--key", type=Path, metavar="PEM", help="the certificate's key")
    command.add_argument("--mcp", action="store_true", help="offer what other programs may ask as MCP tools too")
    return command


def _watch(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("watch", help="put what is watched to new pages, or look up a list of names")
    command.add_argument("name", nargs="?", metavar="WATCH", help="write what this watch found (made in the browser)")
    command.add_argument("--names", type=Path, metavar="FILE", help="a name a line: find where each is printed")
    command.add_argument("--out", type=Path, metavar="CSV", help="where what was found goes")
    return command


def _account(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("account", help="who may come in where the page is served to more than oneself")
    command.add_argument("what", choices=("add", "remove", "list"))
    command.add_argument("name", nargs="?", metavar="NAME", help="the password is asked for, or read from a pipe")
    command.add_argument(
        "--role", choices=ROLES, default="reader", help="readers ask, editors change too (default: reader)"
    )
    _add_accounts(command, "where they are kept")
    return command


def _add_accounts(command: argparse.ArgumentParser, what: str) -> None:
    command.add_argument(
        "--accounts", type=Path, default=Path("accounts.json"), metavar="FILE", help=f"{what} (default: accounts.json)"
    )


def _evaluate(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("evaluate", help="score answers, or the documents found, against what is right")
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("gold", nargs="?", type=Path, metavar="GOLD.jsonl", help="questions with their answers")
    what.add_argument("--retrieval", type=Path, metavar="DIR", help="a folder with queries.jsonl and qrels.tsv")
    command.add_argument("--floors", type=Path, metavar="FLOORS.json", help="figures that must not be missed")
    command.add_argument("--failures", action="store_true", help="show each question that is not fully right")
    off = command.add_mutually_exclusive_group()
    off.add_argument("--without", choices=LEGS, help="switch one way of finding, or the reader, off")
    off.add_argument("--ablations", action="store_true", help="also with each way of finding off, side by side")
    command.add_argument("--report", type=Path, metavar="DIR", help="write report.md and report.html")
    command.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    return command


def _delete(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("delete", help="take pages, and all that was drawn from them, out of the index")
    command.add_argument("pages", nargs="+", metavar="PAGE", help="a page's name as `wenzheng show articles` gives it")
    return command


def _corrections(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser(
        "corrections", help="list what was corrected, take one back, or write them for other uses"
    )
    what = command.add_mutually_exclusive_group()
    what.add_argument("--jsonl", action="store_true", help="a JSON object a line instead of a table")
    what.add_argument("--undo", metavar="ID", help="take back the correction of this id")
    what.add_argument("--gold", type=Path, metavar="GOLD.jsonl", help="write questions with their answers for evaluate")
    what.add_argument("--lists", type=Path, metavar="DIR", help="add its names to a folder of word lists for --words")
    return command


def _check(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("check", help="say whether the index, and the files beside it, are whole")
    _add_accounts(command, "also look at these, if they are there")
    return command


def _backup(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("backup", help="copy the index as it is at one moment, also while it is served")
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet, for the copy")
    return command


def _restore(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("restore", help="put a backup in the place of the index, also while it is served")
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that `wenzheng backup` made")
    return command


def _move(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("move", help="copy the index to a server, or from there into a folder")
    command.add_argument(
        "--to", required=True, metavar="URL|DIR", help="an empty database, or a folder that is not there yet"
    )
    return command


def _bench(commands: Commands) -> argparse.ArgumentParser:
    command = commands.add_parser("bench", help="measure how fast this machine is")
    command.add_argument("what", choices=("encode", "build", "query"))
    command.add_argument("--passages", type=_count, metavar="N", help="how many made-up passages to measure with")
    command.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    return command


def _completion(commands: Commands) -> None:
    command = commands.add_parser("completion", help="print what makes a shell complete the command's words")
    command.add_argument("shell", choices=("bash", "zsh", "tcsh"))


def _day(text: str) -> str:
    if not _DAY.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY")
    return text


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 1 << 16):
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 1 to 65535")
    return int(text)


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = -1.0
    if not 0 <= minutes <= LONGEST_GRACE:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of minutes; give 0 to {LONGEST_GRACE}")
    return minutes


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of passages; give 1 or more")
    return int(text)
