"""`wenzheng account`: who may come in where the page is served to more than one."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace

from rag import SettingError
from ui.gate.account import Role
from ui.gate.accounts import Accounts


def run(arguments: Namespace) -> int:
    """Add, remove or list accounts; the password is asked for, or read from a pipe, and never an argument."""
    accounts = Accounts(arguments.accounts)
    if arguments.what == "list":
        for account in accounts.all():
            sys.stdout.write(f"{account.name}\t{account.role}\n")
    elif not arguments.name:
        raise SettingError("there is no name", f"wenzheng account {arguments.what} NAME")
    elif arguments.what == "remove":
        accounts.remove(arguments.name)
    else:
        accounts.put(arguments.name, _password(), Role(arguments.role))
        sys.stdout.write(f"{arguments.name} is a{'n' if arguments.role == Role.EDITOR else ''} {arguments.role} now\n")
    return 0


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != first:
        raise SettingError("the two are not the same", "try again")
    return first
