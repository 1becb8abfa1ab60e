"""Who sent a request, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.gate.answers import Scope

KEY = "wenzheng.account"
"""Where a request that passed the entrance holds its account."""


class Role(StrEnum):
    """A reader asks and looks; an editor also brings files and deletes pages."""

    READER = "reader"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Account:
    """A name and its role."""

    name: str
    role: Role


ANYBODY = Account("", Role.EDITOR)
"""Whoever reaches a page that asks for no password."""


def may_read(scope: Scope) -> bool:
    """Whether whoever sent this may ask and look; nobody may who did not come through the entrance."""
    return isinstance(scope.get(KEY), Account)


def may_edit(scope: Scope) -> bool:
    """Whether whoever sent this may change what is indexed; nobody may who did not come through the entrance."""
    account = scope.get(KEY)
    return isinstance(account, Account) and account.role is Role.EDITOR


def name_of(scope: Scope) -> str:
    """The name of whoever sent this; empty where no names are asked for."""
    account = scope.get(KEY)
    return account.name if isinstance(account, Account) else ""
