"""The file of accounts: names, roles, and passwords as argon2 keeps them, each account with a digest of itself.

A letter that has become another must let nobody in and give nobody another role: a file with an account that does not have its
digest is refused whole.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rag import SettingError, put_in_place, sum_of
from ui.gate.account import Account, Role

SHORTEST, LONGEST = 10, 200
"""Characters of a password. A long one is no secret better kept, and takes time to look at."""

NAME = re.compile(r"[\w.@-]{1,60}")
ONLY_OURS = 0o600

DAMAGED = "put a copy of it in its place, or move it away and make the accounts again with wenzheng account add"
"""What to do about a file that is not as it was written."""


class Accounts:
    """Those in a file; SettingError where it cannot be read or holds something else."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known = _read(path) if path.exists() else {}
        self._hasher = _hasher()
        self._nobody = self._hasher.hash("nobody has this password")

    def __len__(self) -> int:
        return len(self._known)

    def all(self) -> tuple[Account, ...]:
        """Everybody, by name."""
        return tuple(Account(name, Role(of["role"])) for name, of in sorted(self._known.items()))

    def who(self, name: str, password: str) -> Account | None:
        """The account, where the password is its own. It takes as long where there is none of that name."""
        from argon2.exceptions import Argon2Error, InvalidHashError

        of = self._known.get(name)
        try:
            self._hasher.verify(of["password"] if of else self._nobody, password[: LONGEST + 1])
        except (Argon2Error, InvalidHashError):
            return None
        return Account(name, Role(of["role"])) if of else None

    def put(self, name: str, password: str, role: Role) -> None:
        """Add an account, or give one another password and role. SettingError for a name or password that is none."""
        if not NAME.fullmatch(name):
            raise SettingError(
                f"{name[:60]!r} is no name of an account", "give letters, digits and . @ - _, at most 60"
            )
        if not SHORTEST <= len(password) <= LONGEST:
            raise SettingError("the password is too short or too long", f"give {SHORTEST} to {LONGEST} characters")
        self._write(self._known | {name: {"role": role.value, "password": self._hasher.hash(password)}})

    def remove(self, name: str) -> None:
        """Take an account away. SettingError where there is none of that name."""
        if name not in self._known:
            raise SettingError(f"there is no account {name[:60]}", "see wenzheng account list")
        self._write({other: of for other, of in self._known.items() if other != name})

    def _write(self, known: dict[str, dict[str, str]]) -> None:
        """The whole file at once, readable to its owner alone."""
        part = self.path.with_name(f".{self.path.name}.part")
        try:
            part.unlink(missing_ok=True)
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OURS), "w", encoding="utf-8") as file:
                json.dump({name: _sealed(name, of) for name, of in known.items()}, file, ensure_ascii=False, indent=1)
            put_in_place(part, self.path)
        except OSError as error:
            raise SettingError(
                f"{self.path} cannot be written ({error.strerror})", "choose another --accounts"
            ) from error
        self._known = known


def count_in(path: Path) -> int:
    """How many accounts a file holds. SettingError where it is none, or not as it was written."""
    return len(_read(path))


def _read(path: Path) -> dict[str, dict[str, str]]:
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        for name, of in known.items():
            if not NAME.fullmatch(name) or not isinstance(of["password"], str):
                raise ValueError
            Role(of["role"])
        sealed = any("sum" in of for of in known.values())
        if sealed and (wrong := [name for name, of in known.items() if of != _sealed(name, of)]):
            raise SettingError(f"{path} is damaged: the account {wrong[0]} is not as it was written", DAMAGED)
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise SettingError(f"{path} is no file of accounts, or damaged", DAMAGED) from error
    return dict(known)


def _sealed(name: str, of: Mapping[str, str]) -> dict[str, str]:
    """An account with its digest; files that earlier versions wrote have none."""
    told = {"role": of["role"], "password": of["password"]}
    return told | {"sum": sum_of(json.dumps([name, told]).encode()).decode()}


def _hasher() -> Any:
    """argon2id with the measures that RFC 9106 recommends where memory is scarce."""
    try:
        from argon2 import PasswordHasher
        from argon2.profiles import RFC_9106_LOW_MEMORY
    except ImportError as error:
        raise SettingError("what keeps passwords is not installed", "run pip install argon2-cffi") from error
    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
